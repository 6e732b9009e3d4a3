from __future__ import annotations

import pytest

from paperparse.conventions import Mark, Row, load
from paperparse.conventions.tables import compile_row
from paperparse.marks.byline import parse_byline
from paperparse.marks.dateline import parse_dateline
from paperparse.marks.furniture import read_all as read_furniture
from paperparse.options import Options
from paperparse.text.fold import fold
from paperparse.text.strand import Strand

ALL = Options(conventions=("all",))
TABLES = load(ALL.conventions)
WHOLE = {Mark.STAFF, Mark.MASTHEAD, Mark.SEE_ALSO, Mark.CONTACT, Mark.DATE, Mark.FOLIO}
BRACKETS = "（【[〔"
PARTS_OF_LINES = {Mark.CAPTION_OPENER, Mark.HIGHLIGHT_OPENER, Mark.CONFUSION}


def reads(row: Row, text: str) -> bool:
    """Whether a row reads a text whole: by its own pattern, or by the grammar it is a shape of."""
    folded = fold(text)
    if row.mark is Mark.BYLINE_SHAPE:
        return bool(parse_byline(text, options=ALL))
    if row.mark is Mark.DATELINE_SHAPE and text[0] in BRACKETS:
        # a shape that only stands in brackets cannot be tried without them
        return parse_dateline(text, options=ALL) is not None
    if row.mark is Mark.MISREADING:
        return compile_row(row, TABLES.parts).search(folded) is not None
    if row.mark in WHOLE:
        strand = Strand.of(text, folded, [(0, len(text))])
        mark = read_furniture(strand, 0, len(text), TABLES)
        return mark is not None
    return compile_row(row, TABLES.parts).fullmatch(folded) is not None


EXAMPLES = [(row, text) for row in TABLES.rows for text in row.examples]
COUNTEREXAMPLES = [(row, text) for row in TABLES.rows for text in row.counterexamples]


@pytest.mark.parametrize(("row", "text"), EXAMPLES, ids=[f"{row.id}: {text}" for row, text in EXAMPLES])
def test_examples_are_read(row: Row, text: str) -> None:
    assert reads(row, text)


@pytest.mark.parametrize(
    ("row", "text"), COUNTEREXAMPLES, ids=[f"{row.id}: {text}" for row, text in COUNTEREXAMPLES]
)
def test_counterexamples_are_not_read(row: Row, text: str) -> None:
    if row.mark is Mark.MISREADING:
        assert not reads(row, text)
    assert compile_row(row, TABLES.parts).fullmatch(fold(text)) is None or not reads(row, text)


def test_every_row_has_an_example_and_a_source() -> None:
    assert all(row.examples and row.counterexamples and row.source for row in TABLES.rows)


@pytest.mark.parametrize("row", TABLES.rows, ids=lambda row: row.id)
def test_script_variants_are_read_by_the_same_row(row: Row) -> None:
    opencc = pytest.importorskip("opencc")
    convert = opencc.OpenCC("s2t").convert
    for text in row.examples:
        assert reads(row, convert(text)) == reads(row, text)
