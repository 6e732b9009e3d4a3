from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperparse.layout.gutters import LONGEST, Gap, Views, look_at
from paperparse.text.lines import Row, split_rows

PAGE = "新桥今日通车\n\n　　今天上午，\n甲乙  丙丁\n左 | 右\n戊己 \n庚辛"


def gap_of(blanks: str) -> Gap:
    """The gap that some blanks are between two words."""
    row = f"甲乙{blanks}丙丁"
    (gap,) = look_at(row, Row(0, len(row))).gaps
    return gap


def test_rows_are_looked_at_when_asked_for() -> None:
    views = Views(PAGE, list(split_rows(PAGE)))
    assert not views
    assert views[3] == look_at(PAGE, views.rows[3])
    assert list(views) == [3]


def test_only_rows_with_a_blank_or_a_sign_are_worth_a_look() -> None:
    assert Views(PAGE, list(split_rows(PAGE))).worthwhile() == [2, 3, 4, 5]


def test_blanks_before_the_first_word_are_an_indent_and_those_behind_the_last_nothing() -> None:
    view = look_at("　　甲乙 \t", Row(0, 6))
    assert view.indent is not None
    assert (view.indent.right, view.gaps, view.stop) == ((2.0, 2.0, 2.0), (), 4)


@pytest.mark.parametrize(
    ("blanks", "narrow"),
    [
        (" ", True),
        ("  ", True),
        ("      ", True),
        ("       ", False),
        ("　　　", True),
        ("　　　　", False),
        (" 　　", True),
        ("  　　　", True),
        ("       　　", False),
        ("\t", True),
        ("\t   ", False),
        (" | ", False),
        ("|", False),
    ],
)
def test_a_gutter_that_pads_nothing_is_narrow(blanks: str, narrow: bool) -> None:  # noqa: FBT001
    assert gap_of(blanks).narrow == narrow


@pytest.mark.parametrize(
    ("blanks", "inset"),
    [("  　　", 2), (" 　", 1), ("| 　　", 2), ("|　", 1), ("　　", 0), ("　", 0), ("　 ", 0), ("    ", 0)],
)
def test_wide_blanks_behind_others_are_an_indent(blanks: str, inset: int) -> None:
    gap = gap_of(blanks)
    assert gap.inset == inset
    assert [right - margin for right, margin in zip(gap.right, gap.margin, strict=True)] == [float(inset)] * 3


@pytest.mark.parametrize(
    ("blanks", "right"),
    [
        (" ", (2.25, 2.5, 3.0)),
        ("  ", (3.0, 3.0, 4.0)),
        ("　", (3.0, 3.0, 3.0)),
        (" 　", (3.5, 3.5, 4.0)),
        ("\t", (4.0, 4.0, 6.0)),
        (" |", (3.0, 3.0, 4.0)),
    ],
)
def test_places_are_measured_on_three_scales(blanks: str, right: tuple[float, ...]) -> None:
    assert (gap_of(blanks).left, gap_of(blanks).right) == ((2.0, 2.0, 2.0), right)


@given(st.text(" 　\t|甲a1，", max_size=40))
def test_gaps_and_words_make_up_a_row(text: str) -> None:
    view = look_at(text, Row(0, len(text)))
    gaps = [view.indent, *view.gaps] if view.indent else view.gaps
    words, at = "", 0
    for gap in gaps:
        assert at <= gap.start < gap.end
        words += text[at : gap.start]
        assert not text[gap.start : gap.end].replace("|", "", 1).strip()
        at = gap.end
    assert (words + text[at : view.stop]).replace("|", "") == "".join(text.replace("|", "").split())
    assert all(one.right <= two.left for one, two in pairwise(gaps))


def test_a_row_that_is_a_whole_paragraph_has_no_gaps() -> None:
    row = "甲 " * LONGEST
    assert look_at(row, Row(0, len(row))).gaps == ()
