"""The rows around a block as parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperparse.layout.parts import Piece
from paperparse.layout.strips import STRETCH, Side

WORDS = ("甲乙丙", "渡口停航", "庚辛壬癸", "柳映雪", "戊己庚", "许长庚", "寅卯辰巳")


def some(rows: list[int]) -> list[Piece]:
    """A column that has parts of some rows."""
    return [Piece(row, WORDS[row % len(WORDS)], 6.0, fresh=False, inner=()) for row in rows]


def said(rows: list[int]) -> frozenset[str]:
    """What is near in some rows by themselves."""
    return frozenset[str]().union(*(Side(some([row])).near(row, 1) for row in rows))


@given(st.lists(st.integers(0, 30), unique=True, min_size=1).map(sorted), st.data())
def test_what_is_near_stands_on_its_side_of_a_row(rows: list[int], data: st.DataObject) -> None:
    side = Side(some(rows))
    row = data.draw(st.integers(-1, 31))
    assert side.near(row, 1) == said([at for at in rows if at >= row][:STRETCH])
    own = data.draw(st.sampled_from(rows))
    assert side.near(own, -1) == said([at for at in rows if at <= own][-STRETCH:])


@pytest.mark.xfail(strict=True, reason="the weights of the rest of a left column are fitted to the row below")
def test_what_is_near_above_a_row_that_the_column_has_no_part_of_stands_above() -> None:
    assert Side(some([0, 2])).near(1, -1) == said([0])
