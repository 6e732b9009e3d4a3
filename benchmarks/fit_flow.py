"""Fit how well one part of a row is read after another: ``src/paperparse/layout/flow.toml``.

    python benchmarks/fit_flow.py --articles articles.jsonl.gz -o /tmp/flow.toml

A structured perceptron: rows of set pages that hold two columns are read by the weights so far, and where the
order is not the right one, what the right order shows gains and what the chosen one shows loses. The table is
the mean of the weights after every block of rows of all rounds but the first. Half of the pages are set from
``--articles``, the others from sentences of our own, with all gutters and with and without indents.

It starts from the table shipped, which an earlier form of this script fitted at a rate of 0.1 in six rounds;
from there no better one was found.
"""

from __future__ import annotations

from collections import Counter
from itertools import product
from random import Random
from typing import TYPE_CHECKING, Final, TypeAlias
from unittest.mock import patch

from attrs import evolve, frozen
from gold import OTHER_SEED, arguments, read_archive

from paperparse.layout import closings, columns, flow, weave
from paperparse.layout.cuts import Part
from paperparse.layout.flow import Manner, Turn
from paperparse.layout.strips import strips_of
from paperparse.testing import makeup, press
from paperparse.testing.archive import choose_articles
from paperparse.testing.columns import beside
from paperparse.testing.forms import FORMS, Indent
from paperparse.testing.truth import read_truth
from paperparse.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from paperparse.layout.blocks import Block
    from paperparse.layout.flow import Words
    from paperparse.layout.gutters import View
    from paperparse.layout.strips import Strips, Way
    from paperparse.layout.weave import Step
    from paperparse.model import Page
    from paperparse.testing.copies import Copy
    from paperparse.testing.forms import Form
    from paperparse.testing.leaves import Case, Line

ROUNDS: Final = 5
RATE: Final = 0.05
SLOWER: Final = 0.8
"""By what the rate shrinks from round to round."""
GUTTERS: Final = ("", " | ", " ", "  ")
INDENTS: Final = (*[Indent.IDEOGRAPHIC] * 3, *[Indent.BLANKS] * 2, Indent.LOST)
SHARED: Final = 0.8
"""How often articles share their rows."""
LEAST: Final = 0.005
"""Weights below it are left out."""

Label: TypeAlias = tuple[int, int]
"""Which pair of columns of the page, and 0 for its left one."""
Stretch: TypeAlias = tuple[int, int]
"""First and last code point."""


@frozen
class Example:
    """Rows whose right order is known.

    Attributes:
        strips: The rows.
        allowed: Whether a row may be read in a way in a block that begins so.
        manners: What the columns may hold.
    """

    strips: Strips
    allowed: Callable[[int, Way, int], bool]
    manners: tuple[Manner, ...]

    def right(self) -> list[Step]:
        """The best of the ways to read them that give the right order."""
        return weave.solve(self.strips, self.allowed, self.manners)


def labelled_page(copies: Sequence[Copy], form: Form, seed: int) -> tuple[str, dict[int, Label]]:
    """A page of the press, and for each character of two columns the column it is set in."""
    pairs: list[tuple[list[Line], list[Line]]] = []
    printed: list[list[Line]] = []

    def watched(left: list[Line], right: list[Line], gutter: str, case: Case) -> list[Line]:
        pairs.append((left, right))
        return beside(left, right, gutter, case)

    def kept(lines: list[Line], case: Case, index: int) -> tuple[str, Page]:
        printed.append(lines)
        return read_truth(lines, case, index)

    with patch.object(makeup, "beside", watched), patch.object(press, "read_truth", kept):
        text = press.print_page(copies, form, seed).text
    column = {
        (cell.leaf, cell.place): (number, side)
        for number, sides in enumerate(pairs)
        for side, lines in enumerate(sides)
        for line in lines
        for cell in line
        if cell.leaf >= 0
    }
    found: dict[int, Label] = {}
    at = 0
    for line in printed[0]:
        for cell in line:
            if cell.leaf >= 0 and (cell.leaf, cell.place) in column and not cell.char.isspace():
                found[at] = column[cell.leaf, cell.place]
            at += len(cell.char)
        at += 1
    return text, found


def regions_of(text: str, folded: str) -> list[tuple[Sequence[View], Block, int]]:
    """The rows that are put in order together, and how many stand above their block."""
    found: list[tuple[Sequence[View], Block, int]] = []
    whole = weave.weave
    rows = text.count("\n") + 1

    def watched(folded: str, views: Sequence[View], block: Block, low: int, stop: int) -> list[Block]:
        first, last = weave.reach(block, low, stop)
        if len(views) == rows:  # columns within columns are not known
            found.append((views[first:last], block, block.first - first))
        return whole(folded, views, block, low, stop)

    with patch.object(columns, "weave", watched):
        columns.put_in_order(text, folded)
    return found


