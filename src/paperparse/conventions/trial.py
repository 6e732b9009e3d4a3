"""Rows of users tried when they are loaded: their own examples, and strings on which bad patterns never end.

The rows of this package are tried by its tests instead, so that nobody pays for it who reads a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from paperparse.conventions.guard import Guarded, Suspect
from paperparse.conventions.rows import Mark
from paperparse.conventions.tables import compile_row
from paperparse.errors import ConventionError
from paperparse.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import regex

    from paperparse.conventions.rows import Row

__all__ = ["suspects_of", "try_hostile", "try_row"]

_PARTLY: Final = frozenset(
    {
        Mark.BYLINE_SHAPE,
        Mark.CONTACT,
        Mark.DATE,
        Mark.FOLIO,
        Mark.MASTHEAD,
        Mark.MISREADING,
        Mark.SEE_ALSO,
        Mark.STAFF,
    }
)
"""Marks whose rows read a piece of a line; the whole is read by a grammar that is not at hand here."""
_NAMES: Final = "(?P<names>{names})"
_ANYTHING: Final = ".+?"
_REPEATED: Final = 48
"""Times a piece of an example is repeated: little for a sound pattern, 2 to the 48th steps for a bad one."""
_DISTINCT: Final = 12
"""Characters of an example that are tried in a row."""


def suspects_of(row: Row, parts: Mapping[str, str]) -> tuple[Suspect, ...]:
    """A row's pattern as it is run: whole, or before and after the names in it.

    Args:
        row: The row.
        parts: All parts its pattern may name.

    Returns:
        One pattern, or two. How far a run of names goes is asked by itself, so what stands for them is never
        run as a part of the whole.

    Raises:
        ConventionError: A part is unknown or the whole does not compile.
    """
    pieces = row.pattern.split(_NAMES) if row.pattern else [""]
    patterns = (compile_row(evolve(row, pattern=piece), parts) for piece in pieces)
    return tuple(Suspect(row.file, row.id, pattern) for pattern in patterns)


def try_row(row: Row, parts: Mapping[str, str]) -> None:
    """Read a row's examples and counterexamples by its own pattern.

    Args:
        row: The row.
        parts: All parts its pattern may name.

    Raises:
        ConventionError: An example is not read, a counterexample is, or the pattern takes too long.
    """
    whole = compile_row(evolve(row, pattern=row.pattern.replace(_NAMES, _ANYTHING)), parts)
    pattern = Guarded(whole, (Suspect(row.file, row.id, whole),))
    for text in row.examples:
        folded = fold(text)
        found = pattern.fullmatch(folded) or pattern.search(folded)
        if found is None or not (row.mark in _PARTLY or _fills(found, folded)):
            raise ConventionError(row.file, row.id, f"does not read its example {text!r}")
    for text in row.counterexamples:
        if pattern.fullmatch(fold(text)) is not None and row.mark not in _PARTLY:
            raise ConventionError(row.file, row.id, f"reads its counterexample {text!r}")


def _fills(found: regex.Match[str], text: str) -> bool:
    """Whether nothing but signs is left of a text, such as the brackets round a shape."""
    return not any(char.isalnum() for char in text[: found.start()] + text[found.end() :])


def try_hostile(suspect: Suspect, examples: Iterable[str]) -> None:
    """Run a pattern on long strings made of what it should read, closed by something it should not.

    Args:
        suspect: The pattern.
        examples: Print it reads.

    Raises:
        ConventionError: It takes too long.
    """
    pattern = Guarded(suspect.pattern, (suspect,))
    pieces: dict[str, None] = {}
    for text in map(fold, examples):
        pieces |= dict.fromkeys((text, text[:-1], text[1:], *sorted(set(text))[:_DISTINCT]))
    for piece in filter(None, pieces):
        for text in (piece * _REPEATED, piece * _REPEATED + "\0"):
            pattern.match(text)
            pattern.fullmatch(text)
            pattern.search(text)
