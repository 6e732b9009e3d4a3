"""How well continuations are followed: issues of the press, the measures of links and whole articles."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from paperparse.testing.archive import choose_articles
from paperparse.testing.issues import print_issue
from paperparse.testing.scoring import score_links

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from paperparse.model import Article, Issue, Page
    from paperparse.testing.copies import Copy
    from paperparse.testing.forms import Form
    from paperparse.testing.issues import IssueProof, Manner

__all__ = ["Followed", "evaluate_issues", "issue_proofs", "link_truth", "score_issue"]

_PAGES: Final = (2, 3, 4, 4)
_JUMPS: Final = (1, 2, 3)
_FOUND: Final = 0.99
_SURE: Final = 0.5


@frozen
class Followed:
    """Counts of one issue or many.

    Attributes:
        right: Links that are right.
        given: Links given.
        wanted: Links there are.
        sure: Wrong links of a score above one half.
        whole: Articles over several pages that came back whole: an article of the result shares at least
            99 % of the characters.
        cut: Articles over several pages.
    """

    right: int = 0
    given: int = 0
    wanted: int = 0
    sure: int = 0
    whole: int = 0
    cut: int = 0

    def __add__(self, other: Followed) -> Followed:
        """The counts of both."""
        return Followed(
            self.right + other.right,
            self.given + other.given,
            self.wanted + other.wanted,
            self.sure + other.sure,
            self.whole + other.whole,
            self.cut + other.cut,
        )

    @property
    def precision(self) -> float:
        """The share of the links given that are right; 1 where none is given."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """The share of the links there are that are given; 1 where there is none."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def wholeness(self) -> float:
        """The share of articles over several pages that came back whole; 1 where there is none."""
        return self.whole / self.cut if self.cut else 1.0


def issue_proofs(
    form: Form, manner: Manner, count: int, seed: int, archive: Sequence[Sequence[Copy]] | None
) -> Iterator[IssueProof]:
    """Issues of two to four pages.

    Args:
        form: The print form.
        manner: How articles go on.
        count: How many issues.
        seed: The same seed gives the same issues.
        archive: Articles by page to set, or None for sentences of our own.

    Yields:
        The issues.
    """
    for number in range(count):
        rng = Random(f"{seed}/{form.name}/issue/{number}")  # noqa: S311 - chance, not secrecy
        pages = [choose_articles(archive, rng) for _ in range(rng.choice(_PAGES))]
        yield print_issue(pages, form, rng.randrange(2**32), rng.choice(_JUMPS), manner)


def score_issue(truth: Issue, result: Issue) -> Followed:
    """Measure the continuations of a parsed issue.

    Args:
        truth: The issue as it should be read.
        result: The issue as it was read.

    Returns:
        Its counts; what makes a link right says :func:`paperparse.testing.scoring.score_links`.
    """
    right, given, wanted = score_links(truth, result)
    sure = evolve(result, links=tuple(link for link in result.links if link.score > _SURE))
    sure_right, sure_given, _ = score_links(truth, sure)
    cut = [article for article in truth.articles if len({span.page for span in article.spans}) > 1]
    got = [_characters(article) for article in result.articles]
    whole = sum(any(_alike(_characters(article), other) for other in got) for article in cut)
    return Followed(right, given, wanted, sure_given - sure_right, whole, len(cut))


def _characters(article: Article) -> frozenset[tuple[int, int]]:
    """Page and position of each character of an article."""
    return frozenset((span.page, at) for span in article.spans for at in range(span.start, span.end))


def _alike(one: frozenset[tuple[int, int]], two: frozenset[tuple[int, int]]) -> bool:
    """Whether two articles are the same but for a hundredth."""
    return len(one & two) >= _FOUND * len(one | two)


def evaluate_issues(
    parse_issue: Callable[[list[str]], Issue], proofs: Iterable[IssueProof], *, perfect: bool = False
) -> Followed:
    """Measure a parser on issues.

    Args:
        parse_issue: Texts to issue.
        proofs: The issues.
        perfect: Whether the pages are given to the linking room as a perfect reader would read them, to
            tell its slips from those of the pages.

    Returns:
        The sum of their counts.
    """
    total = Followed()
    for proof in proofs:
        result = parse_issue(list(proof.texts))
        total += score_issue(proof.truth, link_truth(proof, result.pages) if perfect else result)
    return total


def link_truth(proof: IssueProof, read: Sequence[Page]) -> Issue:
    """Link an issue whose pages are read without a fault.

    Args:
        proof: The issue.
        read: Its pages as they were read; what they say of numbers and dates is kept.

    Returns:
        The issue with the links found.
    """
    from paperparse.articles.sheet import Sheet  # noqa: PLC0415 - the press must work without the parser
    from paperparse.linking.link import link_pages  # noqa: PLC0415
    from paperparse.text.fold import fold  # noqa: PLC0415
    from paperparse.text.lines import split_lines  # noqa: PLC0415

    pages = [
        evolve(page, number=own.number, date=own.date, section=own.section)
        for page, own in zip(proof.truth.pages, read, strict=True)
    ]
    sheets = [
        Sheet(page.text, fold(page.text), page.index, split_lines(page.text), (), (), ()) for page in pages
    ]
    return link_pages(pages, sheets)
