"""Signatures that no role tells: a name, alone or with what its bearer is and where they write from.

What is printed here reads like a signature; that it is one only its place can say, for a headline of three
characters may look like a name. So besides who signs a reader says what speaks for it: how likely the name
is, what is printed with it, how it is set. :mod:`paperparse.layout.signatures` weighs that with the place.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from paperparse.conventions import Mark
from paperparse.conventions.engine import parts_of
from paperparse.conventions.tables import source_of
from paperparse.marks.grammar import grammar_of
from paperparse.marks.names import COMMON, LIKELIER, part_names, worth
from paperparse.marks.signed import Item, mark_of_items
from paperparse.marks.signing import PAIRS, trim
from paperparse.model import BylineKind
from paperparse.text.fold import fold
from paperparse.text.pairs import common_pairs

if TYPE_CHECKING:
    import regex

    from paperparse.conventions import Tables
    from paperparse.marks.names import People
    from paperparse.marks.results import BylineMark
    from paperparse.text.strand import Strand

__all__ = ["Bare", "is_likely", "read_bare", "read_foot"]

LONGEST: Final = 48
"""Code points; the longest seen, the school of a village with province, county and town, has 20."""
TAIL: Final = 64
"""Code points from its end within which the bracket that closes a paragraph is looked for."""
LIKELY: Final = -1.0
"""Nats from which on what stands in a bracket is a name where more than one word of it speaks for that: set
wide, several together, a place before it. Of 60 such names of papers of the mainland the least likely is
worth 0.3."""
LONG: Final = 4
"""Characters of a pen name at the most, unless it is printed what its bearer is or where from."""
FEW: Final = 3
"""People who sign together, unless a bracket holds them."""
_SIGNS: Final = "□◎○☐☉⊙◉"
"""Glyphs that stand before who signs and say so."""
_BULLETS: Final = "■●◆▲"
"""Glyphs that stand before who signs and before subheads as well."""
_ENDS: Final = "。!?…”’》)】〕"
_QUOTED: Final = "”’》"
"""Behind a quotation or a title stands in brackets whose it is."""


@lru_cache(maxsize=8)
def _shapes(tables: Tables) -> tuple[tuple[tuple[frozenset[str], ...], regex.Pattern[str]], ...]:
    """The shapes of such signatures, in the order of the tables, with the signs each must hold."""
    return tuple((tables.signs(source_of(row)), pattern) for row, pattern in tables.compiled(Mark.SIGNATURE))


class Bare(NamedTuple):
    """A signature no role tells.

    Attributes:
        mark: Who signs, and where: the whole range, its bracket or glyph too; one byline.
        worth: How likely the least likely of the names is against any words, in nats.
        traits: What else speaks for it or against it: ``bracket``, ``glyph``, ``bullet`` (a glyph of
            subheads), ``title``, ``house``, ``place``, ``slash``, ``led`` (by any other word), ``spread`` (a
            name set wide), ``several``, ``glued`` (to what stands before it, as in a sentence), ``word`` (a
            name begins with a common word), ``stranger`` (with no surname of the table).
    """

    mark: BylineMark
    worth: float
    traits: frozenset[str]


def read_bare(strand: Strand, start: int, end: int, tables: Tables) -> Bare | None:
    """Read a range that is nothing but a signature no role tells.

    Args:
        strand: The text.
        start: First code point of the range.
        end: One past its last.
        tables: The conventions.

    Returns:
        The signature with what speaks for it, or None when the range cannot be one.

    Examples:
        >>> from paperparse.conventions import load
        >>> from paperparse.marks.signing import strand_of
        >>> tables = load(("mainland",))
        >>> text = "（市二院急诊科 何 平）"
        >>> found = read_bare(strand_of(text), 0, len(text), tables)
        >>> found.mark.bylines[0].names, found.mark.bylines[0].outlet, sorted(found.traits)
        (('何平',), '市二院急诊科', ['bracket', 'house', 'spread'])
        >>> text = "2019年春"
        >>> read_bare(strand_of(text), 0, len(text), tables) is None
        True
    """
    folded = strand.folded
    start, end = trim(folded, start, end)
    if not 1 < end - start <= LONGEST:
        return None
    low, high, traits = _undress(folded, start, end)
    if high - low < 2 or not _han(folded[low]):  # noqa: PLR2004 - no name is shorter
        return None
    chars = frozenset(folded[low:high])
    for signs, shape in _shapes(tables):
        if any(map(chars.isdisjoint, signs)):
            continue  # most lines hold no slash and no post, and a shape no line asks for is never compiled
        found = shape.fullmatch(folded, low, high)
        read = None if found is None else _read(strand, (start, end), low, parts_of(found), traits, tables)
        if read is not None:
            return read
    return None


def read_foot(
    strand: Strand, start: int, end: int, tables: Tables, *, strict: bool = False
) -> BylineMark | None:
    """Read who signs in a bracket behind the last sentence of a range: ``……得到实惠。（高民）``.

    Args:
        strand: The text.
        start: First code point of the range.
        end: One past its last.
        tables: The conventions.
        strict: Whether nothing round the range speaks for a signature, so that a rarer name set in one word
            is none: ``（高血压）``.

    Returns:
        One byline, or None.

    Examples:
        >>> from paperparse.conventions import load
        >>> from paperparse.marks.signing import strand_of
        >>> tables = load(("mainland",))
        >>> text = "村里通了路。（沈念慈）"
        >>> read_foot(strand_of(text), 0, len(text), tables).bylines[0].names
        ('沈念慈',)
        >>> text = "故事还在继续。（未完待续）"
        >>> read_foot(strand_of(text), 0, len(text), tables) is None
        True
    """
    folded = strand.folded
    start, end = trim(folded, start, end)
    if end - start < 3 or folded[end - 1] != ")":  # noqa: PLR2004 - a bracket and one character
        return None
    at = folded.rfind("(", max(start, end - TAIL), end)
    before = folded[start : max(at, start)].rstrip()
    if at < start or not before or before[-1] not in _ENDS or before[-1] in _QUOTED:
        return None
    found = read_bare(strand, at, end, tables)
    return found.mark if found is not None and is_likely(found, strict=strict) else None


def is_likely(found: Bare, *, strict: bool) -> bool:
    """Whether a signature in a bracket behind a sentence is one.

    Args:
        found: What was read in the bracket.
        strict: Whether nothing round it speaks for a signature; see :func:`read_foot`.

    Returns:
        Whether it is.
    """
    if "word" in found.traits or "slash" in found.traits:
        return False
    if "stranger" in found.traits:
        # a pen name, where what is printed with it says that somebody signs
        return not found.traits.isdisjoint(("title", "house"))
    if not found.traits.isdisjoint(("title", "house")):
        return True
    if not strict or not found.traits.isdisjoint(("spread", "several", "place", "led")):
        return found.worth > LIKELY
    return found.worth > LIKELIER.get(len(found.mark.bylines[0].names[0]), LIKELY)


def _undress(folded: str, start: int, end: int) -> tuple[int, int, set[str]]:
    """The range within a bracket or behind a glyph, and which of them there is."""
    traits: set[str] = set()
    if PAIRS.get(folded[start]) == folded[end - 1]:
        traits.add("bracket")
        start, end = trim(folded, start + 1, end - 1)
    elif folded[start] in _SIGNS:
        traits.add("glyph")
        start, end = trim(folded, start + 1, end)
    elif folded[start] in _BULLETS:
        traits.add("bullet")
        start, end = trim(folded, start + 1, end)
    return start, max(start, end), traits


def _han(char: str) -> bool:
    """Whether a character may begin what is printed before a name or the name itself."""
    return char.isalpha() and not char.isascii()


def _read(  # noqa: PLR0913, PLR0917  # a range in its strand, and what is known of it
    strand: Strand,
    where: tuple[int, int],
    inner: int,
    groups: dict[str, tuple[int, int]],
    dress: set[str],
    tables: Tables,
) -> Bare | None:
    """The signature a shape found, or None where no names stand in it."""
    low, high = groups["names"]
    people = part_names(strand.text[low:high], strand.folded[low:high], tables.surnames)
    titled = not groups.keys().isdisjoint(("role", "outlet", "place"))
    most = FEW if not dress else 4 * FEW
    if (
        not _may_sign(people, tables, titled=titled, led="glyph" in dress and " " in strand.folded[low:high])
        or len(people.names) > most
    ):
        return None
    names = [fold(name) for name in people.names]
    traits = dress | _traits(strand, (inner, where[1]), groups, people, dressed=bool(dress))
    role = "".join(strand.text[slice(*groups["role"])].split()) if "role" in groups else ""
    outlet = "".join(strand.text[slice(*groups["outlet"])].split()) if "outlet" in groups else None
    item = Item(where[0], role, BylineKind.AUTHOR, outlet, people)
    return Bare(
        mark_of_items(strand, where[0], where[1], [item]),
        min(worth(name, tables.surnames, whole=True)[0] + COMMON * len(name) for name in names),
        frozenset(traits),
    )


def _may_sign(people: People, tables: Tables, *, titled: bool, led: bool) -> bool:
    """Whether what stands where names should be may be names of people who sign.

    Behind a glyph that says so and set wide, a name may be a common word: ``□ 方 言``.
    """
    grammar = grammar_of(tables)
    if people.odd or not people.names:
        return False
    # a pen name signs alone
    if people.strangers and (people.strangers > 1 or len(people.names) > 1):
        return False
    if people.strangers and not titled and len(people.names[0]) > LONG:
        return False
    names = [fold(name) for name in people.names]
    called = grammar.name_words if led else frozenset[str]()
    if any(name not in called and grammar.denial.fullmatch(name) is not None for name in names):
        return False
    return titled or not any(grammar.place.fullmatch(name) for name in names)


def _traits(
    strand: Strand,
    where: tuple[int, int],
    groups: dict[str, tuple[int, int]],
    people: People,
    *,
    dressed: bool,
) -> set[str]:
    """What speaks for a signature or against it, by what is printed; in a bracket it is no sentence."""
    start, end = where
    low, high = groups["names"]
    folded = strand.folded
    seen = {
        "title": "role" in groups,
        "house": "outlet" in groups,
        "place": "place" in groups,
        "led": low > start and groups.keys() == {"names"},
        "glued": low > start and folded[low - 1] not in " :、" and low not in strand.starts and not dressed,
        "slash": not {"/", "╱"}.isdisjoint(folded[high:end]),
        "several": len(people.names) > 1,
        "spread": len(people.names) == 1 and " " in folded[low:high],
        "stranger": people.strangers > 0,
        "word": any(fold(name)[:2] in common_pairs() for name in people.names),
    }
    if seen["glued"]:
        # 市果业中心主任王小明: who is spoken of in a sentence is introduced so
        seen |= dict.fromkeys(("title", "house", "place"), False)
    return {name for name, is_so in seen.items() if is_so}
