"""Whether a text begins as paragraphs do, or ends as headlines do, by its first and last character.

今 and 据 open paragraphs, 了 and 们 never do; 会 and 议 close headlines, 的 and 在 do not. How much each
character leans either way was counted once and is shipped as ``starts.toml`` and ``ends.toml``.
"""

from __future__ import annotations

from functools import cache

from paperparse.shipped import read_table

__all__ = ["lean_start", "load_edges"]


@cache
def load_edges(edge: str) -> dict[str, float]:
    """How much each character leans towards an edge of a text, in nats, read once.

    Args:
        edge: ``starts`` for the beginning of a paragraph, ``ends`` for the end of a headline.

    Returns:
        Nats by character; those that say nothing are left out.
    """
    return {
        char: float(value)
        for value, rows in read_table("text", edge).items()
        for char in "".join(rows.split())
    }


def lean_start(text: str) -> float:
    """How much a text looks like the beginning of a paragraph.

    Args:
        text: The text, folded, blanks taken out.

    Returns:
        Nats; negative where it looks like the middle of a sentence, 0 where its first character says nothing.

    Examples:
        >>> lean_start("据了解，新桥") > 0 > lean_start("们不用再绕行。")
        True
    """
    return load_edges("starts").get(text[:1], 0.0)
