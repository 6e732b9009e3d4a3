"""Reading the truth off the cells of a printed page, in the model's own types."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import evolve

from paperparse.model import (
    Article,
    Block,
    BlockKind,
    Byline,
    BylineKind,
    Caption,
    Dateline,
    Furniture,
    FurnitureKind,
    Headline,
    Jump,
    Page,
    Passage,
    Span,
)
from paperparse.testing.copies import Signature, Wire
from paperparse.testing.leaves import BLANK, Case, LeafKind, Row
from paperparse.text.strand import Strand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.testing.leaves import Leaf, Line

__all__ = ["read_truth"]


class _Print:
    """One leaf as it came out of the press: its text, its spans, and what stands in its fields."""

    def __init__(self, leaf: Leaf, rows: list[Row], text: str, page: int) -> None:
        rows = sorted(rows, key=lambda row: (row.cells[0].place, row.start))
        self.leaf = leaf
        self.rows = rows
        self.text = Strand.of(text, text, [(row.start, row.end) for row in rows]).text
        self.spans = tuple(Span(page, row.start, row.end) for row in rows)

    def values(self, field: str) -> tuple[str, ...]:
        """What is printed in each run of a field, blanks taken out."""
        return tuple(
            "".join(
                cell.char
                for row in self.rows
                for cell in row.cells
                if low <= cell.place < high and not cell.char.isspace()
            )
            for name, low, high in self.leaf.fields
            if name == field
        )

    def value(self, field: str) -> str | None:
        """What is printed in a field's first run, or None."""
        return next(iter(self.values(field)), None) or None


def read_truth(lines: Sequence[Line], case: Case, index: int = 0) -> tuple[str, Page]:
    """The text of some lines and the page they make.

    Args:
        lines: Lines of cells; an empty one is a blank line.
        case: The leaves the cells belong to.
        index: The page's 0-based index in its issue.

    Returns:
        The text, lines parted by line feeds, and the truth of it.

    Examples:
        >>> case = Case()
        >>> line = case.set(LeafKind.MAIN, 0, [("渡口重开", "")])
        >>> read_truth([[], line], case)[1].articles[0].headline.main[0].spans
        (Span(page=0, start=1, end=5),)
    """
    text = "\n".join("".join(cell.char for cell in line) for line in lines)
    rows = _rows(lines)
    prints: dict[int, list[_Print]] = defaultdict(list)
    for number, leaf in enumerate(case.leaves):
        if rows[number]:
            prints[leaf.article].append(_Print(leaf, rows[number], text, index))
    found = [_article(parts) for number, parts in prints.items() if number >= 0]
    found.sort(key=_begins)
    articles = tuple(evolve(article, id=f"{index + 1}-{number + 1}") for number, article in enumerate(found))
    loose = sorted(prints[-1], key=lambda part: part.spans)
    furniture = tuple(Furniture(_furniture_kind(part.leaf), part.text, part.spans) for part in loose)
    return text, Page(text=text, index=index, articles=articles, furniture=furniture)


def _rows(lines: Sequence[Line]) -> dict[int, list[Row]]:
    """The stretches of each leaf on each line, blanks at their ends left out."""
    found: dict[int, list[Row]] = defaultdict(list)
    at = 0
    for line in lines:
        low = 0
        while low < len(line):
            leaf = line[low].leaf
            high = low + 1
            last = low
            while high < len(line) and line[high].leaf in (leaf, BLANK):
                last = high if line[high].leaf == leaf and not line[high].char.isspace() else last
                high += 1
            end = last + 1
            first = low
            while first < end and line[first].char.isspace():
                first += 1
            if leaf != BLANK and first < end:
                found[leaf].append(Row(at + first, at + end, tuple(line[first:end])))
            low = end
        at += len(line) + 1
    return found


def _article(parts: list[_Print]) -> Article:
    """One article of its leaves, without its id."""
    of: dict[LeafKind, list[_Print]] = defaultdict(list)
    for part in parts:
        of[part.leaf.kind].append(part)
    spans = tuple(sorted(span for part in parts for span in part.spans))
    blocks = sorted(of[LeafKind.PARAGRAPH] + of[LeafKind.SUBHEAD], key=parts.index)
    return Article(
        id="",
        headline=Headline(*(_passages(of[kind]) for kind in _HEADINGS)),
        bylines=tuple(_byline(part) for part in sorted(of[LeafKind.BYLINE], key=lambda part: part.spans)),
        dateline=next(map(_dateline, of[LeafKind.DATELINE]), None),
        body=tuple(Block(BlockKind(part.leaf.kind.value), part.text, part.spans) for part in blocks),
        captions=tuple(Caption(part.text, _credit(part), part.spans) for part in of[LeafKind.CAPTION]),
        highlights=_passages(of[LeafKind.HIGHLIGHT]),
        continued_from=next(map(_jump, of[LeafKind.FROM]), None),
        continued_to=next(map(_jump, of[LeafKind.TO]), None),
        spans=spans,
    )


_HEADINGS = (LeafKind.LABEL, LeafKind.KICKER, LeafKind.MAIN, LeafKind.SUB)


def _begins(article: Article) -> tuple[int, int]:
    """Where an article's body begins; articles without one come by their first character."""
    body = [span.start for block in article.body for span in block.spans]
    start = article.spans[0].start
    return (min(body, default=start), start)


def _passages(parts: list[_Print]) -> tuple[Passage, ...]:
    """Leaves as passages."""
    return tuple(Passage(part.text, part.spans) for part in parts)


def _byline(part: _Print) -> Byline:
    """A leaf as a byline."""
    kind = part.leaf.facts.kind if isinstance(part.leaf.facts, Signature) else BylineKind.OTHER
    role = part.value("role") or ""
    return Byline(role, kind, part.values("name"), part.value("outlet"), part.text, part.spans)


def _credit(part: _Print) -> tuple[Byline, ...]:
    """Who took a caption's picture."""
    facts = part.leaf.facts
    if not isinstance(facts, Signature):
        return ()
    role = part.value("role") or ""
    return (Byline(role, facts.kind, part.values("name"), part.value("outlet"), part.text, part.spans),)


def _dateline(part: _Print) -> Dateline:
    """A leaf as a dateline."""
    facts = part.leaf.facts
    wire = facts if isinstance(facts, Wire) else Wire("")
    kind = part.value("kind") or ""
    # who reports may say from where, and stand before the names
    outlet = part.value("outlet") or wire.outlet or None
    place = part.value("place") or wire.place
    return Dateline(outlet, place, None, wire.month, wire.day, kind, part.text, part.spans)


def _jump(part: _Print) -> Jump:
    """A leaf as a jump line."""
    page = part.leaf.facts if isinstance(part.leaf.facts, str) else ""
    letter = page[:1] if page[:1].isalpha() else ""
    return Jump(letter + page.removeprefix(letter).lstrip("0"), part.text, part.spans)


def _furniture_kind(leaf: Leaf) -> FurnitureKind:
    """What a leaf of furniture is."""
    return leaf.facts if isinstance(leaf.facts, FurnitureKind) else FurnitureKind.UNKNOWN
