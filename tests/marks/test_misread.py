"""Misread characters of marks: looked for by character first, found as by a search of the whole pattern."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from paperparse.conventions import Mark, load
from paperparse.conventions.engine import compile_slow, stem
from paperparse.conventions.tables import expand
from paperparse.marks.misread import put_right

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
        want[found.start() : found.end()] = stem(found.lastgroup)
    put, places = put_right(text, TABLES)
    assert put == "".join(want)
    assert list(places) == [at for at, (old, new) in enumerate(zip(text, want, strict=True)) if old != new]


def test_tables_without_misreadings_put_nothing_right() -> None:
    assert put_right("木报记考 王伟", load(("shared",))) == ("木报记考 王伟", ())
