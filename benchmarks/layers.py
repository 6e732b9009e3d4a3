"""Pages set in a browser and taken apart by other tools, with who owns each character, for fitting.

A browser breaks the lines and other tools put them out, so that nothing of the press takes part. What they
put out comes in the order in which it was set, and so it is known whose each character is.
"""

from __future__ import annotations

import re
from html import unescape
from itertools import cycle
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, TypeAlias

from gold import Known, Owner
from textlayers import TOOLS, printed, set_page

from paperparse.testing.archive import choose_articles
from paperparse.testing.leaves import LeafKind
from paperparse.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paperparse.testing import Copy

__all__ = ["Places", "known_layers", "ordered_layers"]

Places: TypeAlias = "list[tuple[int, int] | None]"
"""For each character of a page its article, and its place in the order of reading; None for blanks and
furniture."""

ORDERLY: Final = ("mupdf", "pdfium", "pdftotext -raw")
"""The tools that put out what they find in the order in which it was drawn; each page is given to one."""
DISORDERLY: Final = "pdftotext"
"""The tool that puts columns in an order of its own."""
PIECE: Final = 3
"""Characters by which places in a text are looked up."""
_LEAF: Final = re.compile(
    r'<(?P<tag>h\d|p)(?P<sign> class="sign")?[^>]*>(?P<words>.*?)</(?P=tag)>'
    r'|<div class="(?P<room>article|body)"',
    re.DOTALL,
)
_KINDS: Final = {**dict.fromkeys(("h1", "h2", "h3"), LeafKind.MAIN), "h4": LeafKind.SUBHEAD}


def known_layers(archive: Sequence[Sequence[Copy]], pages: int, seed: int) -> Iterator[Known]:
    """Set pages and read them back.

    Args:
        archive: Articles by page.
        pages: How many pages.
        seed: The same seed gives the same pages.

    Yields:
        The pages whose characters came back in order, each with the name of the tool that read it.
    """
    rng = Random(seed)  # noqa: S311 - chance, not secrecy
    html = [set_page(choose_articles(archive, rng), rng) for _ in range(pages)]
    with TemporaryDirectory() as folder:
        file = printed("\n".join(html), Path(folder))
        texts = {tool: TOOLS[tool](file) for tool in ORDERLY}
    for at, (page, tool) in enumerate(zip(html, cycle(ORDERLY), strict=False)):
        text = texts[tool][at]
        owned = [(owner, char) for owner, words in _leaves(page) for char in _tight(words)]
        places = [place for place, char in enumerate(text) if not char.isspace() and char.isprintable()]
        if "".join(char for _, char in owned) != _tight("".join(text[place] for place in places)):
            continue
        owners: list[Owner | None] = [None] * len(text)
        for place, (owner, _) in zip(places, owned, strict=True):
            owners[place] = owner
        yield Known(tool, text, owners)


def ordered_layers(archive: Sequence[Sequence[Copy]], pages: int, seed: int) -> Iterator[tuple[str, Places]]:
    """Set pages as ``pdftotext`` puts them out, in an order of its own, and in which order they are read.

    Args:
        archive: Articles by page.
        pages: How many pages.
        seed: The same seed gives the same pages.

    Yields:
        The text of each page, and the place of each of its characters.
    """
    rng = Random(seed)  # noqa: S311 - chance, not secrecy
    html = [set_page(choose_articles(archive, rng), rng) for _ in range(pages)]
    with TemporaryDirectory() as folder:
        texts = TOOLS[DISORDERLY](printed("\n".join(html), Path(folder)))
    for page, text in zip(html, texts, strict=True):
        yield (
            text,
            _aligned(
                text, [(owner.article, char) for owner, words in _leaves(page) for char in _tight(words)]
            ),
        )


def _aligned(text: str, known: Sequence[tuple[int, str]]) -> Places:
    """Where each character of a text stands in what is known to be read: in as long pieces as there are."""
    whole = "".join(char for _, char in known)
    starts: dict[str, list[int]] = {}
    for at in range(len(whole)):
        for size in range(1, PIECE + 1):
            starts.setdefault(whole[at : at + size], []).append(at)
    found: Places = [None] * len(text)
    taken = bytearray(len(whole))
    after = 0
    low = 0
    for line in text.splitlines(keepends=True):
        spots = [low + i for i, char in enumerate(line) if not char.isspace() and char.isprintable()]
        low += len(line)
        words = _tight("".join(text[spot] for spot in spots))
        at = 0
        while at < len(words):
            reach, begin = max(
                (
                    (_reach(words, at, whole, i, taken), i)
                    for i in (after, *starts.get(words[at : at + PIECE], ()))
                ),
                key=lambda one: one[0],
            )
            for step in range(reach):
                taken[begin + step] = 1
                found[spots[at + step]] = (known[begin + step][0], begin + step)
            after = begin + reach if reach else after
            at += max(reach, 1)
    return found


def _reach(words: str, at: int, whole: str, begin: int, taken: bytearray) -> int:
    """How many characters from one place on are those from another place on, none of them taken before."""
    size = 0
    while (
        at + size < len(words)
        and begin + size < len(whole)
        and whole[begin + size] == words[at + size]
        and not taken[begin + size]
    ):
        size += 1
    return size


def _leaves(page: str) -> Iterator[tuple[Owner, str]]:
    """What a page as HTML says, leaf by leaf."""
    article, inside = -1, False
    for number, found in enumerate(_LEAF.finditer(page)):
        if found["room"]:
            inside = found["room"] == "body"
            article += not inside
            continue
        signed = LeafKind.HIGHLIGHT if inside else LeafKind.BYLINE
        kind = _KINDS.get(found["tag"], signed if found["sign"] else LeafKind.PARAGRAPH)
        yield Owner(article, kind, number), unescape(found["words"])


def _tight(words: str) -> str:
    """Words folded, which keeps their length, without blanks and signs that do not print."""
    return fold("".join(char for char in words if not char.isspace() and char.isprintable()))
