"""Every error the library raises on purpose: one base class, one class for each kind of misuse.

A page that is merely odd never raises. What could not be settled about it becomes a
:class:`~paperparse.Note`. These errors are for the caller: bytes that are no text, a table that is
broken, a span that does not fit, JSON that is not ours.
"""

from __future__ import annotations

__all__ = ["ConventionError", "DecodeError", "PaperParseError", "SchemaError", "SpanError"]


class PaperParseError(Exception):
    """The base of every error of this library, so that one ``except`` catches them all."""


class DecodeError(PaperParseError, ValueError):
    """Bytes that are no text in any encoding we know.

    Attributes:
        tried: The encodings that were tried, in order.
    """

    def __init__(self, message: str, tried: tuple[str, ...] = ()) -> None:
        """Keep what was tried beside the message."""
        super().__init__(message)
        self.tried = tried


class ConventionError(PaperParseError, ValueError):
    """A convention table that cannot be used; the message names the file and the row.

    Attributes:
        file: The table's file name, or its path when a user gave it.
        row: The row's id, or its 0-based position when it has none, or None for the whole file.
    """

    def __init__(self, file: str, row: str | None, problem: str) -> None:
        """Say where the fault is, then what it is."""
        super().__init__(f"{file}: row {row}: {problem}" if row is not None else f"{file}: {problem}")
        self.file = file
        self.row = row


class SpanError(PaperParseError, ValueError):
    """A span that is inverted, negative, or reaches outside the page's text."""


class SchemaError(PaperParseError, ValueError):
    """JSON that is not a ``paperparse/1`` page, issue or article."""
