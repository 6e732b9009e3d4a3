"""The pieces an author field may be cut into at a place, and what each is worth.

A step is worth its log-likelihood in nats against as many characters of any text. A name is worth what its
surname and characters say, an outlet what its last characters say; words that are neither cost a little where
blanks or signs part them from the rest, and cannot stand elsewhere.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from paperparse.conventions.engine import parts_of
from paperparse.marks.fields import GAP, PAIR, SLASHES, UNPAIRED, Kind, Patterns, patterns_of
from paperparse.marks.grammar import grammar_of
from paperparse.marks.names import COMMON, ODD, worth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paperparse.conventions import Tables

__all__ = ["HAN_NAME", "KNOWN_OUTLET", "STRANGER", "Step", "steps_at"]


# What a step is worth beside its characters and its kind, in nats; set by hand like those of the kinds.
LEAD_ALONE: Final = 1.0
"""摄影 before a name with no sign between."""
SLASHED: Final = 2.5
"""More for a report behind a slash: ／台北報導."""
KNOWN_OUTLET: Final = 5.0
TITLE: Final = 2.0
"""A title no table knows that ends as titles do."""
STRANGE_TITLE: Final = -4.0
GLUED_TITLE: Final = -5.0
"""A title no table knows that nothing parts from the role: 中国之声记者."""
TITLE_CHARACTER: Final = 0.1
ORIGIN: Final = 9.0
"""来源：新华网."""
WORDS: Final = -4.0
WORDS_CHARACTER: Final = -0.1
FOREIGN: Final = 1.0
STRANGER: Final = -2.5
"""The least a Han name is worth that stands apart: a pen name, a name of a minority."""
PLACE: Final = -6.0
"""What a name is worth less that is a place too: 武威."""
DOTTED: Final = 1.0
"""A name with a dot."""
TRANSCRIBED: Final = 6.0
"""One of characters such names are transcribed with: 努尔·买买提."""
GLUED_STRANGER: Final = -6.0
"""What such a name is worth less right behind its role: 通讯员穗卫健."""
HAN_NAME: Final = (4, 3, 2)
"""Han characters of a name."""
SHORT: Final = 4
"""Code points of a title that need not end as titles do: 财新, 界面; what is longer is often a sentence."""
LATIN_MORE: Final = 3
"""Words in Latin letters a name may have behind its first."""
TITLE_MOST: Final = 20
"""Code points the title of an outlet may have."""
_PAIRED: Final = frozenset("文图")
_DOTTED: Final = re.compile(r"[^\W\d_]{1,8}(?:·[^\W\d_]{1,8}){1,4}(?!·)")
_PART: Final = 5
"""Characters between the dots of a name that is written with others than those names are transcribed with."""
_YEAR: Final = 4
"""Figures of a year."""
_FIRST: Final = 1
"""Where a blank stands in a name of three that is set wide: 霍 小光."""


class Step(NamedTuple):
    """A piece of the string.

    Attributes:
        kind: What it would be.
        start: Its first code point.
        end: One past its last.
        worth: Nats.
        printed: The range within it that is the role, name or title; of a gap, the colon.
    """

    kind: Kind
    start: int
    end: int
    worth: float = 0.0
    printed: tuple[int, int] = (0, 0)


def steps_at(folded: str, at: int, tables: Tables) -> Iterator[Step]:
    """All steps that may begin at a place.

    Args:
        folded: The field, folded.
        at: A place in it, before its end.
        tables: The conventions.

    Yields:
        The steps, none of them empty.
    """
    patterns = patterns_of(tables)
    for kind, pattern, value in patterns.anywhere:
        found = pattern.match(folded, at)
        if found is not None and found.end() > at:
            parts = parts_of(found)
            printed = parts.get("role", parts.get("action", (at, at)))
            slashed = kind is Kind.REPORT and not SLASHES.isdisjoint(folded[at : printed[0]])
            alone = value == PAIR and len(_PAIRED.intersection(folded)) < len(_PAIRED)
            more = SLASHED * slashed + (UNPAIRED - PAIR) * alone
            yield Step(kind, at, found.end(), value + more, printed)
    if folded[at] in GAP:
        yield Step(Kind.GAP, at, at + 1, printed=(at, at + (folded[at] == ":")))
        return
    bounded = at == 0 or folded[at - 1] in GAP
    if bounded:
        yield from _apart(folded, at, patterns)
    elif folded[at : at + _YEAR].isdigit() and folded[at - 1].isalpha():
        # 李冬梅2025-07-28 16:26
        aside = patterns.aside.match(folded, at)
        if aside is not None and aside.end() > at:
            yield Step(Kind.ASIDE, at, aside.end())
    if folded[at].isascii():
        end = _latin_end(folded, at)
        named = (
            folded[at].isalpha() and folded[at:end].isascii() and not any(map(str.isdigit, folded[at:end]))
        )
        named = named and grammar_of(tables).denial.fullmatch(folded, at, end) is None  # admin
        # sxtours: a word in small letters is a person's only right behind a role
        named = named and (folded[at].isupper() or _behind_role(folded, at, tables))
        if bounded and named and patterns.site.match(folded, at, end) is None:
            # Ian Liu (Yanyiyi): in a bracket behind a word is how somebody is called too
            alias = folded[at - 1 : at] == "(" and folded[: at - 1].rstrip()[-1:].isalpha()
            kind = Kind.ASIDE if alias and not _behind_role(folded, at - 1, tables) else Kind.NAME
            yield Step(kind, at, end, FOREIGN if kind is Kind.NAME else 0.0, (at, end))
    else:
        yield from _names(folded, at, tables, bounded=bounded)
        if bounded and folded[at - 1 : at] != "·":
            yield from _dotted(folded, at, tables)
    yield from _outlets(folded, at, tables, bounded=bounded)


def _latin_end(folded: str, at: int) -> int:
    """Where words in Latin letters that begin here end: Jean Vincent."""
    end = _gap_after(folded, at)
    for _ in range(LATIN_MORE):
        if folded[end : end + 1] == " " and "A" <= folded[end + 1 : end + 2] <= "Z":
            end = _gap_after(folded, end + 1)
    return end


def _gap_after(folded: str, at: int) -> int:
    """Where the next gap begins."""
    return next((i for i in range(at, len(folded)) if folded[i] in GAP), len(folded))


def _apart(folded: str, at: int, patterns: Patterns) -> Iterator[Step]:
    """What only begins behind a gap: words, what goes by the way, a word such as 摄影 without a sign."""
    lead = patterns.lead.match(folded, at)
    if lead is not None and at > 0:
        yield Step(Kind.ROLE, at, lead.end(), LEAD_ALONE, lead.span("role"))
    aside = patterns.aside.match(folded, at)
    if aside is not None and aside.end() > at:
        yield Step(Kind.ASIDE, at, aside.end(), ORIGIN if "origin" in parts_of(aside) else 0.0)
    end = _gap_after(folded, at)
    role = patterns.role.search(folded, at + 1, end)
    # 图片由记者: words end before a role too
    for last in (end,) if role is None else (end, role.start()):
        yield Step(Kind.WORDS, at, last, WORDS + WORDS_CHARACTER * (last - at))


def _names(folded: str, at: int, tables: Tables, *, bounded: bool) -> Iterator[Step]:
    """A person's name of Han characters that may begin at a place, once for each length it may have."""
    # right behind a role, as a word of two to four characters
    signed = _behind_role(folded, at, tables)
    ruled = not bounded and signed
    letters = _letters(folded, at, parted=bounded or ruled)
    for count in HAN_NAME:
        if len(letters) < count:
            continue
        last = letters[count - 1] + 1
        # a word before a colon says what follows: 书名：
        closed = last == len(folded) or (folded[last] in GAP and folded[last] != ":")
        told = bounded and count < HAN_NAME[0] and patterns_of(tables).report.match(folded, last) is not None
        if any(patterns_of(tables).tail.match(folded, i) is not None for i in letters[1:count]):
            continue  # 施特约 or 施融 before a role
        name = "".join(folded[i] for i in letters[:count])
        value = _name_worth(name, tables, apart=bounded and closed, told=told, closed=closed)
        if not signed and patterns_of(tables).nobody.fullmatch(name) is not None:
            continue  # 武威 signs right behind a role only
        if value == -math.inf and ruled and closed and count < HAN_NAME[0]:
            value = GLUED_STRANGER + _name_worth(name, tables, apart=True, told=True, closed=True)
        if value > -math.inf:
            yield Step(Kind.NAME, at, last, max(value, STRANGER) if bounded and closed else value, (at, last))


