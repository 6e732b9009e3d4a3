"""People's names parted: by what is printed between them, and where nothing is, by how likely each cut is.

A run of names glued together is cut by a small dynamic programme over names of two to four characters. A
name is worth the log-frequency of its surname, a prior for its length, and a little for every character of
its given name. Where the runner-up comes close, nothing is cut: a name invented is worse than two names kept
as one with a note.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.conventions.tables import Surnames

__all__ = ["COMMON", "ODD", "People", "is_likely_name", "is_transcribed", "part_names", "worth"]

COMMON: Final = 8.0
"""Nats a Han character of any text is worth, about that of one in 3,000."""
LIKELIER: Final = {2: 2.3, 3: 4.5}
"""Nats against any words, by its characters, from which on a name printed in one word is one where little
round it speaks for that: glosses of news stand in brackets as well. Of 80 glosses (tests/marks/feet.json) 9
pass, before 45; of 80 signatures 78, before 80. Of 42 and 40 that set nothing 6 pass and 35."""
LENGTHS: Final = {2: math.log(0.21), 3: math.log(0.785), 4: math.log(0.002)}
"""How long a name with a surname of one character is; 21 % of the signed names counted had two."""
USUAL: Final = 3
"""Characters a name with a surname of one has; with more it passes for a stranger's."""
COMPOUND: Final = {3: math.log(0.4), 4: math.log(0.6)}
"""The same for surnames of two characters."""
STRANGER: Final = math.log(2e-7)
"""A printed word taken for a name although its first character is no surname (pen names, minorities)."""
STRETCH: Final = math.log(0.05)
"""A stranger's name for every character past the fourth."""
SET_WIDE: Final = 2
"""Characters of a name that is set wide to the width of three."""
TRANSCRIBED: Final = math.log(3e-5)
"""A name of another language, transcribed without a dot: 巴依斯古楞."""
TRANSCRIPT: Final = math.log(1 / 140)
"""A character of one; there are so many."""
TRANSCRIPTS: Final = range(3, 7)
"""Characters such a name has."""
SHORT: Final = 2
"""Characters of the shortest name."""
SURELY: Final = 4
"""From so many of them on it is one, surname or none."""
CUT: Final = math.log(0.002)
"""A cut within a word of four among others that blanks part: 杨欣可 张弋凌宇."""
LONE: Final = math.log(0.02)
"""Three or more lone characters as one name: blanks are set to widen names of two characters to three."""
ODD: Final = -12.5
"""Log-frequency below which a character has no place in a name."""
MARGIN: Final = 1.5
"""In nats; below it the runner-up is too close."""
LONGEST: Final = 48
"""Han characters in a row that are still tried as names; the work grows with it, and no byline has more."""
LONG_STRANGER: Final = 5
"""Characters a stranger's name without a dot has at the most; what is longer is a phrase."""
AND: Final = "及"
"""Joins names (王小明及李小明), and has no place within one."""
GRAMMATICAL: Final = frozenset("的了在是与从被把着这那")
"""Words of a sentence; no name that is transcribed with a dot is written with them."""
TITULAR: Final = frozenset("报讯网社")
"""Characters of titles, which transcribe no name: 昆明日报-掌上春城."""
_SITE: Final = re.compile("[a-z0-9][.][a-z]{2}")
"""The address of a site, which is no name."""


class People(NamedTuple):
    """The names read from one run.

    Attributes:
        names: As printed, blanks within them taken out.
        certain: 0 to 1, from the margin over the second best way to part them.
        doubtful: Whether something was kept whole because that margin was too small.
        strangers: How many Han names without a dot begin with no surname of the table.
        odd: Whether something in them has no place in a name.
    """

    names: tuple[str, ...]
    certain: float = 1.0
    doubtful: bool = False
    strangers: int = 0
    odd: bool = False


_Way: TypeAlias = tuple[float, tuple[int, ...], int]
"""One way to part the first characters of a run: its score, where it cuts, how many strangers it makes."""


