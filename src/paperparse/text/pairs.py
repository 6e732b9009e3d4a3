"""Which two Han characters stand beside each other in the language: a table of the common pairs."""

from __future__ import annotations

from functools import cache

from paperparse.shipped import read_table

__all__ = ["common_pairs"]


@cache
def common_pairs() -> dict[str, float]:
    """The share of news articles that hold each common pair, read once from the table in the package."""
    found: dict[str, float] = {}
    for share_of_articles, rows in read_table("text", "pairs").items():
        pairs = "".join(rows.split())
        part = float(share_of_articles)
        found.update((pairs[at : at + 2], part) for at in range(0, len(pairs), 2))
    return found