def _behind_role(folded: str, at: int, tables: Tables) -> bool:
    """Whether a role of two to four characters stands right before, or a blank or sign between."""
    last = at
    while last > 0 and folded[last - 1] in " :/|":
        last -= 1
    roles = patterns_of(tables).roles
    return any(folded[max(last - size, 0) : last] in roles for size in HAN_NAME)


def _dotted(folded: str, at: int, tables: Tables) -> Iterator[Step]:
    """A name with dots; two people's names, and two titles, are parted by one too."""
    found = _DOTTED.match(folded, at)
    if found is None or patterns_of(tables).title_end.search(found[0]) is not None:
        return
    parts = found[0].split("·")
    transcribed = tables.surnames.transcribed.issuperset("".join(parts))
    if not transcribed and max(map(len, parts)) > _PART:
        return
    if not transcribed and all(worth(part, tables.surnames, whole=False)[1] for part in parts):
        return
    yield Step(Kind.NAME, at, found.end(), TRANSCRIBED if transcribed else DOTTED, found.span())


def _letters(folded: str, at: int, *, parted: bool) -> list[int]:
    """Where the Han characters of a name that begins here may stand, blanks of names set wide left out."""
    letters: list[int] = []
    for i in range(at, len(folded)):
        wide = parted and i - at == _FIRST
        if folded[i] == " " and letters and (wide or _lone(folded, i)):
            continue
        if not folded[i].isalpha() or folded[i].isascii():
            break
        letters.append(i)
        if len(letters) == HAN_NAME[0]:
            break
    return letters


