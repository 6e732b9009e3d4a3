"""Convention tables for people: what is in them, and whether one of your own is right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from paperparse.cli.show import BAD, MAIN, QUIET, TITLE
from paperparse.conventions.rows import Mark
from paperparse.conventions.tables import compile_row
from paperparse.marks import furniture
from paperparse.marks.byline import parse_byline
from paperparse.marks.dateline import parse_dateline
from paperparse.options import Options
from paperparse.text.fold import fold
from paperparse.text.strand import Strand
from paperparse.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paperparse.conventions import Tables
    from paperparse.conventions.rows import Row

__all__ = ["check_rows", "list_marks", "list_rows"]


_WHOLE: Final = frozenset({Mark.STAFF, Mark.MASTHEAD, Mark.SEE_ALSO, Mark.CONTACT, Mark.DATE, Mark.FOLIO})
"""Marks whose rows are read together, as the furniture they make up."""


def list_marks(tables: Tables) -> Iterator[Text]:
    """Every mark with the number of its rows and an example."""
    yield Text("Conventions of " + " + ".join(tables.names), TITLE)
    for mark in Mark:
        rows = tables.of(mark)
        text = Text(f"{mark.value:18}", MAIN if rows else QUIET)
        text.append(f"{len(rows):4} rows  " if len(rows) != 1 else "   1 row   ")
        text.append("  ".join(visible(row.examples[0]) for row in rows[:4]), QUIET)
        yield text


def list_rows(tables: Tables, mark: Mark) -> Iterator[Text]:
    """Every row of a mark, with all that is known of it."""
    for row in tables.of(mark):
        kind = f" ({row.kind})" if row.kind else ""
        yield Text(f"{row.id}{kind}", MAIN)
        yield Text(
            f"    {'words' if row.words else 'pattern':9}{visible('  '.join(row.words) or row.pattern)}"
        )
        yield Text(f"    {'examples':9}{visible('  '.join(row.examples))}")
        if row.counterexamples:
            yield Text(f"    {'not':9}{visible('  '.join(row.counterexamples))}")
        yield Text(f"    {'source':9}{visible(row.source)} · {row.file}", QUIET)


def check_rows(tables: Tables) -> list[Text]:
    """Run every row on its own examples.

    Args:
        tables: The tables.

    Returns:
        One line for each example that is not read, and each counterexample that is; none when all is well.
    """
    faults: list[Text] = []
    for row in tables.rows:
        faults.extend(
            _fault(row, example, "is not read whole by its row")
            for example in row.examples
            if not _reads(row, tables, example)
        )
        faults.extend(
            _fault(row, example, "is read, and should not be")
            for example in row.counterexamples
            if _matches(row, tables, example) and _reads(row, tables, example)
        )
    return faults


def _reads(row: Row, tables: Tables, text: str) -> bool:
    """Whether a row reads a text whole: by its own pattern, or by the grammar it is a shape of."""
    if row.mark is Mark.BYLINE_SHAPE:
        return bool(parse_byline(text, options=Options(conventions=tables.names)))
    if row.mark in _WHOLE:
        strand = Strand.of(text, fold(text), [(0, len(text))])
        return furniture.read_all(strand, 0, len(text), tables) is not None
    if row.mark is Mark.DATELINE_SHAPE and not text[0].isalnum():
        # a shape that only stands in brackets cannot be tried without them
        return parse_dateline(text, options=Options(conventions=tables.names)) is not None
    if row.mark is Mark.MISREADING:
        return compile_row(row, tables.parts).search(fold(text)) is not None
    return _matches(row, tables, text)


def _matches(row: Row, tables: Tables, text: str) -> bool:
    """Whether a row's own pattern reads a text whole."""
    return compile_row(row, tables.parts).fullmatch(fold(text)) is not None


def _fault(row: Row, example: str, what: str) -> Text:
    """One example that is wrong."""
    return Text(f"{row.file}: row {row.id}: {visible(example)!r} {what}", BAD)
