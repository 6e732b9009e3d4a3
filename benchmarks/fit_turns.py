"""Fit where columns go on that are out of their order: ``src/paperparse/layout/turns.toml``.

    python benchmarks/fit_turns.py --articles articles.jsonl.gz --layers 150 -o /tmp/turns.toml

On set pages it is known at which run of lines each other goes on. Of every foot one head is the right one or
none is, and of every head one foot or none; the weights are those under which both choices together are most
probable, with a Gaussian prior. ``--layers`` pages are set in a browser and read by ``pdftotext``, which puts
columns out of order by itself; the press sets ``--pages`` of each form, in order and out of it, from the
articles and from sentences of our own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING, Final

import numpy as np
from attrs import frozen
from gold import OTHER_SEED, arguments, read_archive, weights_table
from layers import ordered_layers
from numpy.typing import NDArray

from paperparse.conventions import load
from paperparse.layout.onward import puzzle_of, turn_evidence
from paperparse.layout.runs import Cast, find_runs
from paperparse.layout.seams import BLOCK
from paperparse.layout.turns import ALONE, MOST
from paperparse.matching import assign
from paperparse.parse import first_cast
from paperparse.testing import FORMS
from paperparse.testing.evaluate import proofs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from layers import Places

    from paperparse.layout.onward import Puzzle
    from paperparse.layout.runs import Run
    from paperparse.model import Page
    from paperparse.testing import Copy

Array = NDArray[np.float64]

OUT_OF_ORDER: Final = "column-order"
IN_ORDER: Final = (
    "wrapped-indent",
    "wrapped-lost-indent",
    "wrapped-misleading-blanks",
    "wrapped-tight",
    "paragraphs-cut",
    "mixed",
    "headline-anywhere",
    "scattered",
    "side-by-side",
    "ocr",
)
OFTENER: Final = 8
"""How many pages out of order are set for each form in order."""
OFTEN: Final = 10
"""Pairs of runs that evidence must be seen in."""
PRIOR: Final = 1.0
STEPS: Final = 400
RATE: Final = 0.08
SLOWER: Final = (100, 0.6)
"""After how many steps the rate shrinks, and by what."""
LEAST: Final = 0.02
"""Weights nearer to nought are left out."""
ABOUT: Final = (
    "# How well one run of lines goes on at the head of another, in nats against its going on nowhere.\n"
    "# Fitted by benchmarks/fit_turns.py on {pages:,} set pages with {turns:,} columns out of their order.\n"
)


@frozen
class Example:
    """The runs of a page, and at which each goes on.

    Attributes:
        puzzle: The runs.
        seen: For each two of them what speaks for the second following the first.
        right: For each run the one it goes on at, None where it goes on at none.
        feet: Runs of which that cannot be said.
        heads: Runs of which it cannot be said from where they go on.
    """

    puzzle: Puzzle
    seen: dict[tuple[int, int], dict[str, float]]
    right: tuple[int | None, ...]
    feet: frozenset[int]
    heads: frozenset[int]


def examples_of(pages: Iterable[tuple[str, Places]]) -> Iterator[Example]:
    """What is to be learnt from pages.

    Args:
        pages: For each its text, and for each character its article and its place in the order of reading.
    """
    tables = load(("all",))
    for text, places in pages:
        sheet, roles = first_cast(text, 0, tables)
        cast = Cast(sheet.folded, sheet.lines, sheet.marks, roles)
        runs = find_runs(cast)
        if not 1 < len(runs) <= MOST or runs[-1].foot.line >= BLOCK:
            continue
        puzzle = puzzle_of(cast, runs)
        seen = {
            (above, below): dict(turn_evidence(puzzle, above, below))
            for above in range(len(runs))
            for below in range(len(runs))
            if above != below
        }
        yield Example(puzzle, seen, *_known(cast, runs, places))


def _known(
    cast: Cast, runs: Sequence[Run], places: Places
) -> tuple[tuple[int | None, ...], frozenset[int], frozenset[int]]:
    """At which run each goes on, be it over a subhead, and of which feet and heads that is unknown.

    It is where a text goes on in the middle of a run, or comes from there.
    """
    at = [[place for place in places[line.start : line.end] if place] for line in cast.lines]
    words = [[place for i in range(run.head.line, run.foot.line + 1) for place in at[i]] for run in runs]
    inside = sorted(place for run in words for place in run)
    begins = {at[run.head.line][0]: number for number, run in enumerate(runs) if at[run.head.line]}
    ends = {at[run.foot.line][-1] for run in runs if at[run.foot.line]}
    right: list[int | None] = [None] * len(runs)
    feet, heads = set[int](), set[int]()
    for number, run in enumerate(runs):
        first, last = at[run.head.line][:1], at[run.foot.line][-1:]
        before = inside[max(bisect_left(inside, first[0]) - 1, 0)] if first else None
        if before is None or (before[0] == first[0][0] and before < first[0] and before not in ends):
            heads.add(number)
        high = bisect_right(inside, last[0]) if last else len(inside)
        after = inside[high] if high < len(inside) and inside[high][0] == last[0][0] else None
        if not last or (after is not None and after not in begins):
            feet.add(number)
        elif after is not None and begins[after] != number:
            right[number] = begins[after]
    return tuple(right), frozenset(feet), frozenset(heads)


def press_places(page: Page) -> Places:
    """For each character of a page of the press its article and its place in the order of reading."""
    found: list[tuple[int, int] | None] = [None] * len(page.text)
    for number, article in enumerate(page.articles):
        head = article.headline
        leaves = [leaf.spans for leaf in (*head.label, *head.kicker, *head.main, *head.sub)]
        leaves += [block.spans for block in article.body]
        at = 0
        for spans in leaves:
            for span in spans:
                for i in range(span.start, span.end):
                    if not page.text[i].isspace():
                        found[i] = (number, at)
                        at += 1
    return found


def set_pages(
    pages: int, layers: int, seed: int, archive: Sequence[Sequence[Copy]] | None
) -> Iterator[tuple[str, Places]]:
    """Pages of every kind, with the order in which they are read."""
    if layers and archive:
        yield from ordered_layers(archive, layers, seed)
    for copies in (archive, None) if archive else (None,):
        for name, count in ((OUT_OF_ORDER, pages * OFTENER), *((name, pages) for name in IN_ORDER)):
            for proof in proofs(FORMS[name], count, seed, copies):
                yield proof.text, press_places(proof.truth)


class Choices:
    """Examples as numbers: one row for each two runs, gathered by foot and by head."""

    def __init__(self, examples: Sequence[Example], names: Sequence[str]) -> None:
        """Of examples, by the evidence named."""
        column = {name: at for at, name in enumerate(names)}
        rows = [
            (page, above, below, seen)
            for page, example in enumerate(examples)
            for (above, below), seen in example.seen.items()
        ]
        widest = max(len(seen) for *_, seen in rows)
        self.width = len(names)
        self.columns = np.zeros((len(rows), widest), dtype=np.int64)
        self.values = np.zeros((len(rows), widest))
        self.right = np.zeros(len(rows))
        self.asked = {"foot": np.ones(len(rows)), "head": np.ones(len(rows))}
        feet: dict[tuple[int, int], int] = {}
        heads: dict[tuple[int, int], int] = {}
        self.foot = np.zeros(len(rows), dtype=np.int64)
        self.head = np.zeros(len(rows), dtype=np.int64)
        for row, (page, above, below, seen) in enumerate(rows):
            known = [(column[name], value) for name, value in seen.items() if name in column and value]
            for at, (name, value) in enumerate(known):
                self.columns[row, at], self.values[row, at] = name, value
            self.right[row] = examples[page].right[above] == below
            self.asked["foot"][row] = above not in examples[page].feet
            self.asked["head"][row] = below not in examples[page].heads
            self.foot[row] = feet.setdefault((page, above), len(feet))
            self.head[row] = heads.setdefault((page, below), len(heads))

    def slope(self, weights: Array) -> tuple[float, Array]:
        """How improbable the right choices are under some weights, in nats, and its slope by the weights."""
        scores = (weights[self.columns] * self.values).sum(axis=1)
        lost, push = 0.0, np.zeros(len(scores))
        for choice, asked in ((self.foot, self.asked["foot"]), (self.head, self.asked["head"])):
            one, other = _choose(scores, choice, self.right, asked)
            lost += one / 2
            push += other / 2
        pushed = (self.values * push[:, None]).ravel()
        slope: Array = np.bincount(self.columns.ravel(), pushed, self.width).astype(np.float64)
        return lost, slope


def _choose(scores: Array, choice: NDArray[np.int64], right: Array, asked: Array) -> tuple[float, Array]:
    """One choice among each lot of rows that is asked, or none: its loss, and its slope by the scores."""
    count = int(choice.max()) + 1
    most = np.zeros(count)
    np.maximum.at(most, choice, scores)
    raised = np.exp(scores - most[choice])
    whole = np.exp(-most) + np.bincount(choice, raised, count)
    counted = np.zeros(count)
    counted[choice] = asked
    lost = ((np.log(whole) + most - np.bincount(choice, scores * right, count)) * counted).sum()
    return float(lost), (raised / whole[choice] - right) * asked


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The most probable weights, by Adam."""
    counts = Counter(
        name
        for example in examples
        for seen in example.seen.values()
        for name, value in seen.items()
        if value
    )
    names = sorted(name for name, count in counts.items() if count >= OFTEN)
    choices = Choices(examples, names)
    weights, mean, square = (np.zeros(len(names)) for _ in range(3))
    rate = RATE
    for step in range(1, STEPS + 1):
        lost, slope = choices.slope(weights)
        slope += PRIOR * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope * slope
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        if not step % SLOWER[0]:
            rate *= SLOWER[1]
            print(f"{step} steps: {lost:.0f} nats")
    return dict(zip(names, weights.tolist(), strict=True))


