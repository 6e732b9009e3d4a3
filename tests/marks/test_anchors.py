from __future__ import annotations

import pytest
from cases import cases, strand, tables

from paperparse.marks import anchors, byline, credit, dateline, furniture, jump
from paperparse.marks.anchors import Sight

FILES = ("bylines", "datelines", "jumps", "captions", "furniture", "tails")


TEXTS = [case.values[0]["text"] for name in FILES for case in cases(name)]


@pytest.mark.parametrize("text", TEXTS)
def test_nothing_is_read_that_was_not_seen(text: str) -> None:
    line = strand(text.replace("\n", " "))
    end = len(line)
    (seen,) = anchors.look(line.folded, [(0, end)], tables())
    readers = {
        Sight.BYLINE: (byline.read_all, byline.read_tail),
        Sight.DATELINE: (dateline.read_head, dateline.read_tail),
        Sight.JUMP: (jump.read_all, jump.read_head, jump.read_tail),
        Sight.CREDIT: (credit.read_credit_line,),
        Sight.FURNITURE: (furniture.read_all,),
    }
    for sight, reads in readers.items():
        assert sight & seen or all(read(line, 0, end, tables()) is None for read in reads)


def test_plain_lines_carry_nothing() -> None:
    page = "他说今天很好\n会议还研究了其他事项。\n"
    assert anchors.look(page, [(0, 6), (7, 18)], tables()) == (0, 0)
