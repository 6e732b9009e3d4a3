"""How a headline passage is worded, and what that says of its part: main headline, kicker or sub.

Main headlines are short, balanced, free of lists, and of the two the one that sounds; kickers and subs say
at length who did what, or with how much. That holds wherever the other passage stands, so one table weighs
how much a passage reads like a main headline, and two passages are compared. A standing head (栏目) is worded
otherwise again: it names a column or a series and says nothing of the story. The cues are named here and
weighed in ``titles.toml`` and ``labels.toml``, fitted on real headline groups.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise, repeat
from operator import mul
from typing import TYPE_CHECKING, Any, Final

from paperparse.shipped import read_table
from paperparse.text.lines import em_width

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "MIDDLE",
    "TINY",
    "base_of",
    "cues",
    "halves_of",
    "label_cues",
    "lean",
    "lean_of",
    "open_ends",
    "sound",
    "standing",
    "weigh",
]

TINY: Final = 7.0
"""Em below which a passage says little more than who came or what it is about."""
LONG: Final = 22.0
"""Em from which on a passage is long."""
MIDDLE: Final = -1.9
"""Nats between what main headlines sound like and what kickers and subs do: the means of 1,872 are -0.3 and
-3.6."""
WIDEST: Final = 40.0
"""Em from which on a passage is not read as any wider."""
_QUOTES: Final = str.maketrans("", "", "“”‘’")
_CLAUSE: Final = re.compile(r"[ ,]+")
_DASHES: Final = tuple("—―─－")


def cues(text: str) -> list[str]:
    """The names of what is observed in a passage.

    Args:
        text: The passage's words, folded for matching.

    Returns:
        Names of rows of the table; those the table does not hold weigh nothing.

    Examples:
        >>> cues("——访新城")
        ['tiny', 'dash-begin', '<访', '>城', '<访新', '>新城', '~访新', '~新城']
    """
    found = [name for name, sign in _SIGNS if sign in text]
    found.extend(_shapes(text))
    bare = text.strip("—―─－“”")
    for size in (1, 2):
        found.extend((f"<{bare[:size]}", f">{bare[-size:]}"))
    found.extend(f"~{first}{second}" for first, second in pairwise(bare))
    return found


def halves_of(text: str) -> list[int]:
    """Lengths of the clauses of a passage, quotation marks and what stands before a colon left out."""
    return [len(part) for part in _CLAUSE.split(text.rpartition(":")[2].translate(_QUOTES)) if part]


@cache
def open_ends() -> tuple[str, ...]:
    """Words at the end of a passage that leave its clause to the next."""
    return tuple(_table("clauses")["open"])


_SIGNS: Final = (("comma", ","), ("pause", "、"), ("blank", " "), ("colon", ":"))
_LABEL_SHAPES: Final = (
    ("lively", lambda text: text.endswith(("?", "!"))),
    ("digit", lambda text: any(map(str.isdigit, text))),
    ("open-end", lambda text: text.endswith(open_ends())),
    ("dash-end", lambda text: text.endswith(_DASHES)),
)


def _shapes(text: str) -> list[str]:
    """The names of the shapes a passage has."""
    width = em_width(text)
    halves = halves_of(text)
    clauses = len(halves) == 2  # noqa: PLR2004 - slogans have two of one length
    holds = (
        ("lively", text.endswith(("?", "!"))),
        ("quote", text.startswith("“")),
        ("unquote", text.endswith("”")),
        ("digit", any(map(str.isdigit, text))),
        ("tiny", width < TINY),
        ("long", width >= LONG),
        ("even", clauses and halves[0] == halves[1]),
        ("uneven", clauses and halves[0] != halves[1]),
        ("open-end", text.endswith(open_ends())),
        ("dash-end", text.endswith(_DASHES)),
        ("dash-begin", text.startswith(_DASHES)),
    )
    return [name for name, held in holds if held]


@cache
def _table(name: str) -> dict[str, Any]:
    """A table shipped with the package, read once."""
    return read_table("articles", name)


@cache
def _weights(name: str) -> dict[str, float]:
    """The weights of a table's rows, of shapes and of words."""
    table = _table(name)
    return {**table["shape"], **table["words"]}


