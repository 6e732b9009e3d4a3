"""The kinds of pieces an author field is made of, and the patterns and signs they are told by.

:mod:`paperparse.marks.steps` cuts a field into these pieces. The patterns are compiled from the convention
tables; what a piece is worth for its kind alone stands beside them.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from paperparse.conventions import Mark

if TYPE_CHECKING:
    import regex

    from paperparse.conventions import Tables

__all__ = [
    "GAP",
    "GLYPHS",
    "PAIR",
    "REPORT",
    "ROLE",
    "SLASHES",
    "UNPAIRED",
    "Kind",
    "Patterns",
    "patterns_of",
]

# What a piece is worth for its kind, in nats; set by hand on the author strings of the tests.
ROLE: Final = 4.0
REPORT: Final = 5.0
TRAILER: Final = 4.0
PAIR: Final = 1.5
"""文 or 图 glued behind a name, where the other stands in the field too."""
UNPAIRED: Final = -1.5
"""Where it does not."""

GLYPHS: Final = frozenset("□■◎●○☐◆◇▲△★☆⊙☉◉")
"""Glyphs that lead a signature."""
GAP: Final = GLYPHS | frozenset(" 。,、;:/|╱∕·*()[]【】〔〕<>–—-_~\u200b\ufeff")
"""Signs that part the pieces of an author field."""
SLASHES: Final = frozenset("/╱∕|")
_REPORT: Final = (
    "{gap}(?:{slash}{gap})?(?:(?:发自|发回){gap}(?:{place-name}|{han}{2,6})(?={brink})"
    "|(?:(?:(?:{when}|{where}|{near-day}|(?<={slash} {0,2}){han}{2,6}?){gap}(?:{slash}{gap})?){1,3}"
    "(?P<action>{verb})"
    "|(?P<action>{byline-action}))(?={brink}))"
)
_ASIDE: Final = (
    "(?P<origin>{origin})|{stamp}|{site}(?={brink})|{credit-source}(?={brink})"
    "|(?:{where}|{when}{gap}(?:{dateline-kind})?)(?={brink})|(?:{byline-lead})均?由(?=(?:{imprint})?{gap}(?:{role}))"
)


class Kind(Enum):
    """What a step reads."""

    GAP = 0
    """A blank or a sign."""
    ASIDE = 1
    """A place, a day, a clock, where the text is from."""
    WORDS = 2
    """Anything else up to the next gap."""
    OUTLET = 3
    ROLE = 4
    NAME = 5
    REPORT = 6
    """What follows the names: 台北報導, 发自北京."""
    TRAILER = 7
    """A role behind the names: 摄."""


class Patterns(NamedTuple):
    """The patterns of one set of tables."""

    anywhere: tuple[tuple[Kind, regex.Pattern[str], float], ...]
    role: regex.Pattern[str]
    report: regex.Pattern[str]
    lead: regex.Pattern[str]
    aside: regex.Pattern[str]
    outlet: regex.Pattern[str]
    own: regex.Pattern[str]
    title_end: regex.Pattern[str]
    qualified: regex.Pattern[str]
    nobody: regex.Pattern[str]
    speaking: regex.Pattern[str]
    tail: regex.Pattern[str]
    site: regex.Pattern[str]
    generic: regex.Pattern[str]
    roles: frozenset[str]


@lru_cache(maxsize=8)
def patterns_of(tables: Tables) -> Patterns:
    """Compile, once for each set of tables."""
    role = tables.build("(?P<role>{role}|(?:{office})(?=(?:{gap}[:/╱|])?{gap}{han}))")
    report = tables.build(_REPORT)
    return Patterns(
        anywhere=(
            (Kind.ROLE, role, ROLE),
            (Kind.ROLE, tables.build("(?P<role>{byline-lead}|[编审校译]){gap}[:/╱|]{gap}"), ROLE),
            (Kind.ROLE, tables.build("[【\\[](?P<role>{byline-lead})[】\\]]{gap}(?={letter})"), ROLE),
            (Kind.REPORT, report, REPORT),
            (
                Kind.TRAILER,
                tables.build("{gap}(?:{slash}{gap})?(?P<role>{byline-trailer})(?={brink})"),
                TRAILER,
            ),
            (Kind.TRAILER, tables.build("(?P<role>[文图])(?={gap}(?:$|{close}|{letter}))"), PAIR),
        ),
        role=role,
        report=report,
        lead=tables.build("(?P<role>{byline-lead})(?<={han}{2})(?={gap}{han}{2})"),
        aside=tables.build(_ASIDE),
        outlet=tables.build("{byline-outlet}"),
        own=tables.build("{byline-outlet-words}|{short-title}"),
        title_end=tables.build("(?:{title-end})$"),
        qualified=tables.build("(?:{byline-qualifier})$"),
        nobody=tables.build("(?:{place-name})(?P<title>{title-end})?"),
        speaking=tables.build("(?:{speaking})$"),
        tail=tables.build("(?:{byline-qualifier}){1,2}(?:{byline-role})"),
        site=tables.build("{site}"),
        generic=tables.build("(?:[日晚早晨]报|{title-end}){1,3}"),
        roles=tables.words(Mark.BYLINE_ROLE),
    )
