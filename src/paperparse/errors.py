"""Every error the library raises on purpose: one base class, one class for each kind of misuse.

A page that is merely odd never raises. What could not be settled about it becomes a
:class:`~paperparse.Note`. These errors are for the caller: bytes that are no text, a table that is
broken, a span that does not fit, JSON that is not ours, an argument of another type. All of them can be
pickled, for they may have to come back from another process.
"""

from __future__ import annotations

__all__ = [
    "ArgumentError",
    "ConventionError",
    "DecodeError",
    "OptionsError",
    "PaperParseError",
    "SchemaError",
    "SpanError",
]


class PaperParseError(Exception):
    """The base of every error of this library, so that one ``except`` catches them all."""


class ArgumentError(PaperParseError, TypeError):
    """An argument of another type than the function takes; the message says which types it takes."""


class OptionsError(PaperParseError, ValueError):
    """A value that no option can have; the message lists those it can."""


class DecodeError(PaperParseError, ValueError):
    """Bytes that are no text in any encoding we know.

    Attributes:
        tried: The encodings that were tried, in order; none for what was recognised before any was.
        recognised: What the bytes are instead of text (``"a PNG image"``), or None.
    """

    def __init__(self, message: str, tried: tuple[str, ...] = (), recognised: str | None = None) -> None:
        """Keep what was tried, and what was recognised, beside the message."""
        super().__init__(message)
        self.tried = tried
        self.recognised = recognised


class ConventionError(PaperParseError, ValueError):
    """A convention table that cannot be used; the message names the file and the row.

    Attributes:
        file: The table's file name, or its path when a user gave it.
        row: The row's id, or its 0-based position when it has none, or None for the whole file.
        problem: What is wrong with it.
    """

    def __init__(self, file: str, row: str | None, problem: str) -> None:
        """Say where the fault is, then what it is."""
        super().__init__(f"{file}: row {row}: {problem}" if row is not None else f"{file}: {problem}")
        self.file = file
        self.row = row
        self.problem = problem

    def __reduce__(self) -> tuple[type[ConventionError], tuple[str, str | None, str]]:
        """Make it again from its parts; from its message alone it cannot be made."""
        return type(self), (self.file, self.row, self.problem)


class SpanError(PaperParseError, ValueError):
    """A span that is inverted, negative, no whole numbers, or reaches outside the page's text."""


class SchemaError(PaperParseError, ValueError):
    """JSON that is not a ``paperparse/1`` page, issue or article."""