def turned(example: Example, weights: Mapping[str, float]) -> tuple[int | None, ...]:
    """At which run each goes on, by some weights."""
    runs = range(len(example.right))
    gains = [
        [
            sum(weights.get(name, 0.0) * value for name, value in example.seen[above, below].items())
            if above != below
            else None
            for below in runs
        ]
        for above in runs
    ]
    return assign(gains, [ALONE] * len(gains))


def validate(examples: Sequence[Example], weights: Mapping[str, float]) -> tuple[int, int, int]:
    """How many turns there are, how many are found, and how many of these are right."""
    wanted = given = right = 0
    for example in examples:
        for above, (found, truth) in enumerate(zip(turned(example, weights), example.right, strict=True)):
            if above in example.feet:
                continue
            wanted += truth not in {None, above + 1}
            if found not in {None, above + 1}:
                given += 1
                right += found == truth
    return wanted, given, right


def told(examples: Sequence[Example], weights: Mapping[str, float]) -> None:
    """Print how well some weights do on pages."""
    wanted, given, right = validate(examples, weights)
    print(f"other pages: {wanted} turns, {given} found, {right} of them right")


def main() -> None:
    """Fit, say how well it does on other pages, and write the table."""
    options = arguments(__doc__, 12, "the table", layers=True).parse_args()
    archive = read_archive(options.articles)
    examples = list(examples_of(set_pages(options.pages, options.layers, options.seed, archive)))
    others = list(
        examples_of(
            set_pages(max(options.pages // 3, 2), options.layers // 3, options.seed + OTHER_SEED, archive)
        )
    )
    weights = {name: value for name, value in fit(examples).items() if abs(value) >= LEAST}
    told(others, weights)
    count = sum(to not in {None, at + 1} for example in examples for at, to in enumerate(example.right))
    about = ABOUT.format(pages=len(examples), turns=count)
    options.out.write_text(weights_table(about, weights, weights.values()), encoding="utf-8")


if __name__ == "__main__":
    main()