@lru_cache(maxsize=64)
def part_names(text: str, folded: str, surnames: Surnames) -> People:
    """Part a run of names; several readers ask for the same few one after the other.

    Args:
        text: The run as printed.
        folded: The same folded, of the same length.
        surnames: Frequencies of surnames and of characters of given names.

    Returns:
        The names in order; none when the run holds no letter.

    Examples:
        >>> from paperparse.conventions import load
        >>> surnames = load(("mainland",)).surnames
        >>> part_names("李冬梅高瑶", "李冬梅高瑶", surnames).names
        ('李冬梅', '高瑶')
        >>> part_names("衣 涛 刘 萍", "衣 涛 刘 萍", surnames).names
        ('衣涛', '刘萍')
    """
    found: list[People] = []
    for words in _groups(folded):
        at, end = words[0][0], words[-1][1]
        if any(char == "·" or char.isascii() for char in folded[at:end] if char != " "):
            found.append(_foreign(text[at:end]))
        else:
            found.append(_han(text, folded, words, surnames))
    return People(
        names=tuple(name for people in found for name in people.names),
        certain=min((people.certain for people in found), default=1.0),
        doubtful=any(people.doubtful for people in found),
        strangers=sum(people.strangers for people in found),
        odd=any(people.odd for people in found),
    )


def _groups(folded: str) -> list[list[tuple[int, int]]]:
    """Words that may belong together: ranges of letters set apart by blanks only, of one kind of script."""
    groups: list[list[tuple[int, int]]] = []
    at = 0
    joined = False
    kind = ""
    size = len(folded)
    while at < size:
        char = folded[at]
        if char == " ":
            at += 1
        elif _letter(char) and char != "·":
            end = at
            while end < size and _letter(folded[end]):
                end += 1
            while folded[end - 1] == "·":  # parts a name from what follows
                end -= 1
            word = folded[at:end]
            # a name with a dot stands alone, Latin words join among themselves, Han words too
            now = "dot" if "·" in word else "latin" if word.isascii() else "han"
            if joined and now == kind != "dot":
                groups[-1].append((at, end))
            else:
                groups.append([(at, end)])
            joined, kind, at = True, now, end
        else:
            joined = False
            at += 1
    return groups


def _letter(char: str) -> bool:
    """Whether a character may stand in a name."""
    return (char != AND and char.isalpha()) or char in "·.-'’"


def _foreign(text: str) -> People:
    """A name in Latin letters or with a dot, as it stands."""
    name = " ".join(text.split())
    odd = not any(char.isalpha() for char in name) or not (GRAMMATICAL | TITULAR).isdisjoint(name)
    odd = odd or _SITE.search(name) is not None or any(map(_mixed, name.split()))
    return People(names=(name,), odd=odd or len(name) > LONGEST)


def _mixed(word: str) -> bool:
    """Whether a word mixes scripts without a dot, as titles do and no name does: 玩咖Voice."""
    return "·" not in word and len({char.isascii() for char in word if char.isalpha()}) > 1


def _han(text: str, folded: str, words: Sequence[tuple[int, int]], surnames: Surnames) -> People:
    """Han words set apart by nothing but blanks."""
    where = [i for start, end in words for i in range(start, end)]
    if len(where) > LONGEST:
        names = tuple(text[start:end] for start, end in words)
        return People(names=names, certain=0.0, doubtful=True, odd=True)
    chars = "".join(folded[i] for i in where)
    printed = "".join(text[i] for i in where)
    edges = {0, *accumulate(end - start for start, end in words)}
    lone = {at for at in edges if at + 1 in edges}
    ways = _ways(chars, edges, lone, surnames)
    if not ways:
        return People(names=(printed,), certain=0.0, strangers=1, odd=True)
    margin = ways[0][0] - ways[1][0] if len(ways) > 1 else math.inf
    ranges = list(pairwise(ways[0][1]))
    names = tuple(printed[low:high] for low, high in ranges)
    given = [
        char
        for low, high in ranges
        if not is_transcribed(chars[low:high], surnames)
        for char in chars[low + 1 : high]
    ]
    if margin < MARGIN and not lone:
        names = tuple(text[start:end] for start, end in words)
    return People(
        names=names,
        certain=1.0 - math.exp(-margin),
        doubtful=margin < MARGIN,
        strangers=ways[0][2],
        odd=any(surnames.given.get(char, surnames.usual) < ODD for char in given),
    )