def _lone(folded: str, blank: int) -> bool:
    """Whether lone characters stand before and behind a blank, as names are set wide: 张 胜 男."""
    before = blank > 0 and (blank == 1 or folded[blank - 2] in GAP)
    return before and (blank + 2 >= len(folded) or folded[blank + 2] in GAP)


def _name_worth(name: str, tables: Tables, *, apart: bool, told: bool, closed: bool) -> float:
    """What a name is worth; minus infinity when it is none."""
    patterns, surnames = patterns_of(tables), tables.surnames
    value, known = worth(name, surnames, whole=apart or told)
    odd = any(surnames.given.get(char, surnames.usual) < ODD for char in name[1:])
    if odd and not (known and closed):
        return -math.inf
    if not known and (not (apart or told) or patterns.title_end.search(name) is not None):
        return -math.inf
    if grammar_of(tables).denial.fullmatch(name) is not None:
        return -math.inf
    place = patterns.nobody.fullmatch(name)
    if place is not None and (not known or "title" in parts_of(place)):
        return -math.inf
    return value + COMMON * len(name) + (PLACE if place is not None else 0.0)


def _outlets(folded: str, at: int, tables: Tables, *, bounded: bool) -> Iterator[Step]:
    """A title that may begin at a place: known, or ending as titles do, or before a blank and a role."""
    size, patterns = len(folded), patterns_of(tables)
    # 仝懿 通讯员: a short word that begins with a surname is rather a name
    person = folded[at] in tables.surnames.weights
    for end in range(at + 2, min(size, at + TITLE_MOST) + 1):
        if folded[end - 1] in GAP and folded[end - 1] != "·":
            return
        closed = end == size or folded[end] in GAP
        ruled = patterns.role.match(folded, end + (end < size and folded[end] == " ")) is not None
        if not ruled and not bounded:
            continue
        if not bounded and patterns.generic.fullmatch(folded, at, end) is not None:
            continue  # 新闻网 behind what else would be a name
        own = patterns.own.fullmatch(folded, at, end) is not None
        if ruled and not own and patterns.qualified.search(folded, at, end) is not None:
            continue  # 全媒体 is of the role
        known = own or patterns.outlet.fullmatch(folded, at, end) is not None
        titled = known or patterns.title_end.search(folded, at, end) is not None
        glued = bounded and ruled and end - at <= SHORT and patterns.speaking.search(folded, at, end) is None
        strange = ruled and closed and not (person and end - at < SHORT)
        if titled or strange or glued:
            value = KNOWN_OUTLET if known else TITLE if titled else STRANGE_TITLE if closed else GLUED_TITLE
            yield Step(Kind.OUTLET, at, end, value + TITLE_CHARACTER * (end - at), (at, end))
