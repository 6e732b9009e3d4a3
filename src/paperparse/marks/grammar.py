"""The patterns signatures are read by, compiled from the convention tables.

Rows of shapes hold ``{names}`` where the names stand. Each is compiled in two pieces, before and after it,
because where a run of names ends is the same question for all of them and is asked once.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import frozen

from paperparse.conventions import Mark
from paperparse.model import BylineKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import regex

    from paperparse.conventions import Tables

__all__ = ["PICTURES", "Grammar", "Shape", "grammar_of"]

PICTURES: Final = frozenset({BylineKind.PHOTOGRAPHER, BylineKind.ARTIST, BylineKind.SOURCE})
"""Kinds of people credited under pictures."""
_OPENING: Final = (
    "(?:{gap}{stamp}(?:{gap}[|]| ))?(?:{gap}(?:{sign}|{open}|[>\\\\]))*{gap}"
    "(?:(?:{credit-source}){gap}[·:|/,、]{gap})?"
)
_ENDING: Final = (
    r"{gap}(?:[(\[]{gap}{han}{0,4}?(?:{byline-lead}|{byline-qualifier}|{byline-role}){gap}[)\]]|[(\[]{gap}(?:{vocation}|{place-name}|{area}){gap}[)\]](?={gap}$|[,、;\s])|{stamp}|(?:{byline-lead}){gap}(?:{slash}|:){gap}(?:{name-denial}|{credit-source}){gap}(?:{byline-trailer})?(?={brink})"
    r"|(?:[(\[]{gap})?(?:(?:{slash}|[.·]){gap})?(?:"
    r"(?P<trailer>{byline-trailer})(?!(?<={han}{2}) +{letter})|{report}"
    r"|(?P<action>{byline-action}|{pair})|(?P<source>{credit-source})(?:{gap}(?:供图|提供|供稿))?)(?={brink}|《)|{agencies}"
    r"|[,;]{gap}(?:系|为|是|现任)[^()]{2,40}(?={gap}{close})"
    r"|(?:[,;、|]{gap})?{origin}|{slash}{gap}(?:{byline-lead})(?={brink})|{slash}{gap}(?:{byline-outlet})(?={gap}(?:$|{close})))"
    # a word with a colon or slash behind it may open the next byline: 編譯／朱緯
    r"(?!{gap}(?::{gap}{letter}|[/╱]{gap}(?!{verb}|{where}|{byline-trailer}|{byline-lead}){letter}))"
)
_BETWEEN: Final = r"(?:[ 、,;/|·*:]|{sign}|{open}|{close}|(?<=[ )\]】〕]){stamp})*"
# what is a word as well is a glyph only right before who reports: 国本报记者, but not 国际金融报记者
_CONFUSION: Final = "(?!{glyph-word}(?!{gap}(?:{own-outlet}|{byline-outlet-words}|{role})))(?:{confusion})"
# a word of one character glued behind a name, which may be the last of the name
_CLOSING: Final = "(?<={han})[文图摄绘译](?={gap}(?:$|[()\\[\\]【】〔〕,、;。]| {han}))"
# an editor's day in figures, behind the bracket that closes a report
_STAMPED: Final = "(?<=[)\\]】〕]){gap}(?:{stamp}){gap}$"
_NAMES: Final = "(?P<names>{names})"
_QUALIFIED: Final = "(?:(?:{byline-qualifier}){gap}){0,3}"

Signs: TypeAlias = int
"""Sets of characters, each a bit; of each one must stand in a text that a pattern may match in."""


@frozen
class Shape:
    """One shape of a byline: what stands before the names, and after them.

    The names between are whatever reaches to the next word that ends them, so that word is looked for once
    and not by every shape.

    Attributes:
        before: What stands before.
        after: What stands behind; None where there are no names.
        signs: What must stand in the text, see :meth:`Grammar.signs_of`.
    """

    before: regex.Pattern[str]
    after: regex.Pattern[str] | None
    signs: Signs


@frozen
class Grammar:
    """The patterns of one set of tables."""

    opening: regex.Pattern[str]
    confusion: regex.Pattern[str]
    outlet: regex.Pattern[str]
    own: regex.Pattern[str]
    titled: regex.Pattern[str]
    ending: regex.Pattern[str]
    between: regex.Pattern[str]
    denial: regex.Pattern[str]
    name_words: frozenset[str]
    stops: tuple[tuple[Signs, regex.Pattern[str]], ...]
    run: regex.Pattern[str]
    report: regex.Pattern[str]
    more: regex.Pattern[str]
    closing: regex.Pattern[str]
    lead: regex.Pattern[str]
    place: regex.Pattern[str]
    gathered: regex.Pattern[str]
    stamped: regex.Pattern[str]
    shapes: tuple[Shape, ...]
    kinds: Mapping[str, BylineKind]
    patterns: tuple[tuple[BylineKind, regex.Pattern[str]], ...]
    pictures: frozenset[str]
    signs: Mapping[str, Signs]

    def signs_of(self, text: str) -> Signs:
        """The sets of characters of which one stands in a text, for all shapes and stops at once."""
        found = 0
        of = self.signs.get
        for char in set(text):
            found |= of(char, 0)
        return found


@lru_cache(maxsize=8)
def grammar_of(tables: Tables) -> Grammar:
    """Compile what holds the rows together, once for each set of tables."""
    marks = (Mark.BYLINE_TRAILER, Mark.BYLINE_LEAD, Mark.BYLINE_COLLECTIVE, Mark.BYLINE_ROLE)
    bits: dict[frozenset[str], Signs] = {}
    stops = tuple((_bits_of(tables.signs(one), bits), tables.build(one)) for one in tables.split("stop"))
    shapes = _shapes(tables, Mark.BYLINE_SHAPE, bits)
    signs: dict[str, Signs] = {}
    for chars, bit in bits.items():
        for char in chars:
            signs[char] = signs.get(char, 0) | bit
    return Grammar(
        opening=tables.build(_OPENING),
        confusion=tables.build(_CONFUSION),
        outlet=tables.build("{byline-outlet-words}"),
        own=tables.build("{own-outlet}"),
        titled=tables.build("(?:{byline-outlet}|{byline-outlet-words}|{short-title}|{paper-end})$"),
        ending=tables.build(_ENDING),
        between=tables.build(_BETWEEN),
        denial=tables.build(
            "{name-denial}|{credit-source}|{byline-action}|{byline-lead}|{byline-role}|{short-title}"
        ),
        name_words=tables.words(Mark.NAME_WORD),
        stops=stops,
        run=tables.build("{names}"),
        report=tables.build("{gap}(?:{slash}{gap})?(?:{report})"),
        more=tables.build("{gap}{role}"),
        closing=tables.build(_CLOSING),
        lead=tables.build("{byline-lead}"),
        place=tables.build("{place-name}"),
        gathered=tables.build("{gathered}"),
        stamped=tables.build(_STAMPED),
        shapes=shapes,
        pictures=(tables.words(Mark.BYLINE_TRAILER) | tables.words(Mark.BYLINE_LEAD))
        - tables.words(Mark.BYLINE_ACTION),
        kinds={word: BylineKind(row.kind) for mark in marks for row in tables.of(mark) for word in row.words},
        patterns=tuple(
            (
                BylineKind(row.kind),
                tables.build(f"{_QUALIFIED}(?:{row.pattern})"),
            )
            for mark in marks
            for row in tables.of(mark)
            if row.pattern
        ),
        signs=signs,
    )


def _bits_of(sets: Iterable[frozenset[str]], bits: dict[frozenset[str], Signs]) -> Signs:
    """The bits of some sets of characters, new ones given to those that have none yet."""
    return sum({bits.setdefault(chars, 1 << len(bits)) for chars in sets})


def _shapes(tables: Tables, mark: Mark, bits: dict[frozenset[str], Signs]) -> tuple[Shape, ...]:
    """The rows of a mark of shapes, each in two pieces."""
    shapes: list[Shape] = []
    for row in tables.of(mark):
        before, names, after = row.pattern.partition(_NAMES)
        signs = _bits_of((*tables.signs(before), *tables.signs(after)), bits)
        shapes.append(Shape(tables.build(before), tables.build(after) if names else None, signs))
    return tuple(shapes)
