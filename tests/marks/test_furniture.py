from __future__ import annotations

from typing import Any

import pytest
from cases import cases, strand, tables
from hypothesis import given
from hypothesis import strategies as st

from paperparse.marks.furniture import read_all


@pytest.mark.parametrize("case", cases("furniture") + cases("furniture_heldout"))
def test_wild_furniture_is_read(case: dict[str, Any]) -> None:
    line = strand(case["text"])
    mark = read_all(line, 0, len(line), tables())
    assert (mark and mark.kind.value) == case["kind"]
    if mark is not None:
        date = None if mark.date is None else mark.date.isoformat()
        assert (mark.number, mark.section, date) == (case["number"], case["section"], case["date"])


@given(
    st.text(alphabet=st.sampled_from(list("A012版第二要闻责编李明：: 年月日星期·>（）见报CN-")), max_size=40)
)
def test_any_text_is_safe(text: str) -> None:
    line = strand(text)
    mark = read_all(line, 0, len(line), tables())
    assert mark is None or 0 <= mark.start < mark.end <= len(text)
