"""How well a page was read: the measures of the project, of a parsed page against what is known of it.

Text is compared without white space, display text without signs as well. An article of the truth is
matched with the parsed article that shares most characters with it, each at most once; whatever is
measured inside articles is measured between matched ones. Counts are (right, given, wanted), to be
added up over pages; F1 is taken of the sums.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Final

import regex
from attrs import field, frozen

from paperparse.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from paperparse.model import Article, Byline, Dateline, Page

__all__ = ["MEASURES", "Expected", "Score", "expected_articles", "score_page"]

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

_BLANK = regex.compile(r"[\s\u3000\u200b\ufeff]+")
_SIGN = regex.compile(r"[^\w]|_")
_FOUND: Final = 0.99
_RULES: Final = "|｜"
"""Signs between columns: whether they are furniture or their article's is nobody's concern."""


def tight(text: str | None) -> str:
    """Text without white space.

    Examples:
        >>> tight("孙 欣")
        '孙欣'
    """
    return _BLANK.sub("", text or "")


def plain(text: str | None) -> str:
    """Text without white space and signs.

    Examples:
        >>> plain("■“工赋”：提 速")
        '工赋提速'
    """
    return _SIGN.sub("", tight(text))


@frozen
class Expected:
    """One article as it should be read.

    Attributes:
        name: What to call it in messages.
        characters: Its positions in the page's text.
        headings: Label, kicker, main and sub passages, signs and blanks taken out.
        mains: The main headline; several where more than one reading is right, none when it has none.
        optional: Whether leaving the main headline out is right as well.
        bylines: Role and name of everyone who signed.
        outlets: Outlets of the bylines.
        dateline: Outlet, place, month, day and kind; empty when there is none.
        paragraphs: Texts, each with the way it may be split instead, if any.
        subheads: Texts.
        captions: Texts.
        highlights: Texts.
        jumps: ``"from"`` and ``"to"`` where it has jump lines.
    """

    name: str
    characters: frozenset[int]
    headings: tuple[str, ...] = ()
    mains: tuple[str, ...] = ()
    optional: bool = False
    bylines: tuple[tuple[str, str], ...] = ()
    outlets: tuple[str, ...] = ()
    dateline: tuple[Hashable, ...] = ()
    paragraphs: tuple[tuple[str, tuple[str, ...]], ...] = ()
    subheads: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    highlights: tuple[str, ...] = ()
    jumps: tuple[str, ...] = ()


@frozen
class Score:
    """Counts of one page or many.

    Attributes:
        counts: (right, given, wanted) of each measure.
        b_cubed: B³ F1 over characters of each page.
        splits: Non-empty meetings of truth and result, less the articles of the truth (NewsEye's measure).
        merges: The same, less the articles of the result; what belongs to no article counts as one.
        faults: Kind of error and a few words on it.
        confidence: Of each matched article how sure the parser was, and whether all of it was right.
    """

    counts: Mapping[str, tuple[int, int, int]]
    b_cubed: tuple[float, ...]
    splits: int = 0
    merges: int = 0
    faults: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    confidence: tuple[tuple[float, bool], ...] = field(default=(), repr=False)

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
            self.confidence + other.confidence,
        )

    def f1(self, measure: str) -> float | None:
        """F1 of a measure, or None when there was nothing to find and nothing was given."""
        if measure == "b_cubed":
            return sum(self.b_cubed) / len(self.b_cubed) if self.b_cubed else None
        right, given, wanted = self.counts.get(measure, _NONE)
        return 2 * right / (given + wanted) if given + wanted else None


_NONE: Final = (0, 0, 0)


def expected_articles(page: Page) -> tuple[Expected, ...]:
    """What a page's articles say, as the measures compare them.

    Args:
        page: A page of truth, or a parsed one.

    Returns:
        One for each article, in the page's order.
    """
    return tuple(_expected(article) for article in page.articles)


def _expected(article: Article) -> Expected:
    """One article as the measures compare it."""
    head = article.headline
    main = "".join(plain(passage.text) for passage in head.main)
    return Expected(
        name=article.id,
        characters=frozenset(at for span in article.spans for at in range(span.start, span.end)),
        headings=tuple(plain(passage.text) for passage in head.passages),
        mains=(main,) if main else (),
        bylines=_signed(article.bylines),
        outlets=tuple(tight(byline.outlet) for byline in article.bylines if byline.outlet),
        dateline=_dated(article.dateline),
        paragraphs=tuple((tight(b.text), ()) for b in article.body if b.kind is BlockKind.PARAGRAPH),
        subheads=tuple(plain(b.text) for b in article.body if b.kind is BlockKind.SUBHEAD),
        captions=tuple(plain(caption.text) for caption in article.captions),
        highlights=tuple(plain(passage.text) for passage in article.highlights),
        jumps=("from",) * (article.continued_from is not None) + ("to",) * (article.continued_to is not None),
    )


def _signed(bylines: Iterable[Byline]) -> tuple[tuple[str, str], ...]:
    """Role and name of everyone who signed."""
    return tuple((tight(byline.role), tight(name)) for byline in bylines for name in byline.names)


def _dated(line: Dateline | None) -> tuple[Hashable, ...]:
    """What is compared of a dateline."""
    return (
        ()
        if line is None
        else (tight(line.outlet), tight(line.place), line.month, line.day, tight(line.kind))
    )


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
    sure: list[tuple[float, bool]] = []
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
            sure.append((page.articles[other].confidence, len(faults) == before and not own["article"]))
    return Score(
        {name: (row[0], row[1], row[2]) for name, row in counts.items()},
        (_b_cubed(joint, sizes, got, len(keep)),),
        len(joint) - len(sizes),
        len(joint) - len(got),
        tuple(faults),
        tuple(sure),
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
