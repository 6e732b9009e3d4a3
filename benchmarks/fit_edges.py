"""Count with which characters paragraphs of news begin and headlines end.

    python benchmarks/fit_edges.py starts --articles articles.jsonl.gz -o /tmp/starts.toml
    python benchmarks/fit_edges.py ends --articles articles.jsonl.gz -o /tmp/ends.toml

The tables are ``src/paperparse/text/starts.toml`` and ``ends.toml``. A character gets a row by how much
commoner, in nats and in steps of a half, it is at the beginning of a paragraph, or at the end of a headline,
than inside a sentence.
"""

from __future__ import annotations

import gzip
import json
import math
from collections import Counter
from typing import TYPE_CHECKING, Final

import regex
from gold import arguments

from paperparse.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

STEP: Final = 0.5
PRIOR: Final = 2.0
"""Beginnings, with as many places inside as go with them, that each character is thought to have been
seen at before any is."""
LEAST: Final = 0.75
"""Nats below which a character says nothing."""
MOST: Final = 3.0
"""Nats a character says at the most."""
LINE: Final = 54
_INSIDE: Final = regex.compile(r"(?<=[\p{Han}\d，、；：%])[\p{Han}]")
_CONTINUED: Final = regex.compile(r"\p{Han}(?=[\p{Han}\d])")
_HAN: Final = regex.compile(r"\p{Han}")
HEAD: Final = (
    "# Characters by how much commoner they are at the {edge} than inside a sentence, in\n"
    "# nats. Counted by benchmarks/fit_edges.py over {count:,} {what} of one national daily of 2019,\n"
    "# folded for matching.\n"
)
EDGES: Final = {
    "starts": ("beginning of a paragraph", "paragraphs"),
    "ends": ("end of a headline", "headlines"),
}
HEADLINES: Final = ("kicker", "title", "subtitle")


def leanings(path: Path, edge: str) -> tuple[dict[str, float], int]:
    """For each character how it leans, and over how many paragraphs or headlines that was counted."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines if line.strip()]
    paragraphs = [_plain(text) for article in articles for text in article["paragraphs"]]
    headlines = [_plain(text) for article in articles for text in map(article.get, HEADLINES) if text]
    texts, at, within = (paragraphs, 0, _INSIDE) if edge == "starts" else (headlines, -1, _CONTINUED)
    outer = Counter(text[at] for text in texts if text and _HAN.match(text[at]))
    inside = Counter(char for text in paragraphs for char in within.findall(text))
    part = outer.total() / (outer.total() + inside.total())
    found: dict[str, float] = {}
    for char in outer.keys() | inside.keys():
        first, later = outer[char] + PRIOR, inside[char] + PRIOR * (1 - part) / part
        found[char] = math.log(first / part) - math.log(later / (1 - part))
    return found, len(texts)


def _plain(text: str) -> str:
    """A text folded for matching, without blanks."""
    return "".join(fold(text).split())


def tiers(leaning: Mapping[str, float]) -> dict[float, list[str]]:
    """The characters that lean by how much, the beginnings first."""
    found: dict[float, list[str]] = {}
    for char, value in sorted(leaning.items()):
        if abs(value) >= LEAST:
            tier = round(max(min(value, MOST), -MOST) / STEP) * STEP
            found.setdefault(tier, []).append(char)
    return dict(sorted(found.items(), reverse=True))


def render(table: Mapping[float, Sequence[str]], edge: str, count: int) -> str:
    """The table as it is shipped."""
    where, what = EDGES[edge]
    text = HEAD.format(edge=where, count=count, what=what)
    for value, chars in table.items():
        lines = ["".join(chars[at : at + LINE]) for at in range(0, len(chars), LINE)]
        text += f'\n"{value:.1f}" = """\n' + "\n".join(lines) + '\n"""\n'
    return text


def main() -> None:
    """Count and write the table."""
    parser = arguments(__doc__, 0, "the table, in the form of starts.toml", required=True)
    parser.add_argument("edge", choices=list(EDGES))
    options = parser.parse_args()
    leaning, count = leanings(options.articles, options.edge)
    table = tiers(leaning)
    for value, chars in table.items():
        print(f"{value:4.1f} {len(chars)} {''.join(chars[:40])}")
    options.out.write_text(render(table, options.edge, count), encoding="utf-8")


if __name__ == "__main__":
    main()
