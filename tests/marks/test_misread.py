"""Misread characters of marks: looked for by character first, found as by a search of the whole pattern."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from paperparse.conventions import Mark, load
from paperparse.conventions.engine import compile_slow
from paperparse.conventions.tables import expand
from paperparse.marks.misread import put_right, stands_for

TABLES = load(("all",))
WHOLE = compile_slow(expand("all", None, "{misreading}", TABLES.parts))
PRINT = sorted(
    {char for row in TABLES.of(Mark.MISREADING) for char in row.pattern if char.isalpha()} | {" ", "("}
)


@given(st.text(st.sampled_from(PRINT), max_size=30))
def test_characters_are_put_right_where_the_whole_pattern_finds_them(text: str) -> None:
    want = list(text)
    for found in WHOLE.finditer(text):
        assert found.lastgroup
        want[found.start() : found.end()] = stands_for(found.lastgroup)
    put, places = put_right(text, TABLES)
    assert put == "".join(want)
    assert list(places) == [at for at, (old, new) in enumerate(zip(text, want, strict=True)) if old != new]


def test_figures_of_a_day_are_put_right() -> None:
    assert put_right("本报5月l2日讯", TABLES) == ("本报5月12日讯", (4,))
    assert put_right("1O月3目电", TABLES) == ("10月3日电", (1, 4))
    assert put_right("5月目录", TABLES) == ("5月目录", ())


def test_tables_without_misreadings_put_nothing_right() -> None:
    assert put_right("木报记考 王伟", load(("shared",))) == ("木报记考 王伟", ())
