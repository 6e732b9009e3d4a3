"""Examples of how headlines are worded, from a file of articles.

Texts are folded as the package folds a page and the cues are those the package takes. Every row of the file
counts: the press leaves out articles whose bodies it cannot tell apart, but their headlines are as good.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any, Final
from unittest.mock import patch

import regex
from attrs import frozen

from paperparse.articles import wording
from paperparse.articles.grams import grams_of
from paperparse.text.fold import fold
from paperparse.text.lines import em_width

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from random import Random

__all__ = ["Example", "Headline", "read_headlines", "seam_examples", "title_examples"]

PASSAGE: Final = 4
"""Characters of the shortest passage that is taken."""
CUT: Final = 9
"""Characters of the shortest that is cut in two."""
PARTS: Final = (2, 2, 3)
"""Into how many lines it is cut; two of them are taken."""
RAGGED: Final = 1.5
"""Characters by which a cut is off at the most."""
HALF: Final = 3
"""Characters on either side of a cut at the least."""
WRAPPED: Final = 18.0
"""Em from which on a passage beside another is halved in half of the cases, as if it were wrapped itself."""
_LABEL: Final = regex.compile(r"\([^()]{2,14}\)$")
_UNCUT: Final = regex.compile(r".[,。、”)》:]|[“(《].|[0-9A-Za-z]{2}")
_DASH: Final = "—"


@frozen
class Headline:
    """The folded passages of an article's headline.

    Attributes:
        page: Its newspaper page.
        kicker: What leads in, or nothing.
        main: The main headline.
        sub: What follows, or nothing.
        body: The pairs of its body.
    """

    page: int
    kicker: str
    main: str
    sub: str
    body: frozenset[str]


@frozen
class Example:
    """Two lines and what is right of them.

    Attributes:
        page: Their newspaper page.
        cues: What was observed.
        right: Whether the upper one is the main headline, or whether they are two passages.
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
            _words(row["kicker"]),
            _LABEL.sub("", _words(row["title"])).strip(),
            _words(row["subtitle"]),
            grams_of(fold("\n".join(row["paragraphs"]))),
        )
        for page, members in enumerate(chosen)
        for row in members
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
        cues = {name: value for name, value in _against(upper, lower).items() if value}
        found.append(Example(one.page, cues, bool(one.sub)))
    return found


def _against(upper: str, lower: str) -> dict[str, float]:
    """What is observed of the upper of two passages less what is observed of the lower."""
    found = Counter[str](wording.cues(upper))
    found.subtract(wording.cues(lower))
    breadth = (min(em_width(text), wording.WIDEST) / 10 for text in (upper, lower))
    return {**found, "width": next(breadth) - next(breadth)}


def seam_examples(headlines: Sequence[Headline], rng: Random) -> list[Example]:
    """Passages that stand together, and passages cut in two."""
    found: list[Example] = []
    for one in headlines:
        passages = [text for text in (one.kicker, one.main, one.sub) if len(text) >= PASSAGE]
        for upper, lower in pairwise(passages):
            if not (upper.endswith(_DASH) or lower.startswith(_DASH)):
                first, second = _maybe_half(upper, rng)[1], _maybe_half(lower, rng)[0]
                found.append(Example(one.page, seam_cues(first, second, one.body), right=True))
        for text in passages:
            halves = _cut(text, rng) if len(text) >= CUT else None
            if halves:
                found.append(Example(one.page, seam_cues(*halves, one.body), right=False))
    return found


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


class _Asked:
    """A table of weights that notes which rows it is asked for."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def __getitem__(self, name: str) -> float:
        self.names.append(name)
        return 0.0

    def get(self, name: str, _default: float) -> float:
        """What stands in a row."""
        return self[name]


def seam_cues(upper: str, lower: str, body: frozenset[str]) -> dict[str, float]:
    """The rows of ``seams.toml`` that the package looks up for two lines."""
    asked = _Asked()
    with patch.object(wording, "_table", return_value={"base": 0.0, "shape": asked, "words": asked}):
        wording.seam(upper, lower, held=upper[-1:] + lower[:1] in body)
    return dict.fromkeys(asked.names, 1.0)
