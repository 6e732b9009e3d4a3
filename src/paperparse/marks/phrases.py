"""What a phrase of a signature is: a run of names, the outlet of who reports, or a headline above it.

Shapes say where names and outlets may stand; the same characters may stand there as a headline, as words of
a sentence or as another outlet. Here they are told apart, by what stands round them and by how likely they
are names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from paperparse.conventions.engine import words_of
from paperparse.marks.grammar import Grammar, Signs, grammar_of
from paperparse.marks.names import People, part_names
from paperparse.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    import regex

    from paperparse.conventions import Tables
    from paperparse.text.strand import Strand

__all__ = ["OUTLETS", "are_names", "is_headline", "may_be_person", "run_end"]

TITLE: Final = 4
"""Characters from which on a word that is no name may be the title of a paper."""
_BETWEEN: Final = " 、,;&"
"""What stands between two names."""
SHORTEST: Final = 2
"""Characters of the shortest name."""
OUTLETS: Final = ("outlet", "guess", "unknown")
"""Groups of a shape that are the outlet: of a table, any before a role that reports, any before names."""


def run_end(  # noqa: PLR0913  # a range in its strand, and what is known of it
    strand: Strand, start: int, end: int, signs: Signs, tables: Tables, *, led: bool = False
) -> int:
    """Where a run of names that begins here ends at the latest.

    Args:
        strand: The text.
        start: Where it begins.
        end: One past the last code point it may have.
        signs: What stands in the text, see :meth:`~paperparse.marks.grammar.Grammar.signs_of`.
        tables: The conventions.
        led: Whether a word before the names says already what they did: 文／鍾兰文.

    Returns:
        One past its last code point; ``start`` when no name begins here.
    """
    folded = strand.folded
    grammar = grammar_of(tables)
    run = grammar.run.match(folded, start, end)
    if run is None:
        return start
    stopped = end
    # no name is shorter than one letter, and what stops a run stands behind that
    for needed, stop in grammar.stops if run.end() > start + 1 else ():
        if needed & signs == needed:
            found = stop.search(folded, start + 1, end)
            while found is not None and _lone(folded, start, found):
                found = stop.search(folded, found.start() + 1, end)
            stopped = stopped if found is None else min(stopped, found.start())
    if led and stopped - start == SHORTEST and grammar.closing.match(folded, stopped, end) is not None:
        # the word behind would say it again
        stopped += 1
    if stopped < run.end():
        run = grammar.run.match(folded, start, stopped)
        if run is None:
            return start
    # a word too long for a name, right before the next role, is an outlet no table knows
    word = max(folded.rfind(sign, start, run.end()) for sign in _BETWEEN) + 1
    if word > start and run.end() - word >= TITLE and grammar.more.match(folded, run.end(), end) is not None:
        people = part_names(strand.text[word : run.end()], folded[word : run.end()], tables.surnames)
        if people.odd or people.strangers:
            return len(folded[:word].rstrip(_BETWEEN))
    return run.end()


def _lone(folded: str, start: int, found: regex.Match[str]) -> bool:
    """Whether a place would leave a single character of the last name: 记者王伟、林大同报导."""
    last = found.start() - 1
    return "place" in words_of(found) and (last == start or folded[last - 1] in _BETWEEN)


def are_names(people: People, grammar: Grammar, *, sure: bool) -> bool:
    """Whether what stands where names should be can be names.

    Args:
        people: What stands there.
        grammar: The patterns of the tables.
        sure: Whether something else says that names stand there, so that most may be strangers' names.

    Returns:
        Whether it can.
    """
    if people.odd or not people.names or _hold_place(people, grammar):
        return False
    called = grammar.name_words if sure else frozenset[str]()
    words = sum(
        name not in called and grammar.denial.fullmatch(name) is not None for name in map(fold, people.names)
    )
    if words and 2 * words >= len(people.names):
        # one of many may be called like a common word
        return False
    if not sure and all(grammar.place.fullmatch(fold(name)) for name in people.names):
        return False
    if not sure:
        # one stranger among many is still a list of names
        return people.strangers * 4 <= len(people.names)
    return people.strangers <= 1 or people.strangers <= len(people.names) - people.strangers


def _hold_place(people: People, grammar: Grammar) -> bool:
    """Whether two names would part a place: 温哥、华港湾 of 温哥华港湾."""
    first = fold(people.names[0])
    found = grammar.place.match(fold("".join(people.names[:2])))
    return found is not None and found.end() > len(first)


def is_headline(strand: Strand, groups: Mapping[str, tuple[int, int]], grammar: Grammar) -> bool:
    """Whether what passes for an outlet is a headline above the role: 新桥今日通车⏎本报记者 王小明.

    The outlet and its role stand on one line, or the outlet is known or called as papers are. Nor does an
    outlet no table knows stand before 本报, which says already who reports.

    Args:
        strand: The text.
        groups: What a shape found, by the name of its part.
        grammar: The patterns of the tables.

    Returns:
        Whether it is one; never where no outlet was found.
    """
    outlet = next((groups[name] for name in OUTLETS if name in groups), None)
    if outlet is None:
        return False
    low, high = outlet
    role = groups.get("role", (high, high))[0]
    broken = any(low < seam <= role for seam in strand.starts)
    if any(
        own.end() == high and own.start() > low and strand.folded[own.start() - 1].isalpha()
        for own in grammar.own.finditer(strand.folded, low, high)
    ):
        return True
    known = "outlet" in groups
    if known and not broken:
        return False
    if grammar.own.match(strand.folded, role) is not None:
        return True
    if any(own.end() == high and own.start() > low for own in grammar.own.finditer(strand.folded, low, high)):
        return True
    return broken and not known and grammar.titled.search(strand.folded, low, high) is None


def may_be_person(strand: Strand, where: tuple[int, int], tables: Tables) -> bool:
    """Whether a range may as well be the name of a person: 王小明 记者 李冬梅.

    Args:
        strand: The text.
        where: The range.
        tables: The conventions.

    Returns:
        Whether it may.
    """
    printed = strand.folded[slice(*where)]
    people = part_names(strand.text[slice(*where)], printed, tables.surnames)
    # a title with a dot, a figure or Latin letters passes for a stranger's name only
    return (
        printed.isalpha() and not any(map(str.isascii, printed)) and not people.odd and not people.strangers
    )
