"""What the columns have of a row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperparse.layout.blocks import Cut
from paperparse.layout.cuts import Part
from paperparse.layout.gutters import look_at
from paperparse.layout.parts import measures_of, splits_of
from paperparse.text.fold import fold
from paperparse.text.lines import split_rows


def parted(*gutters: str) -> tuple[list[float], list[bool]]:
    """Rows of two parts: the least white between them, and whether the right ones stand in."""
    page = "\n".join(f"新桥今天通车{gutter}村小添了图书" for gutter in gutters)
    views = [look_at(page, row) for row in split_rows(page)]
    cuts = [Cut(Part.BOTH, view.gaps[0], 0.0) for view in views]
    measures = measures_of(views, cuts, 1)
    splits = [
        splits_of(fold(page), at, view, cut, measure, scale=1, free=False)[0]
        for at, (view, cut, measure) in enumerate(zip(views, cuts, measures, strict=True))
    ]
    return [measure.gutter for measure in measures], [bool(one.right and one.right.fresh) for one in splits]


@given(st.integers(0, 4), st.integers(0, 3), st.sampled_from(["", "|", " │"]))
def test_a_wide_blank_is_as_wide_as_two_narrow_ones(narrow: int, wide: int, sign: str) -> None:
    if narrow or wide or sign:
        assert parted(sign + " " * narrow + "　" * wide)[0] == [wide + narrow / 2]


@pytest.mark.parametrize(
    ("gutter", "indent"),
    [("　　", "　"), ("　", "　　"), (" ", "  "), ("  ", "　　"), (" | ", "　　"), ("|", "　")],
)
def test_a_right_part_stands_in_where_more_white_is_before_it(gutter: str, indent: str) -> None:
    assert parted(gutter, gutter + indent, gutter)[1] == [False, True, False]
