from __future__ import annotations

from typing import Any

import pytest
from cases import cases, strand, tables

from paperparse.marks.credit import read_caption, read_credit_line, read_highlight


@pytest.mark.parametrize("case", cases("captions"))
def test_wild_captions_are_read(case: dict[str, Any]) -> None:
    line = strand(case["text"])
    mark = read_caption(line, 0, len(line), tables())
    assert (mark.opener if mark else "") == case["opener"]
    assert (mark.figure if mark else "") == case["figure"]
    start = mark.credit_start if mark else None
    assert (None if start is None else case["text"][start:]) == case["credit"]
    assert [name for b in (mark.credit if mark else ()) for name in b.names] == case["names"]
    assert (mark is not None and mark.has_credit) == (case["credit"] is not None)


@pytest.mark.parametrize("case", cases("captions"))
def test_a_credit_alone_is_a_credit_line(case: dict[str, Any]) -> None:
    line = strand(case["text"])
    alone = case["credit"] is not None and case["credit"] == case["text"]
    assert (read_credit_line(line, 0, len(line), tables()) is not None) == alone


@pytest.mark.parametrize("case", cases("credits"))
def test_wild_credits_of_every_tradition_are_read(case: dict[str, Any]) -> None:
    line = strand(case["text"])
    mark = read_credit_line(line, 0, len(line), tables())
    found = None if mark is None else [name for one in mark.bylines for name in one.names]
    assert found == case["names"]


@pytest.mark.parametrize(
    ("text", "glyph"),
    [
        ("■计划明年1月中旬，将陆续组织", "■"),
        (">>看点", ">>"),
        ("■已经结束。", ""),
        ("没有符号", ""),
        ("■", ""),
    ],
)
def test_key_points_open_with_a_glyph_and_have_no_stop(text: str, glyph: str) -> None:
    line = strand(text)
    mark = read_highlight(line, 0, len(line), tables())
    assert (mark.glyph if mark else "") == glyph


def test_a_byline_is_no_key_point() -> None:
    line = strand("■记者 谭宁")
    assert read_highlight(line, 0, len(line), tables()) is None
