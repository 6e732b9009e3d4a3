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
from typing import TYPE_CHECKING, Final

from gold import Known, Owner
from textlayers import TOOLS, printed, set_page

from paperparse.testing.archive import choose_articles
from paperparse.testing.leaves import LeafKind
from paperparse.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paperparse.testing import Copy

__all__ = ["known_layers"]

ORDERLY: Final = ("mupdf", "pdfium", "pdftotext -raw")
"""The tools that put out what they find in the order in which it was drawn; each page is given to one."""
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
