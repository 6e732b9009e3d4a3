"""Fit the table that the sweep over roles reads by: ``src/paperparse/layout/weights.toml``.

    pip install -r benchmarks/requirements.txt
    python benchmarks/fit_roles.py --articles articles.jsonl.gz --layers 400 -o /tmp/weights.toml

A linear-chain conditional random field over pages of the press and the real ones, which weigh REAL times
as much. It starts from the table shipped and is held near it, so that observations few pages show keep what
was set by hand. The pages are set from sentences of our own; with ``--articles`` as many more from those.
"""

from __future__ import annotations

from itertools import product
from random import Random
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np
from attrs import evolve, frozen
from gold import (
    OTHER_SEED,
    arguments,
    known_issues,
    known_papers,
    known_real,
    known_rewrapped,
    quoted,
    read_archive,
    split_pages,
)
from gold_roles import CARRIED, reachable, roles_of
from numpy.typing import NDArray

from paperparse.conventions import load
from paperparse.layout.evidence import load_weights, observe_page
from paperparse.layout.marking import mark_lines
from paperparse.layout.roles import ROLES, Role, Weights, read_roles
from paperparse.layout.torn import join_torn
from paperparse.options import Options
from paperparse.text.fold import fold
from paperparse.text.lines import line_up, split_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gold import Known

Array: TypeAlias = NDArray[np.float64]
Table: TypeAlias = list[Array]
"""Emissions (observation, role), transitions (gap, role, role), opening (role) and closing (role)."""

REAL: Final = 12
AGAIN: Final = 8
"""How much oftener the real pages set to other widths count; there are sixty."""
PAPERS: Final = 5
"""How much oftener pages written in the manner of many papers count."""
CUT: Final = 8
"""How many pages of a form there are for each issue, whose pages cut articles."""
EPOCHS: Final = 8
BATCH: Final = 16
RATE: Final = 0.06
DECAY: Final = 0.4
"""The rate of epoch n is RATE / (1 + n * DECAY)."""
PRIOR: Final = 0.01
"""Pull towards the table it starts from, for each page."""
MOMENTS: Final = (0.9, 0.99)
TINY: Final = 1e-6
NEVER: Final = -30.0
"""Weight of a role that a line without its mark may not take."""
FLOORS: Final = {
    ("mark:tail", Role.LAST): 4.0,
    ("mark:tail", Role.ONLY): 5.0,
    ("mark:picture", Role.CAPTION): 4.0,
    ("mark:picture-more", Role.CAPTION_MORE): 4.0,
}
"""What a tail speaks at least for its line's ending a paragraph, and a caption told as a whole for its lines:
pages of the press hold few, papers many."""
JUMPED: Final = -2.5
"""What display type speaks at least for a jump line right below it: so a front page lists what is on others,
and the press prints no such lists."""
KEPT: Final = frozenset(
    {
        *(("mark:tail", role) for role in (Role.FIRST, Role.INNER, Role.DISPLAY)),
        # a sentence that points at a picture stands in paragraphs too, which the press prints none of
        *(("close:stop", role) for role in (Role.CAPTION, Role.CAPTION_MORE)),
        *(("fit:beyond", role) for role in (Role.FIRST, Role.INNER, Role.LAST)),
        *product(
            (
                "mark:byline",
                "mark:tail-head",
                "mark:credit-head",
                "mark:figure",
                "close:enclosed",
                "seam:sign",
            ),
            ROLES,
        ),
    }
)
"""What stays as it is: pages of a browser are signed below the headline only; few lines of the press hold
half a mark or begin with 图为; no line of a column sticks out by four em, whatever is fitted where columns
were measured wrong; no headline is signed, no paragraph goes on behind a signature, and a sign at a seam says
no more than its line does."""
SHORT: Final = (
    *("first", "inner", "last", "only", "disp", "byl"),
    *("capt", "capt+", "high", "high+", "jump", "furn"),
)
"""What the roles are called in the table's comments."""
GAPS: Final = ("none", "one", "more")
PICKED: Final = "The number of blank lines between picks the table."


@frozen
class Sample:
    """A page as the field sees it.

    Attributes:
        name: Its form, or the name of a real page.
        seen: For each line what was observed.
        matrix: The same as ones and noughts, lines by observations.
        gaps: For each line the blank lines before it, no more than two.
        roles: The true roles.
    """

    name: str
    seen: list[tuple[str, ...]]
    matrix: Array
    gaps: NDArray[np.int64]
    roles: NDArray[np.int64]


