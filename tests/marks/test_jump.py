from __future__ import annotations

from typing import Any

import pytest
from cases import cases, strand, tables

from paperparse.marks.jump import read_all, read_head, read_tail


@pytest.mark.parametrize("case", cases("jumps"))
def test_wild_jump_lines_are_read(case: dict[str, Any]) -> None:
    line = strand(case["text"])
    mark = read_all(line, 0, len(line), tables())
    assert (mark and mark.jump.page, mark and mark.direction) == (case["page"], case["direction"])


@pytest.mark.parametrize("case", cases("jumps"))
def test_jump_lines_are_read_before_and_behind_text(case: dict[str, Any]) -> None:
    if case["page"] is None:
        return
    jump = case["text"]
    after = strand(f"{jump}诊断服务”双轮驱动")
    head = read_head(after, 0, len(after), tables())
    before = strand(f"也是实干者。{jump}")
    tail = read_tail(before, 0, len(before), tables())
    if case.get("alone"):  # a jump line only where nothing else stands in its line
        assert head is tail is None
        return
    assert head is not None
    assert tail is not None
    assert (head.start, head.end) == (0, len(jump))
    assert before.text[tail.start :] == jump


@pytest.mark.parametrize(
    "text", ["他转身下转第三个弯", "列车上接第二站", "接力棒转到下一版本", "接一版校样", "校样接一版"]
)
def test_sentences_are_no_jump_lines(text: str) -> None:
    line = strand(text)
    assert read_head(line, 0, len(line), tables()) is None
    assert read_tail(line, 0, len(line), tables()) is None
