"""Issues of several pages, articles going on from one to another."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from paperparse.model import Headline, Issue, Jump, Link, Passage
from paperparse.testing.compose import JumpLine, Jumps
from paperparse.testing.cutting import CutAt, Part, cut_copy, jump_line, short_headline
from paperparse.testing.expected import tight
from paperparse.testing.house import draw_house
from paperparse.testing.press import set_page
from paperparse.testing.sheet import new_sheet
from paperparse.testing.words import chance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.model import Article, Page
    from paperparse.testing.copies import Copy
    from paperparse.testing.forms import Form
    from paperparse.testing.sheet import Sheet

__all__ = ["MANNERS", "IssueProof", "Manner", "Marks", "print_issue"]


class Marks(StrEnum):
    """What has become of the two jump lines of a continuation."""

    BOTH = "both"
    FROM_LOST = "from-lost"  # only 下转 is left
    TO_LOST = "to-lost"  # only 上接 is left
    NONE = "none"
    TO_WRONG = "to-wrong"  # 下转 names another page
    FROM_WRONG = "from-wrong"  # 上接 names another page


@frozen
class Manner:
    """How articles go on over the pages of an issue; every tuple is drawn from, every rate is 0 to 1.

    Attributes:
        marks: What becomes of jump lines.
        cuts: What stands before a cut.
        parts: Into how many parts an article is cut.
        together: How many articles go on from one page to the same later page, at the most.
        alone: How often a jump line stands on a line of its own.
        headline: How often a headline is repeated over a later part, before the form takes some away.
    """

    marks: tuple[Marks, ...] = (Marks.BOTH,)
    cuts: tuple[CutAt, ...] = tuple(CutAt)
    parts: tuple[int, ...] = (2, 2, 2, 2, 3, 4)
    together: tuple[int, ...] = (1, 1, 1, 2, 3, 4)
    alone: float = 0.4
    headline: float = 0.7


MANNERS: Final = {
    "marked": Manner(),
    "to-lost": Manner(marks=(Marks.TO_LOST,)),
    "from-lost": Manner(marks=(Marks.FROM_LOST,)),
    "none": Manner(marks=(Marks.NONE,)),
    "misprinted": Manner(marks=(Marks.BOTH, Marks.TO_WRONG, Marks.FROM_WRONG)),
    "mixed": Manner(marks=(Marks.BOTH, *Marks)),
}
"""The manners that are measured, by name."""


@frozen
class IssueProof:
    """A printed issue with what is known of it.

    Attributes:
        texts: The raw print of each page.
        truth: The issue as a perfect reader would give it: pages, links, and articles stitched.
    """

    texts: tuple[str, ...]
    truth: Issue


@frozen
class _Run:
    """An article over the pages it stands on: its parts, each with the 0-based index of its page."""

    parts: tuple[tuple[int, Part], ...]


_MANNER: Final = MANNERS["marked"]


def print_issue(
    pages: Sequence[Sequence[Copy]], form: Form, seed: int, jumps: int = 1, manner: Manner = _MANNER
) -> IssueProof:
    """Set an issue in which articles go on on later pages.

    Args:
        pages: The articles of each page.
        form: What the composing room and the extractor may do.
        seed: The same pages, form, manner and seed always give the same issue.
        jumps: From how many pages articles go on; there are fewer where articles are too short to be cut.
        manner: How they go on.

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
    sheets = _sheets(len(pages), rng)
    jobs: list[list[tuple[Copy, Jumps | None]]] = [[(copy, Jumps()) for copy in page] for page in pages]
    runs = _cut(jobs, sheets, jumps, manner, rng)
    proofs = [set_page(job, form, sheet, rng) for job, sheet in zip(jobs, sheets, strict=True)]
    truths = tuple(proof.truth for proof in proofs)
    links, articles = _stitched(truths, runs)
    return IssueProof(tuple(proof.text for proof in proofs), Issue(truths, articles, links))


def _sheets(count: int, rng: Random) -> list[Sheet]:
    """The pages of one paper: numbered through, with a letter, or in two lettered sections."""
    house = draw_house(rng)
    first = new_sheet(rng)
    drawn = rng.random()
    numbers = [str(at + 1) for at in range(count)]
    if drawn > 0.8:  # noqa: PLR2004 - a fifth of the papers has two sections
        middle = (count + 1) // 2
        numbers = [f"A{at + 1:02d}" if at < middle else f"B{at + 1 - middle:02d}" for at in range(count)]
    elif drawn > 0.6:  # noqa: PLR2004 - another fifth one with a letter
        numbers = [f"A{at + 1:02d}" if drawn > 0.7 else f"A{at + 1}" for at in range(count)]  # noqa: PLR2004
    return [
        evolve(first, number=number, section=new_sheet(rng).section, house=house, index=at)
        for at, number in enumerate(numbers)
    ]


def _cut(
    jobs: list[list[tuple[Copy, Jumps | None]]], sheets: list[Sheet], jumps: int, manner: Manner, rng: Random
) -> list[_Run]:
    """Let articles go on on later pages, several of one page at times on the same one."""
    starts = list(range(len(jobs) - 1))
    rng.shuffle(starts)
    runs: list[_Run] = []
    for one in starts[:jumps]:
        together = rng.choice(manner.together)
        route = _route(one, len(jobs), rng.choice(manner.parts), rng)
        whole = [at for at, (_, jump) in enumerate(jobs[one]) if jump == Jumps()]
        rng.shuffle(whole)
        for also, at in enumerate(whole[:together], 1):
            parts = cut_copy(jobs[one][at][0], len(route), manner.cuts, rng)
            if len(parts) > 1:
                number = also if together > 1 else 0
                runs.append(
                    _lay(jobs, at, list(zip(route, parts, strict=False)), sheets, number, manner, rng)
                )
    return runs


