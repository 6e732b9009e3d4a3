"""Known real pages: JSON files that say, article by article, what a page of raw print holds.

A golden file names its text (``source``) and for each article its passages, bylines, dateline, blocks,
and the 1-based ``lines`` that are its own. Where two readings are equally right it says so
(``main_alternatives``, ``main_optional``, ``or_split``).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from paperparse.model import BlockKind, BylineKind
from paperparse.testing.copies import Copy, Signature, Text, Wire
from paperparse.testing.expected import Expected, plain, tight

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["golden_articles", "read_golden"]

_HEADINGS: Final = ("label", "kicker", "main", "sub")
_KINDS: Final = {"通讯员": BylineKind.CORRESPONDENT, "实习生": BylineKind.INTERN}


def golden_articles(gold: dict[str, Any], text: str) -> tuple[Expected, ...]:
    """What a golden file says of a page, as the measures compare it.

    Args:
        gold: The file's JSON.
        text: The page's text.

    Returns:
        One for each article.
    """
    bounds: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        bounds.append((at, at + len(line)))
        at += len(line) + 1
    return tuple(_golden_article(article, bounds) for article in gold["articles"])


def _golden_article(article: dict[str, Any], bounds: list[tuple[int, int]]) -> Expected:
    """One article of a golden file."""
    main = plain("".join(article.get("main", ())))
    line = article.get("dateline")
    body = article.get("body", ())
    return Expected(
        name=article["id"],
        characters=frozenset(at for number in article["lines"] for at in range(*bounds[number - 1])),
        headings=tuple(plain(text) for role in _HEADINGS for text in article.get(role, ())),
        mains=(main, *map(plain, article.get("main_alternatives", ()))) if main else (),
        optional=bool(article.get("main_optional")),
        bylines=tuple(
            (tight(b["role"]), tight(name)) for b in article.get("bylines", ()) for name in b["names"]
        ),
        outlets=tuple(tight(b["outlet"]) for b in article.get("bylines", ()) if b.get("outlet")),
        dateline=(
            tight(line["outlet"]),
            tight(line["place"]),
            line["month"],
            line["day"],
            tight(line["kind"]),
        )
        if line
        else (),
        paragraphs=tuple(
            (tight(b["text"]), tuple(map(tight, b.get("or_split", ()))))
            for b in body
            if b["kind"] == "paragraph"
        ),
        subheads=tuple(plain(b["text"]) for b in body if b["kind"] == "subhead"),
        captions=tuple(map(plain, article.get("captions") or ())),
        highlights=tuple(map(plain, article.get("highlights") or ())),
        jumps=tuple(
            name for name, key in (("from", "continued_from"), ("to", "continued_to")) if article.get(key)
        ),
    )


def read_golden(folder: Path) -> tuple[tuple[Copy, ...], ...]:
    """The articles of known real pages, to be set again in other forms.

    Args:
        folder: A folder of golden JSON files.

    Returns:
        One tuple of copies for each page; fragments are left out.
    """
    pages: list[tuple[Copy, ...]] = []
    for file in sorted(folder.glob("*.json")):
        articles = json.loads(file.read_text(encoding="utf-8"))["articles"]
        pages.append(
            tuple(_copy_of_golden(a) for a in articles if a.get("body") and not a.get("continued_from"))
        )
    return tuple(pages)


def _copy_of_golden(article: dict[str, Any]) -> Copy:
    """One article of a golden file."""
    line = article.get("dateline")
    wire = Wire(line["outlet"], line["place"], line["month"], line["day"], line["kind"]) if line else None
    signed = tuple(
        Signature(b["role"], _KINDS.get(b["role"], BylineKind.REPORTER), tuple(b["names"]), b["outlet"])
        for b in article.get("bylines", ())
    )
    body = tuple(Text(BlockKind(block["kind"]), block["text"]) for block in article["body"])
    points = tuple(text.lstrip("■") for text in article.get("highlights", ()))
    label, kicker, main, sub = (tuple(article.get(role, ())) for role in _HEADINGS)
    return Copy(main, kicker, sub, label, bylines=signed, wire=wire, body=body, highlights=points)
