"""Count with which characters paragraphs of news begin: ``src/paperparse/text/starts.toml``.

    python benchmarks/fit_starts.py --articles articles.jsonl.gz -o /tmp/starts.toml

A character gets a row by how much commoner, in nats and in steps of a half, it is at the beginning of a
paragraph than inside a sentence.
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
_STARTING: Final = regex.compile(r"\p{Han}")
HEAD: Final = (
    "# Characters by how much commoner they are at the beginning of a paragraph than inside a sentence, in\n"
    "# nats. Counted by benchmarks/fit_starts.py over {count:,} paragraphs of one national daily of 2019,\n"
    "# folded for matching.\n"
)


def leanings(path: Path) -> tuple[dict[str, float], int]:
    """For each character how it leans, and how many paragraphs there are."""
    begin: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        paragraphs = [text for line in lines if line.strip() for text in json.loads(line)["paragraphs"]]
    for paragraph in paragraphs:
        folded = "".join(fold(paragraph).split())
        if _STARTING.match(folded):
            begin[folded[0]] += 1
        inside.update(_INSIDE.findall(folded))
    part = begin.total() / (begin.total() + inside.total())
    found: dict[str, float] = {}
    for char in begin.keys() | inside.keys():
        first, later = begin[char] + PRIOR, inside[char] + PRIOR * (1 - part) / part
        found[char] = math.log(first / part) - math.log(later / (1 - part))
    return found, len(paragraphs)


def tiers(leaning: Mapping[str, float]) -> dict[float, list[str]]:
    """The characters that lean by how much, the beginnings first."""
    found: dict[float, list[str]] = {}
    for char, value in sorted(leaning.items()):
        if abs(value) >= LEAST:
            tier = round(max(min(value, MOST), -MOST) / STEP) * STEP
            found.setdefault(tier, []).append(char)
    return dict(sorted(found.items(), reverse=True))


def render(table: Mapping[float, Sequence[str]], count: int) -> str:
    """The table as it is shipped."""
    text = HEAD.format(count=count)
    for value, chars in table.items():
        lines = ["".join(chars[at : at + LINE]) for at in range(0, len(chars), LINE)]
        text += f'\n"{value:.1f}" = """\n' + "\n".join(lines) + '\n"""\n'
    return text


def main() -> None:
    """Count and write the table."""
    options = arguments(__doc__, 0, "the table, in the form of starts.toml", required=True).parse_args()
    leaning, count = leanings(options.articles)
    table = tiers(leaning)
    for value, chars in table.items():
        print(f"{value:4.1f} {len(chars)} {''.join(chars[:40])}")
    options.out.write_text(render(table, count), encoding="utf-8")


if __name__ == "__main__":
    main()
