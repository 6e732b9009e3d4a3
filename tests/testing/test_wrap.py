"""Breaking text into lines of a column, with each way of treating closing marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperparse.testing.leaves import Cell, printed
from paperparse.testing.wrap import Kinsoku, em, wrap

CLOSERS = "，。、；：！？”’」』）》"


def wrapped(text: str, width: float, kinsoku: Kinsoku) -> list[str]:
    cells = [Cell(char, 0, at) for at, char in enumerate(text)]
    return [printed(line) for line in wrap(cells, lambda _: width, kinsoku)]


@pytest.mark.parametrize(
    ("kinsoku", "lines"),
    [
        (Kinsoku.OUT, ["甲乙丙", "丁，戊己", "庚辛。"]),
        (Kinsoku.HANG, ["甲乙丙丁，", "戊己庚辛。"]),
        (Kinsoku.SQUEEZE, ["甲乙丙", "丁，戊己", "庚辛。"]),
        (Kinsoku.NONE, ["甲乙丙丁", "，戊己庚", "辛。"]),
    ],
)
def test_a_closing_mark_that_finds_no_room(kinsoku: Kinsoku, lines: list[str]) -> None:
    assert wrapped("甲乙丙丁，戊己庚辛。", 4.0, kinsoku) == lines


def test_without_a_rule_closing_marks_that_follow_each_other_are_parted() -> None:
    assert wrapped("甲乙丙。”丁", 4.0, Kinsoku.NONE) == ["甲乙丙。", "”丁"]
    assert wrapped("甲乙丙。”丁", 4.0, Kinsoku.OUT) == ["甲乙", "丙。”丁"]


def test_without_a_rule_an_opening_mark_still_ends_no_line() -> None:
    assert wrapped("甲乙丙“丁戊", 4.0, Kinsoku.NONE) == ["甲乙丙", "“丁戊"]


@given(
    st.text(alphabet=f"甲乙丙丁“（《{CLOSERS}12Ab ", max_size=80),
    st.integers(3, 20),
    st.sampled_from(Kinsoku),
)
def test_nothing_is_lost_but_blanks_at_a_break_and_no_line_is_blank(
    text: str, width: int, kinsoku: Kinsoku
) -> None:
    lines = wrapped(text, width, kinsoku)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(line.strip() for line in lines)


@given(st.text(alphabet=f"甲乙丙丁{CLOSERS}", min_size=1, max_size=80), st.integers(2, 20))
def test_without_a_rule_every_line_but_the_last_is_full(text: str, width: int) -> None:
    *lines, last = wrapped(text, width, Kinsoku.NONE)
    assert all(em(line) == width for line in lines)
    assert 0 < em(last) <= width