def _ways(chars: str, edges: set[int], lone: set[int], surnames: Surnames) -> list[_Way]:
    """The two best ways to part characters, best first; none when they cannot be names."""
    weights = surnames.weights
    spaced = bool(edges - {0, len(chars)})
    best: list[list[_Way]] = [[(0.0, (0,), 0)]]
    for end in range(1, len(chars) + 1):
        ways: list[_Way] = []
        # no name has one character
        for start in range(max(0, end - TRANSCRIPTS[-1]), end - 1):
            whole = start in edges and end in edges
            if not best[start] or not (
                whole or chars[start] in weights or chars[start : start + 2] in weights
            ):
                continue
            if spaced and not _may_join(start, end, edges, lone):
                continue
            score, known = worth(chars[start:end], surnames, whole=whole)
            if score == -math.inf:
                continue
            if end - start > SET_WIDE and all(i in lone for i in range(start, end)):
                score += LONE
            if spaced and end not in edges and {end - SHORT, end + SHORT} <= edges:
                score += CUT
            ways += [(way[0] + score, (*way[1], end), way[2] + (not known)) for way in best[start]]
        ways.sort(key=_minus_score)
        best.append(ways[:2])
    return best[-1]


def _minus_score(way: _Way) -> float:
    """What ways are sorted by, the best first."""
    return -way[0]


def _may_join(start: int, end: int, edges: set[int], lone: set[int]) -> bool:
    """Whether the blanks let characters be one name: blanks stand in it only beside lone characters."""
    return all(i - 1 in lone or i in lone for i in range(start + 1, end) if i in edges)


def is_transcribed(name: str, surnames: Surnames) -> bool:
    """Whether a name may be one of another language: 苏都毕力格.

    Args:
        name: Han characters, folded.
        surnames: The table that holds the characters such names are written with.

    Returns:
        Whether all its characters are such, and as many as those names have.
    """
    return len(name) in TRANSCRIPTS and surnames.transcribed.issuperset(name)


def worth(name: str, surnames: Surnames, *, whole: bool) -> tuple[float, bool]:
    """The log-probability of a name, and whether it begins with a surname.

    Args:
        name: Han characters, folded.
        surnames: Frequencies of surnames and of characters of given names.
        whole: Whether it stands alone between blanks or signs, so that a stranger's name may be meant.

    Returns:
        The worth in nats, minus infinity where it can be no name, and whether a surname says that it is one.

    Examples:
        >>> from paperparse.conventions import load
        >>> surnames = load(("mainland",)).surnames
        >>> worth("王伟", surnames, whole=False)[1], worth("全国两会", surnames, whole=True)[1]
        (True, False)
    """
    size = len(name)
    given = [surnames.given.get(char, surnames.usual) for char in name]
    best = -math.inf
    known = False
    if name[0] in surnames.weights and size in LENGTHS:
        best, known = surnames.weights[name[0]] + LENGTHS[size] + sum(given[1:]), size <= USUAL
    if name[:2] in surnames.weights and size in COMPOUND:
        best, known = max(best, surnames.weights[name[:2]] + COMPOUND[size] + sum(given[2:])), True
    if whole and is_transcribed(name, surnames):
        transcribed = TRANSCRIBED + TRANSCRIPT * size
        if transcribed > best:
            best, known = transcribed, known or size >= SURELY
    if whole and 1 < size <= LONG_STRANGER:
        stranger = STRANGER + sum(given[1:4]) + STRETCH * max(0, size - 4) + surnames.usual * max(0, size - 4)
        if stranger > best:
            best, known = stranger, False
    return best, known


def is_likely_name(name: str, surnames: Surnames) -> bool:
    """Whether a word is a name with a surname, and likelier that than any words.

    Args:
        name: Han characters, folded.
        surnames: Frequencies of surnames and of characters of given names.

    Returns:
        Whether it is; a name of four characters or more needs its surname only.

    Examples:
        >>> from paperparse.conventions import load
        >>> surnames = load(("mainland",)).surnames
        >>> is_likely_name("王伟", surnames), is_likely_name("于昨日", surnames)
        (True, False)
    """
    value, known = worth(name, surnames, whole=True)
    return known and value + COMMON * len(name) > LIKELIER.get(len(name), 0.0)
