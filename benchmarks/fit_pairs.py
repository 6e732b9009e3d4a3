"""Count how common pairs of characters are in news: ``src/paperparse/text/pairs.toml``.

    python benchmarks/fit_pairs.py --articles articles.jsonl.gz -o /tmp/pairs.toml

A pair that stands in one article of fifty or more gets a row by how many articles hold it, in steps of two.
"""

from __future__ import annotations

import gzip
import json
import math
from collections import Counter
from typing import TYPE_CHECKING, Final

from gold import arguments

from paperparse.articles.grams import grams_of
from paperparse.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

LEAST: Final = 0.02
"""Share of the articles below which a pair is rare."""
STEP: Final = 2.0
LINE: Final = 54
"""Pairs on one line of the table."""
HEAD: Final = (
    "# Pairs of characters that are common in news, without a blank between them, by the share of articles\n"
    "# that hold them. Counted by benchmarks/fit_pairs.py over the bodies of {count:,} articles of one\n"
    "# national daily of 2019, folded for matching.\n"
)


def shares(path: Path) -> tuple[dict[str, float], int]:
    """For each pair of Han characters the share of articles that hold it, and how many articles there are."""
    counts: Counter[str] = Counter()
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        bodies = ["\n".join(json.loads(line)["paragraphs"]) for line in lines if line.strip()]
    for body in bodies:
        counts.update(gram for gram in grams_of(fold(body)) if gram[0] > "\u2e7f")
    return {pair: count / len(bodies) for pair, count in counts.items()}, len(bodies)


def tiers(share: Mapping[str, float]) -> dict[float, list[str]]:
    """The common pairs by the middle of their tier, commonest first."""
    found: dict[float, list[str]] = {}
    for pair, part in sorted(share.items()):
        if part >= LEAST:
            tier = round(math.log(part / LEAST, STEP))
            found.setdefault(LEAST * STEP**tier, []).append(pair)
    return dict(sorted(found.items(), reverse=True))


def render(table: Mapping[float, Sequence[str]], count: int) -> str:
    """The table as it is shipped."""
    text = HEAD.format(count=count)
    for share, pairs in table.items():
        lines = ["".join(pairs[at : at + LINE]) for at in range(0, len(pairs), LINE)]
        text += f'\n"{share:.2f}" = """\n' + "\n".join(lines) + '\n"""\n'
    return text


def main() -> None:
    """Count and write the table."""
    options = arguments(__doc__, 0, "the table, in the form of pairs.toml", required=True).parse_args()
    share, count = shares(options.articles)
    table = tiers(share)
    for middle, pairs in table.items():
        print(f"{middle:.2f} {len(pairs)}")
    options.out.write_text(render(table, count), encoding="utf-8")


if __name__ == "__main__":
    main()
