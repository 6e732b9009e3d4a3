"""How well a page was read: the measures of the project, of a parsed page against what is known of it.

An article of the truth is matched with the parsed article that shares most characters with it, each at
most once; whatever is measured inside articles is measured between matched ones. Counts are (right,
given, wanted), to be added up over pages; F1 is taken of the sums.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from paperparse.testing.expected import Expected, expected_articles

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from paperparse.model import Issue, Page, Span

__all__ = ["MEASURES", "Judged", "Score", "score_links", "score_page"]

MEASURES: Final = (
    "article",
    "headline_set",
    "headline_main",
    "pairing",
    "byline",
    "outlet",
    "dateline",
    "paragraph",
    "subhead",
    "captions",
    "highlights",
    "jump",
)
"""What is counted, in the order printed; ``pairing`` is every headline passage in its own article."""

_FOUND: Final = 0.99
_RULES: Final = "|｜"
"""Signs between columns: whether they are furniture or their article's is nobody's concern."""


@frozen
class Judged:
    """An article that was found, and whether it was read as it should be.

    Attributes:
        article: Its id.
        confidence: How sure the parser was, 0 to 1.
        right: Whether all of it was right.
    """

    article: str
    confidence: float
    right: bool


@frozen
class Score:
    """Counts of one page or many.

    Attributes:
        counts: (right, given, wanted) of each measure.
        b_cubed: B³ F1 over characters of each page.
        splits: Non-empty meetings of truth and result, less the articles of the truth (NewsEye's measure).
        merges: The same, less the articles of the result; what belongs to no article counts as one.
        faults: Kind of error and a few words on it.
        judged: The matched articles, with how sure the parser was of each.
    """

    counts: Mapping[str, tuple[int, int, int]]
    b_cubed: tuple[float, ...]
    splits: int = 0
    merges: int = 0
    faults: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    judged: tuple[Judged, ...] = field(default=(), repr=False)

    def __add__(self, other: Score) -> Score:
        """The counts of both."""
        counts = {
            name: tuple(
                map(sum, zip(self.counts.get(name, _NONE), other.counts.get(name, _NONE), strict=True))
            )
            for name in {**self.counts, **other.counts}
        }
        return Score(
            counts,  # type: ignore[arg-type]
            self.b_cubed + other.b_cubed,
            self.splits + other.splits,
            self.merges + other.merges,
            self.faults + other.faults,
            self.judged + other.judged,
        )

    def f1(self, measure: str) -> float | None:
        """F1 of a measure, or None when there was nothing to find and nothing was given."""
        if measure == "b_cubed":
            return sum(self.b_cubed) / len(self.b_cubed) if self.b_cubed else None
        right, given, wanted = self.counts.get(measure, _NONE)
        return 2 * right / (given + wanted) if given + wanted else None


_NONE: Final = (0, 0, 0)


def score_page(wanted: Sequence[Expected], page: Page) -> Score:
    """Measure a parsed page.

    Args:
        wanted: Its articles as they should be read.
        page: The page as it was read.

    Returns:
        Its counts and faults.
    """
    given = expected_articles(page)
    owned = frozenset(chain.from_iterable(article.characters for article in wanted))
    keep = [
        at for at, char in enumerate(page.text) if not char.isspace() and (char not in _RULES or at in owned)
    ]
    truth, result = _owners(wanted, keep), _owners(given, keep)
    joint = Counter(zip(truth, result, strict=True))
    sizes, got = Counter(truth), Counter(result)
    match = _matched(joint)
    counts: dict[str, list[int]] = {name: [0, 0, 0] for name in MEASURES}
    faults: list[tuple[str, str]] = []
    judged: list[Judged] = []
    counts["article"] = [0, len(given), len(wanted)]
    for number, want in enumerate(wanted):
        other = match.get(number)
        own = Counter[str]()
        if other is None:
            faults.append(("article missing", f"{want.name} {want.mains}"))
        else:
            shared = joint[number, other]
            overlap = shared / (sizes[number] + got[other] - shared)
            counts["article"][0] += overlap >= _FOUND
            if overlap < _FOUND:
                own["article"] += 1
                kind = "article too small" if got[other] < sizes[number] else "article too large"
                faults.append((kind, f"{want.name} overlap {overlap:.3f}"))
        before = len(faults)
        _compare(want, given[other] if other is not None else Expected("", frozenset()), counts, faults)
        if other is not None:
            read = page.articles[other]
            right = len(faults) == before and not own["article"]
            judged.append(Judged(read.id, read.confidence, right))
    return Score(
        {name: (row[0], row[1], row[2]) for name, row in counts.items()},
        (_b_cubed(joint, sizes, got, len(keep)),),
        len(joint) - len(sizes),
        len(joint) - len(got),
        tuple(faults),
        tuple(judged),
    )


def _owners(articles: Sequence[Expected], keep: list[int]) -> list[int | None]:
    """Which article each kept character belongs to."""
    owner = {at: number for number, article in enumerate(articles) for at in article.characters}
    return [owner.get(at) for at in keep]


def _matched(joint: Counter[tuple[int | None, int | None]]) -> dict[int, int]:
    """Truth to result, most shared characters first."""
    match: dict[int, int] = {}
    taken: set[int] = set()
    for (one, two), _ in sorted(joint.items(), key=lambda item: -item[1]):
        if one is not None and two is not None and one not in match and two not in taken:
            match[one] = two
            taken.add(two)
    return match


def _b_cubed(
    joint: Counter[tuple[int | None, int | None]],
    sizes: Counter[int | None],
    got: Counter[int | None],
    total: int,
) -> float:
    """B³ F1; what belongs to no article is a cluster of its own on both sides."""
    if not total:
        return 1.0
    precision = sum(count * count / got[two] for (_, two), count in joint.items()) / total
    recall = sum(count * count / sizes[one] for (one, _), count in joint.items()) / total
    return 2 * precision * recall / (precision + recall)


def _compare(
    want: Expected, got: Expected, counts: dict[str, list[int]], faults: list[tuple[str, str]]
) -> None:
    """Count what is right inside one article."""

    def add(measure: str, right: int, given: int, wanted: int) -> None:
        for at, value in enumerate((right, given, wanted)):
            counts[measure][at] += value

    def lists(measure: str, wanted: Sequence[Hashable], given: Sequence[Hashable]) -> None:
        missed, extra = Counter(wanted) - Counter(given), Counter(given) - Counter(wanted)
        add(measure, len(wanted) - missed.total(), len(given), len(wanted))
        if missed or extra:
            kind = "lost" if not extra else "invented" if not missed else "wrong"
            shown = " | ".join(_short(item) for item in chain(missed, ["≠"] if extra else [], extra))
            faults.append((f"{measure} {kind}", f"{want.name} {shown}"))

    if want.headings or got.headings:
        same = _letters(want.headings) == _letters(got.headings)
        add("headline_set", int(same), int(bool(got.headings)), int(bool(want.headings)))
        if not same:
            faults.append(("headline set", f"{want.name} {list(want.headings)} got {list(got.headings)}"))
        lists("pairing", want.headings, got.headings)
    if (want.mains or got.mains) and not (want.optional and not got.mains):
        main = got.mains[0] if got.mains else ""
        right = main in (want.mains or ("",))
        add("headline_main", int(right), int(bool(main)), int(bool(want.mains)))
        if not right:
            faults.append(("headline main", f"{want.name} {want.mains[:1]} got {main}"))
    lists("byline", want.bylines, got.bylines)
    lists("outlet", want.outlets, got.outlets)
    lists("dateline", [want.dateline] if want.dateline else [], [got.dateline] if got.dateline else [])
    given = [text for text, _ in got.paragraphs]
    wanted = [
        piece
        for text, split in want.paragraphs
        for piece in (split if split and text not in given and set(split) <= set(given) else (text,))
    ]
    lists("paragraph", wanted, given)
    for name in ("subheads", "captions", "highlights", "jumps"):
        measure = name.removesuffix("s") if name in {"subheads", "jumps"} else name
        lists(measure, getattr(want, name), getattr(got, name))


def _letters(texts: Iterable[str]) -> str:
    """All characters of some texts, sorted."""
    return "".join(sorted("".join(texts)))


def _short(item: Hashable) -> str:
    """An item in a few characters, both ends of it."""
    text = (
        item
        if isinstance(item, str)
        else "/".join(str(part) for part in item)
        if isinstance(item, tuple)
        else str(item)
    )
    return text if len(text) <= 2 * 12 else f"{text[:12]}…{text[-10:]}"


def score_links(truth: Issue, result: Issue) -> tuple[int, int, int]:
    """Measure the continuations of a parsed issue.

    Args:
        truth: The issue as it should be read.
        result: The issue as it was read.

    Returns:
        Links that are right, links given, links there are. A link is right when both its ends share more
        characters with the true ends than with any other article.
    """
    known = [(article.id, _characters(article.spans)) for page in truth.pages for article in page.articles]

    def meant(characters: frozenset[tuple[int, int]]) -> str:
        return max(known, key=lambda item: len(item[1] & characters), default=("", frozenset()))[0]

    parts = {article.id: _characters(article.spans) for page in result.pages for article in page.articles}
    wanted = {(link.from_article, link.to_article) for link in truth.links}
    given = [
        (meant(parts.get(link.from_article, frozenset())), meant(parts.get(link.to_article, frozenset())))
        for link in result.links
    ]
    return len(wanted & set(given)), len(given), len(wanted)


def _characters(spans: Iterable[Span]) -> frozenset[tuple[int, int]]:
    """Page and position of each character of some spans."""
    return frozenset((span.page, at) for span in spans for at in range(span.start, span.end))
