from __future__ import annotations

from typing import Any

import pytest
from cases import cases, strand, tables
from hypothesis import given
from hypothesis import strategies as st

from paperparse.marks.opening import read_line, read_opening
from paperparse.marks.signature import read_signature


@pytest.mark.parametrize("case", cases("signatures"))
def test_signatures_that_open_a_text_are_parted(case: dict[str, Any]) -> None:
    text = case["text"]
    mark = read_opening(strand(text), 0, len(text), tables())
    if case["leaves"] is None:
        assert mark is None
        return
    assert mark is not None
    dateline = mark.dateline
    said = ([dateline.text] if dateline else []) + [line.text.strip() for line in mark.bylines]
    assert said == case["leaves"]
    assert [name for line in mark.bylines for name in line.names] == case["names"]
    fields = ("outlet", "place", "month", "day", "kind")
    got = {name: getattr(dateline, name, None) for name in fields}
    assert got == {name: case.get(name) for name in fields}


def test_only_what_no_dateline_goes_before_is_a_signature() -> None:
    text = "本报讯（记者谭宁）今天"
    assert read_signature(strand(text), 0, len(text), tables()) is None
    assert read_opening(strand(text), 0, len(text), tables()) is not None


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        ("【大公報訊】記者林小彤報道：「以前", ["【大公報訊】", "記者林小彤報道："]),
        ("【大公報訊】今天", ["【大公報訊】"]),
        ("香港文匯報訊（記者 賀大飛 南京報道）在南京", ["香港文匯報訊", "（記者 賀大飛 南京報道）"]),
    ],
)
def test_who_reports_stands_behind_a_dateline(text: str, leaves: list[str]) -> None:
    mark = read_opening(strand(text), 0, len(text), tables())
    assert mark is not None
    assert mark.dateline is not None
    assert [mark.dateline.text, *(line.text for line in mark.bylines)] == leaves
    assert text[mark.end :] == text.removeprefix("".join(leaves))


def test_where_they_report_is_the_place_of_a_dateline_that_names_none() -> None:
    for text, place in (
        ("香港文匯報訊（記者 賀大飛 南京報道）", "南京"),
        ("新華社北京電（記者 賀大飛 南京報道）", "北京"),
    ):
        mark = read_opening(strand(text), 0, len(text), tables())
        assert mark is not None
        assert mark.dateline is not None
        assert mark.dateline.place == place


@pytest.mark.parametrize(
    ("text", "opens"),
    [("（记者谭宁）今天", False), ("【记者谭宁】今天", True), ("（記者譚寧／高雄報導）今天", True)],
)
def test_names_in_round_brackets_open_no_line(text: str, opens: bool) -> None:  # noqa: FBT001
    assert (read_line(strand(text), 0, len(text), tables()) is not None) == opens


@given(
    st.text(
        alphabet=st.sampled_from(list("〔〕【】（）記者王小明／台北高雄3日報導電綜合 ：、。本報訊")),
        max_size=60,
    )
)
def test_any_text_is_safe(text: str) -> None:
    line = strand(text)
    mark = read_opening(line, 0, len(text), tables())
    if mark is None:
        return
    leaves = [*(mark.dateline.spans if mark.dateline else ()), *(s for b in mark.bylines for s in b.spans)]
    places = [at for span in leaves for at in range(span.start, span.end)]
    assert len(places) == len(set(places))
    assert all(at in places or char.isspace() for at, char in enumerate(text[: mark.end]))