def base_of(name: str) -> float:
    """What speaks for the answer of a table before anything is observed, in nats."""
    base: float = _table(name)["base"]
    return base


def weigh(seen: Mapping[str, float], name: str) -> float:
    """What some observations weigh by a table; those it does not hold weigh nothing."""
    nats: float = sum(map(mul, map(_weights(name).get, seen, repeat(0.0)), seen.values()))
    return nats


def standing(seen: Mapping[str, float]) -> float:
    """How much speaks for the first passage of a headline group being a standing head.

    Args:
        seen: What `label_cues` observed of it.

    Returns:
        Nats; positive for a label, negative for a kicker or main headline.

    Examples:
        >>> standing(label_cues("城市观察", 0.1)) > 0
        True
        >>> standing(label_cues("新区今日召开会议，强调改革", 0.9)) > 0
        False
    """
    base: float = _table("labels")["base"]
    return base + weigh(seen, "labels")


def label_cues(text: str, shared: float) -> dict[str, float]:
    """What is observed of a passage that may be a standing head.

    Args:
        text: The passage's words, folded for matching.
        shared: Share, 0 to 1, of its pairs of characters that stand in the body.

    Returns:
        Names of rows of the table, each with how much of it there is; those the table does not hold weigh
        nothing.
    """
    width = em_width(text)
    bare = text.strip("—―─－“”")
    seen = {name: min((width - floor) / _STEP, 1.0) for name, floor in _FLOORS if width > floor}
    seen |= {name: 1.0 for name, sign in (*_SIGNS, ("dot", "·")) if sign in text}
    seen |= {name: 1.0 for name, holds in _LABEL_SHAPES if holds(text)}
    seen |= {f"<{bare[:size]}": 1.0 for size in (1, 2)} | {f">{bare[-size:]}": 1.0 for size in (1, 2)}
    seen |= {f"~{first}{second}": 1.0 for first, second in pairwise(bare)}
    return {**seen, "shared": shared}


_STEP: Final = 3.0
_FLOORS: Final = tuple((f"over-{floor}", float(floor)) for floor in (5, 7, 9, 11, 13, 16, 20))
"""Em above which a row counts, in full from `_STEP` em more on: together they make a curve over the width."""


def lean(passages: Sequence[str], *, labelled: bool = False) -> list[float]:
    """For each two neighbouring passages, how much their wording speaks for the upper one.

    Args:
        passages: The words of the passages of a headline group, folded, in the order printed, a standing
            head left out.
        labelled: Whether a standing head is above them.

    Returns:
        One number fewer than there are passages, in nats: positive where the upper of two reads like the
        main headline and the lower like its sub, negative where the lower reads like the main headline and
        the upper like its kicker.
    """
    return lean_of(list(map(sound, passages)), labelled=labelled)


def lean_of(sounds: Sequence[float], *, labelled: bool = False) -> list[float]:
    """As :func:`lean`, of passages of which is known how much each reads like a main headline."""
    table = _table("titles")
    base: float = table["base"] + labelled * table["shape"]["labelled"]
    return [base + upper - lower for upper, lower in pairwise(sounds)]


def sound(passage: str, told: float = 0.0) -> float:
    """How much a passage reads like a main headline.

    Args:
        passage: Its words, folded for matching.
        told: Share, 0 to 1, of its pairs of characters that stand in the first paragraph of its body.

    Returns:
        Nats, to be compared with those of another passage or with `MIDDLE`.
    """
    weights = _weights("titles")
    breadth = weights["width"] * min(em_width(passage), WIDEST) / 10
    return breadth + weights["told"] * told + sum(map(weights.get, cues(passage), repeat(0.0)))
