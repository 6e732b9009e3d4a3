"""Dirty author strings: of all ways to read one whole, the likeliest.

:mod:`paperparse.marks.signing` reads what papers print: shape after shape, nothing in between. The author
fields of web editions also hold titles no table knows, services in brackets of their own, words of the page
round about. Here such a string is cut into the steps of :mod:`paperparse.marks.steps`, and one dynamic
programme over the place in the string and what was read last finds the reading of most worth.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from paperparse.marks import dateline
from paperparse.marks.fields import GLYPHS, ROLE, Kind, patterns_of
from paperparse.marks.gathering import Signer
from paperparse.marks.names import COMMON, is_transcribed, worth
from paperparse.marks.signed import mark_of
from paperparse.marks.steps import HAN_NAME, KNOWN_OUTLET, STRANGER, Step, steps_at
from paperparse.model import BylineKind
from paperparse.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.conventions import Tables
    from paperparse.marks.results import BylineMark
    from paperparse.model import Byline
    from paperparse.text.strand import Strand

__all__ = ["doubted", "read_field"]

LONGEST: Final = 240
"""Code points of an author field that is read so; the work grows with it, and no real one seen has 120."""
SHORTEST: Final = 2
"""Characters of the shortest name."""
ENOUGH: Final = 5.0
"""Nats a reading must be worth. Of 881 author strings of the tests that name somebody 18 are worth less, most
of which shapes read; of 296 that name nobody none is worth more than 4.7."""

# What it is worth, in nats, that one step follows another; set by hand with the worths of the steps.
_ROLE_AFTER_OUTLET: Final = 3.0
_NAME_AFTER: Final = {"ROLE": 3.0, "OUTLET": -2.0, "NOTHING": -3.0, "NAME": 0.0}
_GLUED: Final = -1.0
_TITLE_MORE: Final = -0.5
_TITLE_GLUED: Final = -4.0
_SHORT_NAME: Final = -6.0
_WORDS_AFTER_ROLE: Final = -6.0
_ROLE_IN_WORDS: Final = -8.0
_LABELLED: Final = -12.0
"""A name behind words with a colon, which say what is named: 受访专家：王民."""
_LEFT: Final = {"ROLE": -8.0, "OUTLET": -1.0}

_SAID: Final = -6.0
"""文 behind a name before which such a word stands: 文／鍾兰文."""

_CLOSING_WORDS: Final = frozenset("文图")
"""Last characters of a name that may be a word of their own: 记者张瞧文闫化庄图."""
_SENTENCE: Final = re.compile("[!?“”…%]|。(?!(?<=报道。|报导。|整理。)$)")
"""Signs of a sentence, but for the stop behind 报道."""


class _After(Enum):
    """What was read last."""

    NOTHING = 0
    OUTLET = 1
    ROLE = 2
    NAME = 3


class _Way(NamedTuple):
    """A reading of the string up to some place: its last step and the way before."""

    worth: float
    step: Step | None = None
    before: _Way | None = None


def doubted(bylines: Sequence[Byline], tables: Tables) -> bool:
    """Whether another reading may be likelier than one by shapes.

    That is so where it holds a Han name that is unlikely, is a place or a station, or ends in a word that may
    be a mark (记者张瞧文闫化庄图), and where the title of an outlet begins with a name: 李冬梅天府早报.

    Args:
        bylines: The reading.
        tables: The conventions.

    Returns:
        Whether one of its names or outlets says so.
    """
    return any(
        any(_unlikely(fold(name), line, tables) for name in line.names)
        or _holds_name(fold(line.outlet or ""), tables)
        for line in bylines
    )


def _unlikely(name: str, line: Byline, tables: Tables) -> bool:
    """Whether a name may be none."""
    if name.isascii():
        return line.kind is BylineKind.SOURCE
    if not name.isalpha() or len(name) > HAN_NAME[0]:
        return False  # names kept whole, for more than one way to part them is likely
    if patterns_of(tables).nobody.fullmatch(name) is not None:
        return True
    if line.role and is_transcribed(name, tables.surnames):
        return False
    value, known = worth(name, tables.surnames, whole=True)
    likely = value + COMMON * len(name)
    if (
        len(name) == HAN_NAME[0]
        and len(line.names) > 1
        and name[0] in tables.surnames.weights
        and likely > 0.0
    ):
        return False  # 杨欣可 张弋凌宇: the blanks between others say that it is one
    return not known or likely < STRANGER or name[-1] in _CLOSING_WORDS


def _holds_name(title: str, tables: Tables) -> bool:
    """Whether the title of an outlet is a name and a title tables know."""
    own = patterns_of(tables).own
    for count in HAN_NAME:
        if title[count:] and own.fullmatch(title, count) is not None:
            value, known = worth(title[:count], tables.surnames, whole=False)
            if known and value + COMMON * count > ENOUGH:
                return True
    return False


def read_field(strand: Strand, tables: Tables) -> BylineMark | None:
    """Read an author field by its likeliest reading.

    Args:
        strand: The field, and nothing else.
        tables: The conventions.

    Returns:
        The bylines, or None when no reading names anybody and is likely enough.

    Examples:
        >>> from paperparse.conventions import load
        >>> from paperparse.marks.signing import strand_of
        >>> tables = load(("mainland",))
        >>> mark = read_field(strand_of("江城日报出品 采写：记者王恺凝 武叶 校对：刘杰"), tables)
        >>> [(line.role, line.names) for line in mark.bylines]
        [('记者', ('王恺凝', '武叶')), ('校对', ('刘杰',))]
        >>> read_field(strand_of("记者注意到"), tables) is None
        True
    """
    size = len(strand)
    if not 1 < size <= LONGEST or _SENTENCE.search(strand.folded.rstrip()) is not None:
        return None
    headed = dateline.read_head(strand, 0, size, tables)
    start = 0 if headed is None or headed.bylines else headed.end
    way = _best(strand.folded, start, tables)
    if way is None or way.worth < ENOUGH:
        return None
    steps = _steps_of(way)
    # a glyph before nothing but names says that they sign
    led = steps[0].kind is Kind.GAP and strand.folded[steps[0].start] in GLYPHS
    signer = Signer(strand, said=led and all(step.kind in {Kind.GAP, Kind.NAME} for step in steps))
    for step in steps:
        signer.take(step)
    signer.close(None)
    return mark_of(strand, size, signer.found, tables) if signer.found and signer.said else None


def _best(folded: str, start: int, tables: Tables) -> _Way | None:
    """The way of most worth through a string."""
    size = len(folded)
    ways: list[dict[_After, _Way]] = [{} for _ in range(size + 1)]
    ways[start][_After.NOTHING] = _Way(0.0)
    for at in range(start, size):
        if not ways[at]:
            continue
        for step in steps_at(folded, at, tables):
            for after, way in ways[at].items():
                moved = _move(after, step, way)
                if moved is None:
                    continue
                known = ways[step.end].get(moved[0])
                if known is None or moved[1] > known.worth:
                    ways[step.end][moved[0]] = _Way(moved[1], step, way)
    ends = (
        _Way(way.worth + _LEFT.get(after.name, 0.0), way.step, way.before)
        for after, way in ways[size].items()
    )
    return max(ends, key=lambda way: way.worth, default=None)


def _move(after: _After, step: Step, way: _Way) -> tuple[_After, float] | None:
    """Where a step leads and what the way is worth with it, or None where it cannot follow."""
    value = way.worth + step.worth
    if step.kind in {Kind.GAP, Kind.ASIDE}:
        return after, value
    if step.kind is Kind.WORDS:
        return _After.NOTHING, value + (_WORDS_AFTER_ROLE if after is _After.ROLE else 0.0)
    if step.kind is Kind.OUTLET:
        return _After.OUTLET, value + _outlet_more(after, step, way)
    if step.kind is Kind.ROLE:
        return _After.ROLE, value + _role_more(after, way)
    if step.kind is Kind.NAME:
        value += _LABELLED * _labelled(way)
        glued = way.step is not None and way.step.kind is Kind.NAME
        return _After.NAME, value + _NAME_AFTER[after.name] + _GLUED * glued
    said = step.kind is Kind.TRAILER and _said(way, step)
    return (_After.NOTHING, value + _SAID * said) if after is _After.NAME else None


def _outlet_more(after: _After, step: Step, way: _Way) -> float:
    """What a title is worth more where it stands."""
    if after is _After.OUTLET:
        return _TITLE_MORE - step.worth  # several titles in a row are one outlet
    before = way.step
    glued = before is not None and before.kind is Kind.NAME and step.worth < KNOWN_OUTLET
    # 记者过国忠 通讯员: what is glued behind a role is rather a stranger's name
    glued = glued or (before is not None and before.kind is Kind.ROLE and before.end == before.printed[1])
    return _TITLE_GLUED * glued


def _role_more(after: _After, way: _Way) -> float:
    """What a role is worth more where it stands."""
    # a role right behind a role says no more: 采写：记者
    more = {_After.OUTLET: _ROLE_AFTER_OUTLET, _After.ROLE: -ROLE}.get(after, 0.0)
    if way.step is not None and way.step.kind is Kind.WORDS:
        more += _ROLE_IN_WORDS  # 告诉记者
    if way.before is not None and way.before.step is None and _short(way.step):
        more += _SHORT_NAME  # 公視記者
    return more


def _labelled(way: _Way) -> bool:
    """Whether words that are no role stand before, with a colon."""
    at: _Way | None = way
    colon = False
    while at is not None and at.step is not None and at.step.kind is Kind.GAP:
        colon = colon or at.step.printed[0] < at.step.printed[1]
        at = at.before
    return colon and at is not None and at.step is not None and at.step.kind is Kind.WORDS


def _said(way: _Way, step: Step) -> bool:
    """Whether a name of two characters stands right between a word with its sign and one glued to it."""
    name, before = way.step, way.before
    while before is not None and before.step is not None and before.step.kind is Kind.GAP:
        before = before.before
    role = None if before is None else before.step
    glued = step.printed == (step.start, step.start + 1)
    lead = role is not None and role.kind is Kind.ROLE and role.end > role.printed[1]
    return _short(name) and glued and lead


def _short(step: Step | None) -> bool:
    """Whether a step is a name of two characters, as many as short titles have."""
    return step is not None and step.kind is Kind.NAME and step.end - step.start == SHORTEST


def _steps_of(way: _Way) -> list[Step]:
    """The steps of a way, in order."""
    steps: list[Step] = []
    at: _Way | None = way
    while at is not None:
        if at.step is not None:
            steps.append(at.step)
        at = at.before
    return steps[::-1]
