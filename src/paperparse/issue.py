"""The pages of one issue, parsed in order and linked; and streams of many issues."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve

from paperparse.errors import ArgumentError
from paperparse.options import Options, check_options
from paperparse.parse import damage_notes, read_sheet
from paperparse.text.rescript import set_script
from paperparse.text.source import Decoded, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paperparse.articles.sheet import Sheet
    from paperparse.model import Issue, Page

__all__ = ["iter_issues", "parse_issue"]

Source: TypeAlias = "str | bytes | bytearray | memoryview | os.PathLike[str]"


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
    r"""Parse the pages of one issue in printing order and follow articles from page to page.

    A form feed ends a page, in every source. One at the very end of a source closes its last page and
    opens none, as PDF text extractors write it.

    Args:
        sources: The pages, each text, bytes or a path; or one source with form feeds between pages.
        options: Choices for this call.

    Returns:
        The issue. Its articles are those of all pages, in the order of their first parts; those that go
        on on another page are stitched, with a link and its score for each step. What is not sure enough
        stays as it stands on its page, with a note. Pages that are missing, given twice or out of order
        get notes.

    Raises:
        DecodeError: Bytes of a page are no text in any encoding we know.
        ConventionError: A convention table named in the options cannot be used.
        OSError: A file cannot be read.
        ArgumentError: A source is of another type, or the options are. A set or a mapping has no printing
            order, and the lines of an open file are no pages.

    Examples:
        >>> first = "新桥今日通车\n\n□记者 谭宁\n本报讯 今天上午，横跨两岸的新桥建成通\n（下转第二版）"
        >>> second = "（上接第一版）车，两岸居民不用再绕行。"
        >>> issue = parse_issue([first, second])
        >>> [article.text for article in issue.articles]
        ['今天上午，横跨两岸的新桥建成通车，两岸居民不用再绕行。']
        >>> [(link.from_article, link.to_article) for link in issue.links]
        [('p0a0', 'p1a0')]
    """
    check_options(options)
    return _linked(
        [
            _read(decoded, text, low, index, options)
            for index, (decoded, text, low) in enumerate(_texts(sources, options))
        ],
        options,
    )


def iter_issues(
    sources: str
    | bytes
    | bytearray
    | memoryview
    | os.PathLike[str]
    | Iterable[str | bytes | bytearray | memoryview | os.PathLike[str]],
    *,
    options: Options = Options(),
) -> Iterator[Issue]:
    r"""Parse a long run of pages issue by issue, one issue in memory at a time.

    A new issue begins with a page that prints another date than the pages before it, or the number of a
    page that the issue already has. Pages that print neither go with the page before them.

    Args:
        sources: The pages of any number of issues in printing order, as :func:`parse_issue` takes them;
            an iterator is read only as far as needed.
        options: Choices for this call.

    Yields:
        Each issue, its pages counted from 0, as :func:`parse_issue` gives it.

    Raises:
        DecodeError: Bytes of a page are no text in any encoding we know.
        ConventionError: A convention table named in the options cannot be used.
        OSError: A file cannot be read.
        TypeError: A source is of another type.

    Examples:
        >>> pages = ["2025年5月12日 第1版", "2025年5月12日 第2版", "2025年5月13日 第1版"]
        >>> [[str(page.date) for page in issue.pages] for issue in iter_issues(pages)]
        [['2025-05-12', '2025-05-12'], ['2025-05-13']]
    """
    from paperparse.linking.bounds import begins_issue  # noqa: PLC0415 - pages alone need no linking

    check_options(options)
    held: list[tuple[Page, Sheet]] = []
    for decoded, text, low in _texts(sources, options):
        page, sheet = _read(decoded, text, low, len(held), options)
        if held and begins_issue(page, [one for one, _ in held]):
            yield _linked(held, options)
            held = []
            page, sheet = _read(decoded, text, low, 0, options)
        held.append((page, sheet))
    if held:
        yield _linked(held, options)


def _linked(held: Sequence[tuple[Page, Sheet]], options: Options) -> Issue:
    """The issue of some pages, its texts in the script asked for."""
    from paperparse.linking.link import link_pages  # noqa: PLC0415 - pages alone need no linking

    issue = link_pages([page for page, _ in held], [sheet for _, sheet in held])
    return set_script(issue, options.script, [page.text for page in issue.pages])


def _texts(
    sources: Source | Iterable[Source],
    options: Options,
) -> Iterator[tuple[Decoded, str, int]]:
    """The pages of some sources one by one: the source, the page's text, where it begins in the source's."""
    for source in _each(sources):
        decoded = read(source, options=options)
        low = 0
        for text in decoded.text.removesuffix("\f").split("\f"):
            yield decoded, text, low
            low += len(text) + 1


def _read(decoded: Decoded, text: str, low: int, index: int, options: Options) -> tuple[Page, Sheet]:
    """Read one page and note what was damaged in it."""
    page, sheet = read_sheet(text, index, options)
    notes = damage_notes(decoded, index, low, low + len(text))
    return evolve(page, encoding=decoded.encoding, notes=(*notes, *page.notes)), sheet


def _each(sources: Source | Iterable[Source]) -> Iterable[Source]:
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
