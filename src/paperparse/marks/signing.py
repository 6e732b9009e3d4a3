"""The grammar of signatures: a range that is nothing but bylines is taken apart from left to right.

The tables say what shapes a byline has; here stands how shapes follow one another, and what glyphs and
brackets may stand round them; what a phrase in it is, :mod:`paperparse.marks.phrases` says. Nothing here
searches: a signature either fills its range or is none, and no range longer than :data:`LONGEST` is looked
at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from paperparse.conventions.engine import parts_of, words_of
from paperparse.errors import ArgumentError
from paperparse.marks.grammar import PICTURES, Signs, grammar_of
from paperparse.marks.names import People, part_names
from paperparse.marks.phrases import OUTLETS, are_names, is_headline, may_be_person, run_end
from paperparse.marks.reports import report_of
from paperparse.marks.results import BylineMark, misread_note
from paperparse.marks.signed import Item, kind_of, mark_of_items
from paperparse.model import BylineKind
from paperparse.text.fold import fold
from paperparse.text.strand import Strand

if TYPE_CHECKING:
    from paperparse.conventions import Tables

__all__ = ["LONGEST", "PAIRS", "read_names", "read_signing", "strand_of", "trim"]

LONGEST: Final = 400
"""Code points; the longest signature of 3,617 articles, 25 names in brackets, has 130."""
FULL: Final = 3
"""Characters of a full name, which few titles have."""
MOST: Final = 60
"""Names in one signature."""
PAIRS: Final = {"(": ")", "[": "]", "【": "】", "〔": "〕"}
"""Brackets that stand round marks, folded."""
_NOBODY: Final = People(names=())

_SENTENCE: Final = re.compile("[。!?…%]|“(?![^“”]{2,10}”(?:特约)?记者)|”(?!(?:特约)?记者)")
"""Signs of a sentence; a range that holds one is no signature, and most ranges are turned away by it. The
title of a column right before who reports is quoted too: “新华视点”记者."""


def strand_of(text: object) -> Strand:
    """A text of a caller's as one stretch; blanks stand for its line breaks in what is matched.

    Raises:
        ArgumentError: It is no string.
    """
    if not isinstance(text, str):
        msg = f"text is str, not {type(text).__name__}"
        raise ArgumentError(msg)
    return Strand.of(text, fold(text).replace("\n", " ").replace("\r", " "), [(0, len(text))])


def trim(folded: str, start: int, end: int) -> tuple[int, int]:
    """The range without blanks at its ends."""
    while start < end and folded[start].isspace():
        start += 1
    while start < end and folded[end - 1].isspace():
        end -= 1
    return start, end


def read_signing(  # noqa: PLR0913  # a range in its strand, and what stands round it
    strand: Strand,
    start: int,
    end: int,
    tables: Tables,
    *,
    sure: bool = False,
    closer: str = "",
) -> BylineMark | None:
    """Read a range that is nothing but bylines.

    Args:
        strand: The text.
        start: First code point of the range.
        end: One past its last.
        tables: The conventions.
        sure: Whether something outside the range already says that it is a signature, so that a pen name
            is taken for a name.
        closer: A bracket that opened before the range and must close in it.

    Returns:
        The bylines, or None when anything else stands in the range.
    """
    folded = strand.folded
    start, end = trim(folded, start, end)
    if not 1 < end - start <= LONGEST or _SENTENCE.search(folded, start, end) is not None:
        return None
    grammar = grammar_of(tables)
    known = grammar.outlet.match(folded, start, end) is not None
    misread = None if known else grammar.confusion.match(folded, start, end)
    # a glyph an OCR engine took for a character, if what follows is a signature without it
    items = None if misread is None else _items(strand, misread.end(), end, tables, sure=sure)
    if items is None:
        opened = grammar.opening.match(folded, start, end)
        at = start if opened is None else opened.end()
        items = _items(strand, at, end, tables, sure=sure or at > start)
        misread = None
    if items is None or not _balanced(folded, start, end, closer):
        return None
    items[0].start = start
    mark = mark_of_items(strand, start, end, items)
    if misread is None:
        return mark
    return mark._replace(notes=(*mark.notes, misread_note(mark.bylines[0].spans[0])))


def read_names(
    strand: Strand, start: int, end: int, tables: Tables, *, closer: str = ""
) -> BylineMark | None:
    """Read a range that is nothing but names, where its place says that they sign: ``本报电（钟欣）``.

    Args:
        strand: The text.
        start: First code point of the range.
        end: One past its last.
        tables: The conventions.
        closer: A bracket that opened before the range and must close in it.

    Returns:
        One byline without a role, or None.
    """
    folded = strand.folded
    start, end = trim(folded, start, end)
    if not 1 < end - start <= LONGEST:
        return None
    low, high = start, end
    while low < high and (folded[low] in PAIRS or folded[low] == " "):
        low += 1
    while low < high and (folded[high - 1] in PAIRS.values() or folded[high - 1] == " "):
        high -= 1
    grammar = grammar_of(tables)
    run = grammar.run.fullmatch(folded, low, high)
    if run is None or not _balanced(folded, start, end, closer):
        return None
    people = part_names(strand.text[low:high], folded[low:high], tables.surnames)
    if not are_names(people, grammar, sure=len(people.names) > 1):
        return None
    return mark_of_items(strand, start, end, [Item(start, "", BylineKind.AUTHOR, None, people)])


def _items(strand: Strand, at: int, end: int, tables: Tables, *, sure: bool) -> list[Item] | None:
    """The bylines that follow one another from here to the end, or None when something else comes between."""
    folded = strand.folded
    grammar = grammar_of(tables)
    signs = grammar.signs_of(folded)
    items: list[Item] = []
    while at < end and folded[at] == " ":
        at += 1
    while at < end:
        known = sure or any(item.role for item in items)
        found = _item(strand, at, end, signs, tables, sure=known)
        found = found or _carried(strand, at, end, signs, tables, items)
        if found is None:
            return None
        item, at = found
        if not items or item is not items[-1]:
            items.append(item)
        while (tail := grammar.ending.match(folded, at, end)) is not None and tail.end() > at:
            item.report = item.report or report_of(strand, tail, tables)
            trailer = words_of(tail).get("trailer")
            if trailer is not None:
                item.kind = grammar.kinds[trailer.replace(" ", "")]
                item.picture = item.kind in PICTURES
            at = tail.end()
        between = grammar.between.match(folded, at, end)
        at = at if between is None else between.end()
    return items if 0 < sum(max(len(item.people.names), 1) for item in items) <= MOST else None


def _item(  # noqa: PLR0913  # a range in its strand, and what is known of it
    strand: Strand, at: int, end: int, signs: Signs, tables: Tables, *, sure: bool
) -> tuple[Item, int] | None:
    """The byline that begins here by the first shape that fits, and where it ends."""
    folded = strand.folded
    grammar = grammar_of(tables)
    runs: dict[tuple[int, bool], int] = {}
    for shape in grammar.shapes:
        if shape.signs & signs != shape.signs:
            continue
        before = shape.before.match(folded, at, end)
        if before is None:
            continue
        low = high = before.end()
        people = _NOBODY
        report = None
        if shape.after is None:
            groups = parts_of(before)
            if is_headline(strand, groups, grammar):
                continue
        else:
            groups = parts_of(before)
            led = "role" in groups and grammar.lead.fullmatch(folded, *groups["role"]) is not None
            if (low, led) not in runs:
                runs[low, led] = run_end(strand, low, end, signs, tables, led=led)
            last = runs[low, led]
            after = shape.after.match(folded, last, end) if last > low else None
            if after is None:
                continue
            groups |= parts_of(after)
            if is_headline(strand, groups, grammar):
                continue
            high = after.end()
            report = report_of(strand, after, tables)
            # what a shape only looks at, the next step reads
            report = None if report is None or report.end > high else report
            people = part_names(strand.text[low:last], folded[low:last], tables.surnames)
            spaced = "role" in groups and groups["role"][1] < low
            # 台北報導 behind the names says that they sign
            spaced = spaced or grammar.report.match(folded, last, end) is not None
            # and so does another role, where one stands before them too
            ruled = "role" in groups and groups["role"][1] <= low
            spaced = spaced or (ruled and grammar.more.match(folded, last, end) is not None)
            # an outlet of no table says nothing itself, and may be a name
            told = (
                "role" in groups
                and (sure or spaced or "outlet" in groups or "guess" in groups)
                and "unknown" not in groups
            )
            if not are_names(people, grammar, sure=told) or any(
                may_be_person(strand, groups[name], tables)
                for name in ("unknown", "guess")
                if name in groups and (name == "unknown" or groups[name][1] - groups[name][0] == FULL)
            ):
                continue
        printed = {name: "".join(strand.text[slice(*where)].split()) for name, where in groups.items()}
        where = groups.get("role", groups.get("action"))
        role = printed.get("role", printed.get("action", ""))
        kind = BylineKind.AUTHOR if where is None else kind_of(folded[slice(*where)], grammar)
        picture = kind in PICTURES and fold(role) in grammar.pictures
        return Item(
            at,
            role,
            kind,
            next((printed[name] for name in OUTLETS if name in printed), None),
            people,
            picture,
            report,
            did=report is not None and "role" not in groups,
        ), high
    return None


def _carried(  # noqa: PLR0913, PLR0917  # a range in its strand, and what is known of it
    strand: Strand, at: int, end: int, signs: Signs, tables: Tables, items: list[Item]
) -> tuple[Item, int] | None:
    """The last byline with the names behind a bracket between its names: 责编：王小明(实习)、李冬梅."""
    folded = strand.folded
    if not items or not items[-1].role or not folded[:at].rstrip(" ").endswith((")、", "),")):
        return None
    high = run_end(strand, at, end, signs, tables)
    people = part_names(strand.text[at:high], folded[at:high], tables.surnames)
    if high == at or not are_names(people, grammar_of(tables), sure=True):
        return None
    item = items[-1]
    item.people = People(
        names=item.people.names + people.names,
        certain=min(item.people.certain, people.certain),
        doubtful=item.people.doubtful or people.doubtful,
    )
    return item, high


def _balanced(folded: str, start: int, end: int, closer: str) -> bool:
    """Whether every bracket that opens in the range closes in it, and the other way round."""
    waiting = [closer] if closer else []
    for char in folded[start:end]:
        if char in PAIRS:
            waiting.append(PAIRS[char])
        elif char in PAIRS.values() and (not waiting or waiting.pop() != char):
            return False
    return not waiting