def _route(one: int, count: int, parts: int, rng: Random) -> list[int]:
    """The pages an article stands on: a first one and later ones, the next one most often."""
    later = list(range(one + 1, count))
    wanted = min(parts - 1, len(later))
    if chance(rng, 0.5):
        return [one, *later[:wanted]]
    return [one, *sorted(rng.sample(later, wanted))]


def _lay(  # noqa: PLR0913, PLR0917 - the issue, the article, where it goes, and how
    jobs: list[list[tuple[Copy, Jumps | None]]],
    at: int,
    parts: list[tuple[int, Part]],
    sheets: list[Sheet],
    also: int,
    manner: Manner,
    rng: Random,
) -> _Run:
    """Put the parts of an article on their pages, with the jump lines that are left of them."""
    fates = [rng.choice(manner.marks) for _ in parts[1:]]
    names = [sheet.number for sheet in sheets]
    for number, (page, part) in enumerate(parts):
        before = names[parts[number - 1][0]] if number else ""
        after = names[parts[number + 1][0]] if number + 1 < len(parts) else ""
        came = _printed(before, fates[number - 1], names, also, manner, rng, back=True) if before else None
        goes = _printed(after, fates[number], names, also, manner, rng, back=False) if after else None
        copy = part.copy
        if number:
            head = short_headline(copy, rng) if chance(rng, manner.headline) else ()
            copy = evolve(copy, main=head)
            jobs[page].append((copy, Jumps(before, after, came, goes)))
        else:
            jobs[page][at] = (copy, Jumps(before, after, came, goes))
    return _Run(tuple(parts))


def _printed(  # noqa: PLR0913, PLR0917 - the line's page, its fate, and what decides its wording
    page: str, fate: Marks, names: list[str], also: int, manner: Manner, rng: Random, *, back: bool
) -> JumpLine:
    """A jump line as it comes out."""
    if fate is Marks.NONE or fate is (Marks.FROM_LOST if back else Marks.TO_LOST):
        return JumpLine(page, "")
    if fate is (Marks.FROM_WRONG if back else Marks.TO_WRONG):
        digits = page.lstrip("AB")
        others = [*(name for name in names if name != page), f"{page.removesuffix(digits)}{int(digits) + 7}"]
        page = rng.choice(others)
    alone = chance(rng, manner.alone)
    text = jump_line(page, rng, back=back, also=also)
    return JumpLine(page, text, alone or not text.endswith(("）", ")", "】")))


def _stitched(pages: tuple[Page, ...], runs: list[_Run]) -> tuple[tuple[Link, ...], tuple[Article, ...]]:
    """The links between the pages, and all articles with those that go on made whole."""
    links: list[Link] = []
    whole = {article.id: article for page in pages for article in page.articles}
    free = {page.index: list(page.articles) for page in pages}
    for run in runs:
        found = [(_find(free[page], part.copy), part) for page, part in run.parts]
        for (one, _), (two, _) in pairwise(found):
            links.append(Link(one.id, two.id, 1.0))
        article, _ = found[0]
        for rest, part in found[1:]:
            article = _joined(article, rest, within=part.within)
            del whole[rest.id]
        whole[article.id] = article
    return tuple(links), tuple(whole.values())


def _find(free: list[Article], copy: Copy) -> Article:
    """The article of a page whose body is that of a copy, taken out of those that are free."""
    wanted = tight("".join(item.text for item in copy.body))
    pairs = Counter(map("".join, pairwise(wanted)))

    def alike(article: Article) -> tuple[bool, float]:
        text = tight(article.text)
        own = Counter(map("".join, pairwise(text)))
        return text == wanted, (pairs & own).total() / (1 + max(pairs.total(), own.total()))

    found = max(free, key=alike)
    free.remove(found)
    return found


def _joined(head: Article, rest: Article, *, within: bool) -> Article:
    """Two parts as one article; the paragraph that was cut is whole again."""
    body = head.body + rest.body
    if within:
        last, first = head.body[-1], rest.body[0]
        seam = evolve(last, text=last.text + first.text, spans=last.spans + first.spans)
        body = (*head.body[:-1], seam, *rest.body[1:])
    return evolve(
        head,
        headline=_repeated(head, rest),
        body=body,
        bylines=head.bylines + rest.bylines,
        dateline=head.dateline or rest.dateline,
        captions=head.captions + rest.captions,
        highlights=head.highlights + rest.highlights,
        continued_from=_both(rest.continued_from, head.continued_from),
        continued_to=_both(head.continued_to, rest.continued_to),
        spans=head.spans + rest.spans,
    )


def _repeated(head: Article, rest: Article) -> Headline:
    """The headline of the first part with the places where it is repeated."""
    again = tuple(span for passage in rest.headline.passages for span in passage.spans)
    if not again:
        return head.headline
    if not head.headline.main:
        return evolve(head.headline, main=rest.headline.main)
    first, *others = head.headline.main
    return evolve(head.headline, main=(Passage(first.text, first.spans + again), *others))


def _both(near: Jump | None, far: Jump | None) -> Jump | None:
    """The jump lines of two parts that point the same way as one; the outer of them names the page."""
    if near is None or far is None:
        return near or far
    one, two = sorted((near, far), key=lambda jump: jump.spans)
    return Jump(far.page, f"{one.text} {two.text}", one.spans + two.spans)
