"""Examples of how headlines are worded, from a file of articles.

Texts are folded as the package folds a page and the cues are those the package takes. Every row of the file
counts: the press leaves out articles whose bodies it cannot tell apart, but their headlines are as good.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections import Counter
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any, Final

import regex
from attrs import frozen
from fit_boundaries import sheet_of
from gold import PAPERS

from paperparse.articles import wording
from paperparse.articles.grams import grams_of
from paperparse.articles.seams import break_cues, label_nats, seam_cues
from paperparse.testing.leaves import LeafKind
from paperparse.text.fold import fold
from paperparse.text.lines import em_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path
    from random import Random

    from gold import Known, Owner

    from paperparse.text.lines import Line

__all__ = [
    "SINGLE",
    "Example",
    "Headline",
    "label_examples",
    "page_examples",
    "paper_headlines",
    "passage_cues",
    "read_headlines",
    "seam_examples",
    "single_examples",
    "title_examples",
]

PASSAGE: Final = 4
"""Characters of the shortest passage that is taken."""
CUT: Final = 9
"""Characters of the shortest that is cut in two."""
EVEN: Final = 0.5
"""How often a passage is cut into parts of about the same length, not into full lines and a rest."""
FILLED: Final = (5, 24)
"""Characters of a full line."""
PARTS: Final = (2, 2, 3)
"""Into how many lines it is cut; two of them are taken."""
RAGGED: Final = 1.5
"""Characters by which a cut is off at the most."""
HALF: Final = 3
"""Characters on either side of a cut at the least."""
WRAPPED: Final = 18.0
"""Em from which on a passage beside another is halved in half of the cases, as if it were wrapped itself."""
LABELLED: Final = 2
"""Examples taken of one label: it stands over many articles, and what labels are like is to be learnt."""
SINGLE: Final = "single "
"""What the shapes of a passage by itself are named by."""
_LABEL: Final = regex.compile(r"\(([^()]{2,14})\)$")
_UNCUT: Final = regex.compile(r".[,。、”)》:]|[“(《].|[0-9A-Za-z]{2}")
_DASH: Final = "—"


@frozen
class Headline:
    """The folded passages of an article's headline.

    Attributes:
        page: Its newspaper page.
        label: The standing head, or nothing.
        kicker: What leads in, or nothing.
        main: The main headline.
        sub: What follows, or nothing.
        body: The pairs of its body.
        opening: The pairs of its first paragraph.
    """

    page: int
    label: str
    kicker: str
    main: str
    sub: str
    body: frozenset[str]
    opening: frozenset[str]


@frozen
class Example:
    """Two lines and what is right of them.

    Attributes:
        page: Their newspaper page.
        cues: What was observed.
        right: Whether the upper one is the main headline, or they are two passages, or the first is a label.
    """

    page: int
    cues: dict[str, float]
    right: bool


def read_headlines(path: Path, pages: int, rng: Random) -> list[Headline]:
    """The headlines of some newspaper pages of a file."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        rows: list[dict[str, Any]] = [json.loads(line) for line in lines if line.strip()]
    rows.sort(key=_place)
    printed = [list(members) for _, members in groupby(rows, key=_place)]
    chosen = rng.sample(printed, min(pages, len(printed)))
    return [
        Headline(
            page,
            "".join(_LABEL.findall(_words(row["title"]))),
            _words(row["kicker"]),
            _LABEL.sub("", _words(row["title"])).strip(),
            _words(row["subtitle"]),
            grams_of(fold("\n".join(row["paragraphs"]))),
            grams_of(fold("".join(row["paragraphs"][:1]))),
        )
        for page, members in enumerate(chosen)
        for row in members
    ]


def paper_headlines(page: int) -> list[Headline]:
    """The headlines of the pages written in the manner of many papers.

    Those of the real pages are none of them: a table of words must not learn theirs.

    Args:
        page: The number of the first of these pages.

    Returns:
        Those of all articles that have a main headline.
    """
    return [
        Headline(
            number,
            _words("".join(row["label"])),
            _words(" ".join(row["kicker"])),
            _words(" ".join(row["main"])),
            _words(" ".join(row["sub"])),
            grams_of(fold("\n".join(block["text"] for block in row["body"]))),
            grams_of(fold("".join(block["text"] for block in row["body"][:1]))),
        )
        for number, file in enumerate(sorted((PAPERS / "gold").glob("*.json")), page)
        for row in json.loads(file.read_text(encoding="utf-8"))["articles"]
        if row["main"]
    ]


def _place(row: Mapping[str, Any]) -> tuple[str, int]:
    """The newspaper page of a row."""
    return str(row["date"]), int(row["page"])


def _words(field: str) -> str:
    """A field folded for matching, blanks made one."""
    return " ".join(fold(field).split())


def title_examples(headlines: Sequence[Headline]) -> list[Example]:
    """Articles with a kicker or a sub but not both."""
    found: list[Example] = []
    for one in headlines:
        if not one.main or bool(one.kicker) == bool(one.sub):
            continue
        upper, lower = (one.main, one.sub) if one.sub else (one.kicker, one.main)
        cues = {name: value for name, value in _against(upper, lower, one.opening).items() if value}
        cues |= {"labelled": 1.0} if one.label else {}
        found.append(Example(one.page, cues, bool(one.sub)))
    return found