def sample_pages(pages: Iterable[Known], names: Sequence[str]) -> list[Sample]:
    """Read pages as far as the sweep, with their true roles."""
    tables = load(Options().conventions)
    column = {name: at for at, name in enumerate(names)}
    samples: list[Sample] = []
    for page in pages:
        lines = line_up(page.text, join_torn(page.text, list(split_rows(page.text))))
        if not lines:
            continue
        folded = fold(page.text)
        marks = mark_lines(page.text, folded, lines, tables)
        seen = observe_page(folded, lines, marks)
        matrix = np.zeros((len(lines), len(names)))
        for at, row in enumerate(seen):
            matrix[at, [column[name] for name in row]] = 1.0
        gaps = np.array([min(line.gap, 2) for line in lines])
        roles = np.array([int(role) for role in reachable(roles_of(page, lines), marks)])
        samples.append(Sample(page.name, seen, matrix, gaps, roles))
    return samples


def add_gradient(table: Table, sample: Sample, sums: Table) -> float:
    """Add the gradient of a page's log likelihood to ``sums``, and return that likelihood in nats."""
    emission, transition, opening, closing = table
    scores = sample.matrix @ emission
    links = transition[sample.gaps]
    ahead, behind = np.empty_like(scores), np.empty_like(scores)
    ahead[0] = opening + scores[0]
    for at in range(1, len(scores)):
        ahead[at] = _log_sum(ahead[at - 1][:, None] + links[at]) + scores[at]
    behind[-1] = closing
    for at in range(len(scores) - 2, -1, -1):
        behind[at] = _log_sum((links[at + 1] + scores[at + 1] + behind[at + 1]).T)
    total = float(_log_sum((ahead[-1] + closing)[:, None])[0])
    missing = -np.exp(ahead + behind - total)
    rows = np.arange(len(scores))
    missing[rows, sample.roles] += 1
    sums[0][:] += sample.matrix.T @ missing
    sums[2][:] += missing[0]
    sums[3][:] += missing[-1]
    before, after, gaps = sample.roles[:-1], sample.roles[1:], sample.gaps[1:]
    pairs = np.exp(ahead[:-1, :, None] + links[1:] + (scores[1:] + behind[1:])[:, None, :] - total)
    for gap in range(len(transition)):
        sums[1][gap] -= pairs[gaps == gap].sum(axis=0)
    np.add.at(sums[1], (gaps, before, after), 1.0)
    path = opening[sample.roles[0]] + closing[sample.roles[-1]] + scores[rows, sample.roles].sum()
    return float(path + transition[gaps, before, after].sum()) - total


def _log_sum(terms: Array) -> Array:
    """The logarithm of the sum of exponentials over the first axis."""
    most = terms.max(axis=0)
    summed: Array = most + np.log(np.exp(terms - most).sum(axis=0))
    return summed


def held_fast(names: Sequence[str], start: Array) -> NDArray[np.bool_]:
    """Set what no page may change in the emissions ``start``, and say which entries these are."""
    held = np.zeros(start.shape, dtype=bool)
    for at, name in enumerate(names):
        for role, marks in CARRIED.items():
            if name.startswith("mark:") and name.removeprefix("mark:") not in marks:
                start[at, role] = NEVER
                held[at, role] = True
        for role in ROLES:
            held[at, role] |= (name, role) in KEPT
    return held


def fit(samples: Sequence[Sample], start: Table, held: NDArray[np.bool_], rng: Random) -> Iterator[Table]:
    """Climb the likelihood by Adam, and give the table after every epoch."""
    table, first, second = ([part * keep for part in start] for keep in (1.0, 0.0, 0.0))
    order = list(samples)
    step = 0
    for epoch in range(EPOCHS):
        rng.shuffle(order)
        likelihood = 0.0
        for low in range(0, len(order), BATCH):
            batch = order[low : low + BATCH]
            sums = [part * 0.0 for part in table]
            likelihood += sum(add_gradient(table, sample, sums) for sample in batch)
            sums[0][held] = 0.0
            # pages of a browser begin with a headline and are signed below it, as pages of papers need not be
            sums[1][:, Role.BYLINE] = sums[2][:] = sums[3][:] = 0.0
            step += 1
            for part, origin, total, mean, square in zip(table, start, sums, first, second, strict=True):
                slope = total / len(batch) - PRIOR * (part - origin)
                mean[...] += (1 - MOMENTS[0]) * (slope - mean)
                square[...] += (1 - MOMENTS[1]) * (slope**2 - square)
                scale = np.sqrt(square / (1 - MOMENTS[1] ** step)) + TINY
                part[...] += RATE / (1 + epoch * DECAY) * mean / (1 - MOMENTS[0] ** step) / scale
        print(f"epoch {epoch + 1}: {likelihood / sum(len(page.roles) for page in order):.4f} nats a line")
        yield table