class Truth:
    """Which ways to read some rows give the right order."""

    def __init__(self, rows: Sequence[View], text: str, labels: Mapping[int, Label]) -> None:
        """Of rows of a page whose columns are known."""
        self.spans = [_spans(view, text, labels) for view in rows]
        self.begins: dict[int, int] = {}
        self.ends: dict[int, int] = {}
        for at, here in enumerate(self.spans):
            for pair, side in filter(None, here):
                if side:
                    self.begins.setdefault(pair, at)
                else:
                    self.ends[pair] = at

    def known(self) -> bool:
        """Whether no row holds parts of two pairs of columns."""
        return all(len({label[0] for label in here if label}) < 2 for here in self.spans)  # noqa: PLR2004

    def allowed(self, at: int, way: Way, begin: int) -> bool:
        """Whether a row may be read in a way in a block that begins so."""
        here = self.spans[at]
        pair = next((label[0] for label in here if label), None)
        if not here:
            return True
        if None in here or pair is None:
            return begin < 0
        left, right = here.get((pair, 0)), here.get((pair, 1))
        if right:
            return self._holds_right(at, way, begin, pair, left, right)
        if way.left is None or way.right is not None:
            return False
        return begin == self.begins[pair] if at > self.begins.get(pair, at) else begin < 0

    def _holds_right(  # noqa: PLR0913, PLR0917  # a row and where its parts stand
        self, at: int, way: Way, begin: int, pair: int, left: Stretch | None, right: Stretch
    ) -> bool:
        """The same for a row that the right column has a part of."""
        if left:
            gap = way.cut.gap
            fits = gap is not None and left[1] < gap.start and right[0] >= gap.end
            return begin == self.begins[pair] and bool(way.left and way.right) and fits
        if way.right is not None and way.left is None:
            return begin == self.begins[pair]
        # below both columns the right one may be read as what follows them
        alone = begin < 0 and way.cut.part is not Part.BOTH
        return alone and at > max(self.ends.get(pair, -1), self.begins[pair])


def _spans(view: View, text: str, labels: Mapping[int, Label]) -> dict[Label | None, Stretch]:
    """Where in a row the parts of each column begin and end."""
    found: dict[Label | None, Stretch] = {}
    for place in range(view.row.start, view.stop):
        if not text[place].isspace() and text[place] != "|":
            label = labels.get(place)
            found[label] = (found.get(label, (place, place))[0], place)
    return found


def examples_of(
    form: Form, pages: int, seed: int, archive: Sequence[Sequence[Copy]] | None
) -> Iterator[Example]:
    """The rows of set pages that hold two columns and are parted at the right places."""
    manners = tuple(
        manner for manner, share in zip(Manner, (form.beside, form.articles_beside), strict=True) if share
    )
    for number in range(pages):
        rng = Random(f"{seed}/{form.name}/{form.gutters}/{number}")  # noqa: S311 - chance, not secrecy
        text, labels = labelled_page(choose_articles(archive, rng), form, rng.randrange(2**32))
        folded = fold(text)
        for rows, block, lead in regions_of(text, folded):
            truth = Truth(rows, text, labels)
            if truth.known():
                example = Example(strips_of(folded, rows, block, lead), truth.allowed, manners)
                if example.right():
                    yield example


def order_of(path: Iterable[Step]) -> list[tuple[int, str, str]]:
    """The parts of rows in the order they are read."""
    found: list[tuple[int, str, str]] = []
    right: list[tuple[int, str, str]] = []
    begin = -1
    for step in path:
        if step.begin != begin:
            found += right
            right, begin = [], step.begin
        for side, part in ((found, step.way.left), (right, step.way.right)):
            if part:
                side.append((step.row, part.head, part.foot))
    return found + right