def single_examples(headlines: Sequence[Headline]) -> list[Example]:
    """Main headlines that stand alone, and kickers and subs: what each is like by itself.

    Shapes are named otherwise than those of two passages that are compared, for a main headline alone is
    of another shape; its words are not.
    """
    found: list[Example] = []
    for one in headlines:
        alone = not (one.kicker or one.sub)
        for text in (one.main,) if alone else (one.kicker, one.sub):
            if text:
                seen = {"alone": 1.0, **passage_cues(text, one.opening)}
                cues = {
                    name if name[0] in "<>~" else f"{SINGLE}{name}": value for name, value in seen.items()
                }
                found.append(Example(one.page, cues, alone))
    return found


def _against(upper: str, lower: str, opening: frozenset[str]) -> dict[str, float]:
    """What is observed of the upper of two passages less what is observed of the lower."""
    first, second = passage_cues(upper, opening), passage_cues(lower, opening)
    return {name: first.get(name, 0.0) - second.get(name, 0.0) for name in first | second}


def passage_cues(text: str, opening: frozenset[str]) -> dict[str, float]:
    """What is observed of a passage of an article that opens with some pairs of characters."""
    pairs = grams_of(text)
    return {
        **{name: float(count) for name, count in Counter(wording.cues(text)).items()},
        "width": min(em_width(text), wording.WIDEST) / 10,
        "told": len(pairs & opening) / max(len(pairs), 1),
    }


def label_examples(headlines: Sequence[Headline], rng: Random) -> list[Example]:
    """First passages of headlines of several: labels, and kickers and main headlines without one above."""
    taken = Counter[str]()
    found: list[Example] = []
    for one in rng.sample(headlines, len(headlines)):
        if one.label:
            taken[one.label] += 1
        first = one.label or one.kicker or (one.main if one.sub else "")
        if first and taken[one.label] <= LABELLED:
            pairs = grams_of(first)
            shared = len(pairs & one.body) / max(len(pairs), 1)
            # the same label in one fold, so that none is tried by what was learnt from it
            fold_of = zlib.crc32(one.label.encode()) if one.label else one.page
            found.append(Example(fold_of, wording.label_cues(first, shared), bool(one.label)))
    return found


def seam_examples(headlines: Sequence[Headline], rng: Random) -> list[Example]:
    """Passages that stand together, and passages cut in two."""
    found: list[Example] = []
    for one in headlines:
        passages = [text for text in (one.kicker, one.main, one.sub) if len(text) >= PASSAGE]
        for upper, lower in pairwise([one.label, *passages] if one.label else passages):
            if not (upper.endswith(_DASH) or lower.startswith(_DASH)):
                first, second = _maybe_half(upper, rng)[1], _maybe_half(lower, rng)[0]
                found.append(Example(one.page, _cues(first, second, one.body), right=True))
        for text in passages:
            halves = (_cut if rng.random() < EVEN else _filled)(text, rng) if len(text) >= CUT else None
            if halves:
                found.append(Example(one.page, _cues(*halves, one.body), right=False))
    return found


def _cues(upper: str, lower: str, body: frozenset[str]) -> dict[str, float]:
    """What is observed of two lines by themselves."""
    held = upper[-1:] + lower[:1] in body
    return seam_cues(upper, lower, held=held, label=label_nats(upper, body))


def _maybe_half(text: str, rng: Random) -> tuple[str, str]:
    """The first and the last line of a passage, which may be wrapped itself."""
    if em_width(text) < WRAPPED or rng.random() < 1 / 2:
        return text, text
    middle = len(text) // 2
    return text[:middle].strip(), text[middle:].strip()


def _cut(text: str, rng: Random) -> tuple[str, str] | None:
    """Two lines of a passage that wraps, or None where no line could end."""
    size = len(text) / rng.choice([parts for parts in PARTS if len(text) > (HALF + 1 / 2) * parts])
    at = min(max(round(size + rng.uniform(-RAGGED, RAGGED)), HALF), len(text) - HALF)
    if _UNCUT.fullmatch(text[at - 1 : at + 1]):
        return None
    return text[:at].strip(), text[at : at + int(size) + 1].strip()


def _filled(text: str, rng: Random) -> tuple[str, str] | None:
    """Two lines of a passage of which the upper is full, or None where no line could end."""
    width = rng.randint(FILLED[0], min(FILLED[1], len(text) - 1))
    at = rng.randrange(width, len(text), width)
    if _UNCUT.fullmatch(text[at - 1 : at + 1]):
        return None
    return text[at - width : at].strip(), text[at : at + width].strip()


def page_examples(pages: Iterable[Known]) -> list[Example]:
    """Breaks between the headline lines of one article on set pages, where no blank line parts them."""
    found: list[Example] = []
    for number, page in enumerate(pages):
        sheet = sheet_of(page.text)
        owners = [_owner(page, line) for line in sheet.lines]
        bodies: dict[int, list[int]] = {}
        heads: dict[int, list[int]] = {}
        for at, owner in enumerate(owners):
            if owner is not None and owner.kind in {LeafKind.PARAGRAPH, LeafKind.MAIN}:
                kind = bodies if owner.kind is LeafKind.PARAGRAPH else heads
                kind.setdefault(owner.article, []).append(at)
        for article, lines in heads.items():
            body = grams_of(sheet.folded_of(bodies.get(article, ())))
            for at in lines:
                if at - 1 in lines and not sheet.lines[at].gap:
                    cues = break_cues(sheet, lines, at, body)
                    if cues is not None:
                        found.append(Example(number, cues, owners[at - 1] != owners[at]))
    return found


def _owner(page: Known, line: Line) -> Owner | None:
    """The one owner of a line, or None."""
    owners = {owner for owner in page.owners[line.start : line.end] if owner}
    return owners.pop() if len(owners) == 1 else None