def raise_to_floors(names: Sequence[str], table: Table) -> None:
    """Lift what was fitted under its floor."""
    for (name, role), least in FLOORS.items():
        table[0][names.index(name), role] = max(table[0][names.index(name), role], least)
    lists = table[1][GAPS.index("none"), Role.DISPLAY]
    lists[Role.JUMP] = max(lists[Role.JUMP], JUMPED)


def wrong(samples: Sequence[Sample], names: Sequence[str], table: Table) -> dict[str, tuple[int, int]]:
    """For each form the lines whose role is read wrongly, and all lines; read as the package reads."""
    rows = [[tuple(map(float, row)) for row in part.reshape(-1, len(ROLES))] for part in table]
    size = len(ROLES)
    links = tuple(tuple(rows[1][low : low + size]) for low in range(0, len(rows[1]), size))
    weights = Weights(dict(zip(names, rows[0], strict=True)), links, rows[2][0], rows[3][0])
    found: dict[str, tuple[int, int]] = {}
    for sample in samples:
        roles = read_roles(sample.seen, sample.gaps.tolist(), weights).roles
        errors, lines = found.get(sample.name, (0, 0))
        errors += sum(int(role) != true for role, true in zip(roles, sample.roles.tolist(), strict=True))
        found[sample.name] = (errors, lines + len(roles))
    return found


def render(names: Sequence[str], table: Table) -> str:
    """The table as it is shipped."""
    width = max(map(len, names)) + 2
    lines = [
        "# How much each observation of a line speaks for each role, in nats, and each role for the next.",
        "# Fitted by benchmarks/fit_roles.py on set pages, the seeds and tests/papers; first made by hand.",
        f"# Columns: {' '.join(SHORT)}.",
        "\n[emission]",
        *(f"{quoted(name):<{width}} = {_row(row)}" for name, row in zip(names, table[0], strict=True)),
        "\n[transition]",
        f"# Rows: the role before; columns: the role after. {PICKED}",
    ]
    for gap, part in zip(GAPS, table[1], strict=True):
        rows = [f"  {_row(row)}, # {name}" for name, row in zip(SHORT, part, strict=True)]
        lines.extend([f"{gap} = [", *rows, "]"])
    lines.extend(["\n[ends]", f"opening = {_row(table[2])}", f"closing = {_row(table[3])}"])
    return "\n".join(lines) + "\n"


def _row(values: Array) -> str:
    """One row of weights; a nought has no sign."""
    return "[" + ",".join(f"{round(value, 1) + 0.0:6.1f}" for value in values.tolist()) + "]"


def main() -> None:
    """Fit, say how well it does on other pages, and write the table."""
    options = arguments(__doc__, 40, "the table, in the form of weights.toml", layers=True).parse_args()
    archive = read_archive(options.articles)
    shipped = load_weights()
    names = list(shipped.emission)
    start = [
        np.array(list(shipped.emission.values())),
        *map(np.array, (shipped.transition, shipped.opening, shipped.closing)),
    ]
    real, papers = sample_pages(known_real(), names), sample_pages(known_papers(), names)
    train, other = (sample_pages(pages, names) for pages in split_pages(options, archive))
    print(f"{len(train)} pages and {REAL} times {len(real)} real ones; {len(other)} others")
    print(f"{PAPERS} times {len(papers)} in the manner of many papers")
    papers = [evolve(page, name="papers") for page in papers]
    train += sample_pages(known_issues(max(options.pages // CUT, 1), options.seed, archive), names)
    other += sample_pages(known_issues(1, options.seed + OTHER_SEED, archive), names)
    again = sample_pages(known_rewrapped(), names)
    before = wrong([*other, *real, *again, *papers], names, start)
    held = held_fast(names, start[0])
    table = start
    pages = [*train, *real * REAL, *again * AGAIN, *papers * PAPERS]
    for table in fit(pages, start, held, Random(options.seed)):  # noqa: S311 - no secret
        shares = [sum(column) for column in zip(*wrong(other, names, table).values(), strict=True)]
        print(f"  {shares[0] / shares[1]:.5f} of the lines of other pages wrong")
    raise_to_floors(names, table)
    after = wrong([*other, *real, *again, *papers], names, table)
    for name, (errors, lines) in after.items():
        print(f"{name:<26} {errors:4} of {lines:5} wrong, before {before[name][0]:4}")
    moved = np.concatenate([abs(new - old).ravel() for new, old in zip(table, start, strict=True)])
    print(f"weights moved by {moved.mean():.3f}, at the most {moved.max():.2f}")
    options.out.write_text(render(names, table), encoding="utf-8")


if __name__ == "__main__":
    main()
