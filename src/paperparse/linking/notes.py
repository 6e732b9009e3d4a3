"""What linking leaves open, and what is odd about the pages of an issue."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from paperparse.model import Note, NoteCode, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from paperparse.linking.choice import Choice
    from paperparse.linking.compare import Comparison
    from paperparse.linking.names import PageName, PageNames
    from paperparse.model import Article, Jump, Page

__all__ = ["doubts", "issue_notes", "misprints"]

NAMED: Final = 3
"""Candidates a note names."""
WIDEST: Final = 8
"""Pages that may be missing between two folios before a number is taken for misread."""


def doubts(
    found: Comparison,
    choices: Sequence[Choice],
    taken: Sequence[Choice],
    parted: Mapping[str, Sequence[Article]],
) -> dict[str, list[Note]]:
    """Notes on ends for which there were candidates and none was sure enough.

    Args:
        found: The ends of the issue.
        choices: All pairs worth naming.
        taken: Those that were linked.
        parted: The articles that were parted, by id.

    Returns:
        Notes by the id of the article they belong to.
    """
    feet = {choice.foot for choice in taken}
    heads = {choice.head for choice in taken}
    rivals: dict[int, list[Choice]] = defaultdict(list)
    for choice in choices:
        if choice.foot not in feet and choice.head not in heads:
            rivals[choice.foot].append(choice)
    notes: dict[str, list[Note]] = defaultdict(list)
    for number, options in rivals.items():
        foot = found.feet[number]
        article = found.parts[foot.part].article
        if not foot.marked and all(choice.score <= 0 for choice in options):
            continue  # an end that may be none, and nothing that speaks for it
        best = sorted(options, key=lambda one: (-one.score, one.head))[:NAMED]
        names = ", ".join(
            f"{found.parts[found.heads[one.head].part].article.id} ({one.score:.1f})" for one in best
        )
        text = f"no continuation is sure enough to be joined; candidates, with their scores in nats: {names}"
        span = article.body[foot.block - 1].spans[-1]
        owner = next(
            (one.id for one in parted.get(article.id, ()) if any(span in block.spans for block in one.body)),
            article.id,
        )
        notes[owner].append(Note(NoteCode.LINK_DOUBTFUL, span, text))
    return notes


def misprints(found: Comparison, taken: Sequence[Choice]) -> list[Note]:
    """Notes on jump lines that name another page than the one their article was found on.

    Args:
        found: The ends of the issue.
        taken: The pairs that were linked.

    Returns:
        One note for each such line.
    """
    notes: list[Note] = []
    for choice in taken:
        foot, head = found.feet[choice.foot], found.heads[choice.head]
        upper, lower = found.parts[foot.part], found.parts[head.part]
        for jump, name, page, marked in (
            (upper.article.continued_to, foot.target, lower.page, foot.marked),
            (lower.article.continued_from, head.source, upper.page, head.marked),
        ):
            if marked and jump and name and page not in found.names.may_be(name):
                notes.append(_misprint(jump, found.names.best(page)))
    return notes


def _misprint(jump: Jump, page: str) -> Note:
    """A note on one jump line."""
    text = f"the jump line names page {jump.page}, its article was found on page {page}"
    return Note(NoteCode.JUMP_MISPRINTED, jump.spans[0], text)


def issue_notes(pages: Sequence[Page], names: PageNames, copies: Mapping[int, int]) -> list[Note]:
    """Notes on pages that are missing, were given twice, or stand out of order.

    Args:
        pages: The pages as given.
        names: What they are called.
        copies: For each page given before, the index of the page it repeats.

    Returns:
        The notes. A span covers the page a note speaks of, or is None for a page that is not there.
    """
    notes = [
        Note(
            NoteCode.PAGE_TWICE,
            Span(again, 0, len(pages[again].text)),
            f"the page was given before, at place {first + 1}; its articles are kept, not linked",
        )
        for again, first in copies.items()
    ]
    last: dict[str, PageName] = {}
    printed: dict[str, list[int]] = defaultdict(list)
    for page in pages:
        name = names.printed[page.index]
        if name is None or name.number is None or page.index in copies:
            continue
        before = last.get(name.letters)
        if before is not None and before.number is not None and name.number < before.number:
            text = f"page {name} was given after page {before}"
            notes.append(Note(NoteCode.PAGES_OUT_OF_ORDER, Span(page.index, 0, len(page.text)), text))
        last[name.letters] = name
        printed[name.letters].append(name.number)
    unnamed = sum(name is None for name in names.printed)
    for letters, numbers in sorted(printed.items()):
        have = sorted(set(numbers))
        for low, high in pairwise(have):
            gap = range(low + 1, high)
            if unnamed < len(gap) <= WIDEST:
                notes.extend(
                    Note(NoteCode.PAGE_MISSING, None, f"page {letters}{number} is not among the pages given")
                    for number in gap
                )
    return notes
