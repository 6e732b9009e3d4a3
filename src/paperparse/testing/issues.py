"""Issues of several pages, articles going on from one to another."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from paperparse.model import Issue, Link
from paperparse.testing.compose import Jumps
from paperparse.testing.copies import Copy, cut_in_two
from paperparse.testing.house import draw_house
from paperparse.testing.press import set_page
from paperparse.testing.sheet import new_sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.model import Article, Page
    from paperparse.testing.forms import Form

__all__ = ["IssueProof", "print_issue"]


@frozen
class IssueProof:
    """A printed issue with what is known of it.

    Attributes:
        texts: The raw print of each page.
        truth: The issue as a perfect reader would give it: pages, links, and articles stitched.
    """

    texts: tuple[str, ...]
    truth: Issue


def print_issue(pages: Sequence[Sequence[Copy]], form: Form, seed: int, jumps: int = 1) -> IssueProof:
    """Set an issue in which articles go on on later pages.

    Args:
        pages: The articles of each page.
        form: What the composing room and the extractor may do.
        seed: The same pages, form and seed always give the same issue.
        jumps: The most articles that go on; there are fewer where articles are too short to be cut.

    Returns:
        The print and its truth.

    Examples:
        >>> from random import Random
        >>> from paperparse.testing import FORMS
        >>> from paperparse.testing.writer import write
        >>> rng = Random(1)
        >>> proof = print_issue([[write(rng)], [write(rng)]], FORMS["paragraphs"], 3)
        >>> len(proof.texts)
        2
    """
    rng = Random(f"{form.name}/{seed}")  # noqa: S311 - chance, not secrecy
    house = draw_house(rng)
    first = new_sheet(rng)
    letter = "" if first.number.isdigit() else first.number[0]
    sheets = [
        evolve(
            first,
            number=f"{letter}{at + 1:02d}" if letter else str(at + 1),
            section=new_sheet(rng).section,
            house=house,
            index=at,
        )
        for at in range(len(pages))
    ]
    jobs: list[list[tuple[Copy, Jumps | None]]] = [[(copy, Jumps()) for copy in page] for page in pages]
    cuts = _cut(jobs, [sheet.number for sheet in sheets], jumps, rng)
    proofs = [set_page(job, form, sheet, rng) for job, sheet in zip(jobs, sheets, strict=True)]
    truths = tuple(proof.truth for proof in proofs)
    links, articles = _stitched(truths, cuts)
    return IssueProof(tuple(proof.text for proof in proofs), Issue(truths, articles, links))


def _cut(
    jobs: list[list[tuple[Copy, Jumps | None]]], numbers: list[str], jumps: int, rng: Random
) -> list[tuple[int, int]]:
    """Let articles go on on other pages, at most one between any two pages, so that truth is plain."""
    pairs = [(one, two) for one in range(len(jobs)) for two in range(one + 1, len(jobs))]
    rng.shuffle(pairs)
    done: list[tuple[int, int]] = []
    for one, two in pairs[:jumps]:
        whole = [at for at, (_, jump) in enumerate(jobs[one]) if jump == Jumps()]
        if not whole:
            continue
        at = rng.choice(whole)
        parts = cut_in_two(jobs[one][at][0], rng)
        if parts is not None:
            jobs[one][at] = (parts[0], Jumps(go_to=numbers[two]))
            jobs[two].append((parts[1], Jumps(come_from=numbers[one])))
            done.append((one, two))
    return done


def _stitched(
    pages: tuple[Page, ...], cuts: list[tuple[int, int]]
) -> tuple[tuple[Link, ...], tuple[Article, ...]]:
    """The links between the pages, and all articles with those that go on made whole."""
    links: list[Link] = []
    whole = {article.id: article for page in pages for article in page.articles}
    for one, two in cuts:
        head, rest = _ends(pages, one, two)
        links.append(Link(head.id, rest.id, 1.0))
        whole[head.id] = _joined(head, rest)
        del whole[rest.id]
    return tuple(links), tuple(whole.values())


def _ends(pages: tuple[Page, ...], one: int, two: int) -> tuple[Article, Article]:
    """The two parts of the article that goes on from one page to the other."""
    heads = [article for article in pages[one].articles if article.continued_to]
    rests = [article for article in pages[two].articles if article.continued_from]
    return next(
        (head, rest)
        for head in heads
        for rest in rests
        if head.continued_to
        and rest.continued_from
        and (head.continued_to.page, rest.continued_from.page) == (_number(two, heads), _number(one, heads))
    )


def _number(index: int, articles: list[Article]) -> str:
    """A page's number as the jump lines of these articles write it."""
    jump = articles[0].continued_to
    letter = jump.page[0] if jump and jump.page[0].isalpha() else ""
    return f"{letter}{index + 1}"


def _joined(head: Article, rest: Article) -> Article:
    """Two parts as one article; the paragraph that was cut is whole again."""
    last, first = head.body[-1], rest.body[0]
    seam = evolve(last, text=last.text + first.text, spans=last.spans + first.spans)
    return evolve(
        head,
        body=(*head.body[:-1], seam, *rest.body[1:]),
        bylines=head.bylines + rest.bylines,
        dateline=head.dateline or rest.dateline,
        captions=head.captions + rest.captions,
        highlights=head.highlights + rest.highlights,
        continued_from=rest.continued_from,
        spans=head.spans + rest.spans,
    )
