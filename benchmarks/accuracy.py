"""The accuracy gate: every measure of every form, of the real pages and of written ones, against a floor.

    python benchmarks/accuracy.py            # fails when a measure is under its floor
    python benchmarks/accuracy.py --raise    # floors go up to what is reached, never down
    python benchmarks/accuracy.py --lower    # floors become what is reached, be it less

The pages are those of ``--seed``, set from sentences of our own, so that every machine measures the same.
Floors stand in ``benchmarks/floors.json``; a raised floor keeps a slack below what was reached on pages of
the press (other seeds differ by about that), none on the real pages and on those written in the manner of
many papers, which never change.
"""

from __future__ import annotations

import argparse
import json
import sys
from functools import reduce
from math import floor
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from paperparse import parse, parse_issue
from paperparse.testing.evaluate import evaluate_form, evaluate_golden, proofs
from paperparse.testing.following import evaluate_issues, issue_proofs
from paperparse.testing.forms import FORMS
from paperparse.testing.issues import MANNERS
from paperparse.testing.scoring import MEASURES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paperparse.testing.scoring import Score

HOME = Path(__file__).parent
FLOORS = HOME / "floors.json"
SLACK = 0.005
GRAIN = 1000

Table: TypeAlias = dict[str, dict[str, float]]


def measured_issues(count: int, seed: int) -> Table:
    """Links and whole articles by manner of jump lines, on pages as they are read and on perfect ones."""
    found: Table = {}
    for name, manner in MANNERS.items():
        for perfect in (False, True):
            issues = issue_proofs(FORMS["paragraphs"], manner, count, seed, None)
            score = evaluate_issues(parse_issue, issues, perfect=perfect)
            found[f"issue {name}{' perfect' if perfect else ''}"] = {
                "link_precision": score.precision,
                "link_recall": score.recall,
                "whole": score.wholeness,
            }
    return found


def measured(pages: int, seed: int) -> Table:
    """Every measure that has something to count, by form and real page."""
    found: Table = {}
    for name, form in FORMS.items() if pages else ():
        found[name] = _values(evaluate_form(parse, proofs(form, pages, seed, None)))
    root = HOME.parent
    for name, score in evaluate_golden(parse, root / "tests" / "golden", root / "seeds").items():
        found[f"seed {name}"] = _values(score)
    for name, folder in (("papers", root / "tests/papers"), ("papers held", root / "tests/papers/held")):
        scores = evaluate_golden(parse, folder / "gold", folder / "pages").values()
        found[name] = _values(reduce(add, scores))
    return found


def _values(score: Score) -> dict[str, float]:
    """The measures of a score."""
    values = {name: score.f1(name) for name in ("b_cubed", *MEASURES)}
    return {name: value for name, value in values.items() if value is not None}


def under(found: Table, floors: Mapping[str, Mapping[str, float]]) -> list[str]:
    """What is under its floor or was not measured, in words."""
    return [
        f"{name}: {measure} {found.get(name, {}).get(measure, 0.0):.4f} is under {least:.4f}"
        for name, row in floors.items()
        for measure, least in row.items()
        if found.get(name, {}).get(measure, 0.0) < least
    ]


def risen(found: Table, floors: Mapping[str, Mapping[str, float]], *, lower: bool) -> Table:
    """The floors after this measurement."""
    table: Table = {name: dict(row) for name, row in floors.items() if name not in found}
    for name, row in found.items():
        slack = 0.0 if name.startswith(("seed ", "papers")) else SLACK
        table[name] = {}
        for measure, value in row.items():
            reached = max(floor((value - slack) * GRAIN) / GRAIN, 0.0)
            table[name][measure] = reached if lower else max(reached, floors.get(name, {}).get(measure, 0.0))
    return table


def main() -> int:
    """Measure, compare, and set floors when asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=60, help="pages of each form; 0 for the issues alone")
    parser.add_argument("--issues", type=int, default=30, help="issues of each manner of jump lines")
    parser.add_argument("--seed", type=int, default=2024)
    parser.add_argument("--raise", action="store_true", dest="up", help="raise floors to what is reached")
    parser.add_argument("--lower", action="store_true", help="set floors to what is reached, lower ones too")
    options = parser.parse_args()
    floors: Table = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    found = {**measured(options.pages, options.seed), **measured_issues(options.issues, options.seed)}
    if options.up or options.lower:
        table = risen(found, floors, lower=options.lower)
        FLOORS.write_text(
            json.dumps(table, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8"
        )
        floors = table
    if not options.pages:
        floors = {name: row for name, row in floors.items() if name in found}
    faults = under(found, floors)
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    count = sum(map(len, floors.values()))
    sys.stdout.write(f"{count - len(faults)} of {count} floors hold\n")
    return int(bool(faults))


if __name__ == "__main__":
    raise SystemExit(main())