class Reading:
    """A way to read rows, gone through to see what weighs in it."""

    def __init__(self, strips: Strips, manners: Sequence[Manner]) -> None:
        """Of rows, whose columns hold what one of the manners says."""
        self.strips, self.manners = strips, manners
        self.seen: Counter[str] = Counter()
        self.begin = -1
        self.head: Words | None = None
        self.left: Words | None = None
        self.right: Words | None = None

    def take(self, step: Step) -> None:
        """Read one more row."""
        way = step.way
        self.add((name, 1.0) for name in way.seen)
        if step.begin == self.begin and self.begin >= 0:
            self.below(self.left, way.left)
            self.below(self.right, way.right)
            self.left, self.right = way.left or self.left, way.right or self.right
            return
        before = self.left
        if self.begin >= 0:
            self.close()
            before = self.right
            if before and way.left:
                self.link(Turn.EXIT, before, way.left)
        else:
            self.below(before, way.left)
        self.seen["open"] += step.begin >= 0
        self.left = way.left or before
        self.head = self.right = way.right if step.begin >= 0 else None
        self.begin = step.begin

    def add(self, evidence: Iterable[tuple[str, float]]) -> None:
        """Note what is seen."""
        for name, value in evidence:
            self.seen[name] += value  # type: ignore[assignment]  # some is seen in part

    def below(self, one: Words | None, two: Words | None) -> None:
        """One part below another."""
        if one and two:
            self.link(weave.below(two.row - one.row), one, two)

    def link(self, how: str, one: Words, two: Words) -> None:
        """One part after another, by a turn or a manner."""
        names, kin = closings.link_evidence(self.strips, how, one, two)
        self.add((name, 1.0) for name in names.once)
        self.add([(names.kin, kin)])

    def close(self) -> None:
        """The end of a block, by the manner that weighs most."""
        if self.begin >= 0 and self.head and self.right:
            before, ends = self.seen, []
            for manner in self.manners:
                self.seen = Counter()
                if self.left and closings.is_turn(self.begin, self.left):
                    self.link(manner, self.left, self.head)
                tail = closings.tail_evidence(self.strips, self.begin, self.left, self.right)
                self.add((closings.in_manner(manner, name), value) for name, value in tail)
                ends.append(self.seen)
            self.seen = before
            best = max(ends, key=lambda seen: sum(flow.weight(name) * value for name, value in seen.items()))
            self.add(best.items())


def seen_in(strips: Strips, path: Iterable[Step], manners: Sequence[Manner]) -> Counter[str]:
    """What weighs in an order."""
    reading = Reading(strips, manners)
    for step in path:
        reading.take(step)
    reading.close()
    return reading.seen


def wrong_of(examples: Sequence[Example]) -> str:
    """How many are read in a wrong order, in words."""
    wrong = Counter(
        " or ".join(example.manners)
        for example in examples
        if order_of(weave.solve(example.strips)) != order_of(example.right())
    )
    every = Counter(" or ".join(example.manners) for example in examples)
    return ", ".join(f"{name} {wrong[name]} of {count}" for name, count in every.items())


def fit(train: list[Example], other: Sequence[Example], weights: dict[str, float]) -> dict[str, float]:
    """The mean of the weights over the rounds."""
    rng = Random(1)  # noqa: S311 - chance, not secrecy
    total: Counter[str] = Counter()
    steps = 0
    rate = RATE
    for number in range(ROUNDS):
        if number == 1:
            total.clear()
            steps = 0
        rng.shuffle(train)
        for example in train:
            chosen, right = weave.solve(example.strips), example.right()
            if order_of(chosen) != order_of(right):
                gain = seen_in(example.strips, right, example.manners)
                gain.subtract(seen_in(example.strips, chosen, tuple(Manner)))
                for name, value in gain.items():
                    weights[name] = weights.get(name, 0.0) + rate * value
            total.update(weights)
            steps += 1
        rate *= SLOWER
        print(f"round {number + 1}: {wrong_of(train)}; other pages: {wrong_of(other)}", flush=True)
    return {name: value / steps for name, value in total.items()}


def render(weights: Mapping[str, float]) -> str:
    """The table as it is shipped."""
    about = (
        "# How well one part of a row is read after another, in nats.\n"
        "# Fitted by benchmarks/fit_flow.py on set pages.\n[weights]\n"
    )
    kept = sorted((name, value) for name, value in weights.items() if abs(value) >= LEAST)
    return about + "".join(f'"{name}" = {value:.2f}\n' for name, value in kept)


def examples(pages: int, seed: int, path: Path | None) -> list[Example]:
    """Examples of all gutters: columns of one text, of two, and of two that are set in columns themselves."""
    found: list[Example] = []
    archives = (None, read_archive(path)) if path else (None,)
    shares = ((SHARED, 0.0), (0.0, SHARED), (SHARED, SHARED))
    for archive, gutter, (beside_rate, articles_rate) in product(archives, GUTTERS, shares):
        form = evolve(
            FORMS["side-by-side"],
            gutters=(gutter,),
            indents=INDENTS,
            beside=beside_rate,
            articles_beside=articles_rate,
        )
        found += examples_of(form, pages, seed, archive)
    return found


def main() -> None:
    """Fit, say how well it does on other pages, and write the table."""
    options = arguments(__doc__, 60, "the table, in the form of flow.toml").parse_args()
    train = examples(options.pages, options.seed, options.articles)
    other = examples(max(options.pages // 5, 4), options.seed + OTHER_SEED, options.articles)
    weights = flow.load_weights()  # the very table that parts are weighed by, changed as it is fitted
    print(f"{len(train)} blocks; other pages: {wrong_of(other)}", flush=True)
    weights.update(fit(train, other, weights))
    print(f"in the mean: {wrong_of(other)}")
    options.out.write_text(render(weights), encoding="utf-8")


if __name__ == "__main__":
    main()
