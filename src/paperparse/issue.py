"""The pages of one issue, parsed in order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from attrs import evolve

from paperparse.errors import ArgumentError
from paperparse.model import Issue, Note, NoteCode
from paperparse.options import Options, check_options
from paperparse.parse import damage_notes, read_page
from paperparse.text.rescript import set_script
from paperparse.text.source import read

if TYPE_CHECKING:
    from paperparse.model import Page

__all__ = ["parse_issue"]


def parse_issue(
    sources: str
    | bytes
    | bytearray
    | memoryview
    | os.PathLike[str]
    | Iterable[str | bytes | bytearray | memoryview | os.PathLike[str]],
    *,
    options: Options = Options(),
) -> Issue:
    r"""Parse the pages of one issue in printing order.

    A form feed ends a page, in every source. One at the very end of a source closes its last page and
    opens none, as PDF text extractors write it. Linking continuations over pages is not done yet: the
    issue holds no links and a note says so.

    Args:
        sources: The pages, each text, bytes or a path; or one source with form feeds between pages.
        options: Choices for this call.

    Returns:
        The issue; its articles are those of all pages, in order.

    Raises:
        DecodeError: Bytes of a page are no text in any encoding we know.
        ConventionError: A convention table named in the options cannot be used.
        OSError: A file cannot be read.
        ArgumentError: A source is of another type, or the options are. A set or a mapping has no printing
            order, and the lines of an open file are no pages.

    Examples:
        >>> issue = parse_issue("第一页。\f第二页。")
        >>> [page.text for page in issue.pages]
        ['第一页。', '第二页。']
    """
    check_options(options)
    pages: list[Page] = []
    for source in _each(sources):
        decoded = read(source, options=options)
        low = 0
        for text in decoded.text.removesuffix("\f").split("\f"):
            page = read_page(text, len(pages), options)
            notes = damage_notes(decoded, len(pages), low, low + len(text))
            pages.append(evolve(page, encoding=decoded.encoding, notes=(*notes, *page.notes)))
            low += len(text) + 1
    absent = Note(NoteCode.LINKING_ABSENT, None, "continuations over pages were not linked")
    issue = Issue(
        pages=tuple(pages),
        articles=tuple(article for page in pages for article in page.articles),
        notes=(absent,),
    )
    return set_script(issue, options.script, [page.text for page in pages])


def _each(
    sources: str
    | bytes
    | bytearray
    | memoryview
    | os.PathLike[str]
    | Iterable[str | bytes | bytearray | memoryview | os.PathLike[str]],
) -> Iterable[str | bytes | bytearray | memoryview | os.PathLike[str]]:
    """The sources one by one, be they one or several."""
    if isinstance(sources, str | bytes | bytearray | memoryview | os.PathLike):
        return (sources,)
    if not _is_sequence(sources):
        msg = (
            "an issue is a list of pages in printing order, each text (str), bytes or a path (os.PathLike), "
            f"or one such source with form feeds between its pages, not {type(sources).__name__}"
        )
        hint = "; give what its read() returns" if hasattr(sources, "read") else ""
        raise ArgumentError(msg + hint)
    return sources


def _is_sequence(sources: object) -> bool:
    """Whether there is an order in it, and pages rather than lines."""
    unordered = isinstance(sources, AbstractSet | Mapping)
    return isinstance(sources, Iterable) and not unordered and not hasattr(sources, "read")
