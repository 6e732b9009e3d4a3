"""Fit what tells whose a byline between two bodies is: ``src/paperparse/articles/signers.toml``.

    python benchmarks/fit_signers.py --articles articles.jsonl.gz -o /tmp/signers.toml

A logistic regression on the bylines of pages of the press that stand between two articles, and on those of
the real pages and those written in the manner of many papers, which weigh REAL times as much.
It is held near the table shipped.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import numpy as np
from attrs import frozen
from fit_boundaries import article_of, sheet_of
from gold import OTHER_SEED, arguments, known_papers, known_real, read_archive, set_pages, weights_table
from logistic import matrix_of, regress

from paperparse.articles.signers import CLEAR, byline_evidence, load_signers
from paperparse.layout.reflow import PieceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from gold import Known
    from logistic import Array

ABOUT: Final = (
    "# What speaks for a byline's leading the body after it, not closing the one before, in nats.\n"
    "# Fitted by benchmarks/fit_signers.py on set pages, on the seeds and on tests/papers.\n"
)
REAL: Final = 4
PRIOR: Final = 0.001


@frozen
class Case:
    """A byline between the bodies of two articles.

    Attributes:
        name: The form of its page, or the name of a real page.
        seen: The evidence, with what the page's other bylines do.
        leads: Whether it is of the article after it.
    """

    name: str
    seen: dict[str, float]
    leads: bool


def cases_of(pages: Iterable[Known], weights: Mapping[str, float]) -> list[Case]:
    """The bylines of which it is known whose they are."""
    found: list[Case] = []
    for page in pages:
        sheet = sheet_of(page.text)
        seen = byline_evidence(sheet)
        scores = {i: sum(weights[name] * value for name, value in one.items()) for i, one in seen.items()}
        owners = {
            i: article_of(page, sheet, i)
            for i, piece in enumerate(sheet.pieces)
            if piece.kind in {PieceKind.PARAGRAPH, PieceKind.BYLINE}
        }
        bodies = [i for i in owners if sheet.pieces[i].kind is PieceKind.PARAGRAPH]
        for i, one in seen.items():
            above = next((owners[at] for at in reversed(bodies) if at < i), None)
            below = next((owners[at] for at in bodies if at > i), None)
            if None in {above, below, owners[i]} or above == below or owners[i] not in {above, below}:
                continue
            others = [np.sign(score) for at, score in scores.items() if at != i and abs(score) >= CLEAR]
            habit = float(np.mean(others)) if others else 0.0
            found.append(Case(page.name, {**one, "habit": habit}, owners[i] == below))
    return found


def report(cases: Sequence[Case], names: Sequence[str], weights: Array) -> None:
    """Print for each form how many bylines would go to the wrong article."""
    wrong: Counter[str] = Counter()
    for case in cases:
        score = float((matrix_of([case.seen], names) @ weights)[0])
        wrong[case.name] += (score > 0) != case.leads
    for name, count in Counter(case.name for case in cases).items():
        print(f"{name:<26} wrong {wrong[name]:3} of {count:4}")
    print(f"{'all':<26} wrong {wrong.total():3} of {len(cases):4}")


def main() -> None:
    """Fit, say how well it does on other pages, and write the table."""
    options = arguments(__doc__, 40, "the table, in the form of signers.toml").parse_args()
    archive = read_archive(options.articles)
    shipped = load_signers()
    names = list(shipped)
    start = np.array(list(shipped.values()))
    real = cases_of([*known_real(), *known_papers()], shipped)
    train = cases_of(set_pages(options.pages, options.seed, archive), shipped)
    other = cases_of(set_pages(max(options.pages // 3, 4), options.seed + OTHER_SEED, archive), shipped)
    print("before")
    report([*other, *real], names, start)
    cases = [*train, *real * REAL]
    truth = np.array([float(case.leads) for case in cases])
    matrix = matrix_of([case.seen for case in cases], names)
    weights = regress(matrix, truth, np.ones_like(truth), np.full(len(names), PRIOR), start)
    print("after")
    report([*other, *real], names, weights)
    for name, old, new in zip(names, start, weights, strict=True):
        print(f"{name:<16} {new:6.2f}, was {old:6.2f}")
    options.out.write_text(weights_table(ABOUT, names, weights), encoding="utf-8")


if __name__ == "__main__":
    main()
