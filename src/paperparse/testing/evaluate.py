"""Measure a parser on pages of the press and on real pages: ``python -m paperparse.testing.evaluate``.

Without ``--articles`` the pages are set from sentences of our own; with it from a file of articles
outside the project. The same seed gives the same pages.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from functools import reduce
from itertools import product
from operator import add
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from paperparse.testing.archive import choose_articles, read_pages
from paperparse.testing.expected import expected_articles
from paperparse.testing.following import evaluate_issues, issue_proofs
from paperparse.testing.forms import FORMS
from paperparse.testing.golden import golden_articles, read_golden
from paperparse.testing.issues import MANNERS
from paperparse.testing.press import print_page
from paperparse.testing.scoring import MEASURES, Judged, Score, score_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from paperparse.model import Page
    from paperparse.testing.copies import Copy
    from paperparse.testing.forms import Form
    from paperparse.testing.press import Proof

__all__ = ["calibration", "evaluate_form", "evaluate_golden", "main", "proofs"]


def proofs(form: Form, pages: int, seed: int, archive: Sequence[Sequence[Copy]] | None) -> Iterator[Proof]:
    """Pages of a form.

    Args:
        form: The print form.
        pages: How many.
        seed: The same seed gives the same pages.
        archive: Articles by page to set, or None for sentences of our own.

    Yields:
        The pages.
    """
    for number in range(pages):
        rng = Random(f"{seed}/{form.name}/{number}")  # noqa: S311 - chance, not secrecy
        yield print_page(choose_articles(archive, rng), form, rng.randrange(2**32))


def evaluate_form(parse: Callable[[str], Page], pages: Iterator[Proof]) -> Score:
    """Measure a parser on proofs.

    Args:
        parse: Text to page.
        pages: The proofs.

    Returns:
        The sum of their scores.
    """
    scores = [score_page(expected_articles(proof.truth), parse(proof.text)) for proof in pages]
    return reduce(add, scores)


def evaluate_golden(parse: Callable[[str], Page], golden: Path, seeds: Path) -> dict[str, Score]:
    """Measure a parser on real pages.

    Args:
        parse: Text to page.
        golden: A folder of JSON files of what the pages say.
        seeds: A folder of the pages' texts.

    Returns:
        A score for each page by its name.
    """
    found: dict[str, Score] = {}
    for file in sorted(golden.glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        page = parse((seeds / gold["source"]).read_text(encoding="utf-8"))
        found[file.stem] = score_page(golden_articles(gold, page.text), page)
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the evaluation from the command line.

    Args:
        arguments: The arguments, or None for those of the process.

    Returns:
        The exit status.
    """
    from paperparse import parse, parse_issue  # noqa: PLC0415 - the press must work without the parser

    options = _arguments(arguments)
    write = sys.stdout.write
    write(_row("", ["B³", *(_SHORT[name] for name in MEASURES), "splits", "merges"]))
    archive = None
    if options.articles:
        archive = (read_golden if options.articles.is_dir() else read_pages)(options.articles)
    names = options.form or list(FORMS)
    judged: tuple[Judged, ...] = ()
    if options.pages:
        for name in names:
            score = evaluate_form(parse, proofs(FORMS[name], options.pages, options.seed, archive))
            write(_row(name, _cells(score)))
            _explain(score, options.verbose)
            judged += score.judged
    if options.issues:
        write(_row("", ["prec", "recall", "links", "whole", "of", "sure"]))
    for name, manner in product(names, options.manner or MANNERS) if options.issues else ():
        issues = issue_proofs(FORMS[name], MANNERS[manner], options.issues, options.seed, archive)
        found = evaluate_issues(parse_issue, issues, perfect=options.perfect)
        shares = (found.precision, found.recall, found.wholeness)
        precision, recall, whole = (f"{share:.3f}" for share in shares)
        cells = [precision, recall, str(found.wanted), whole, str(found.cut), str(found.sure)]
        write(_row(f"{manner} {name}", cells))
    if options.golden.is_dir() and not options.form:
        for name, score in evaluate_golden(parse, options.golden, options.seeds).items():
            write(_row(name, _cells(score)))
            _explain(score, options.verbose)
    if options.calibration:
        write(
            "".join(
                f"confidence {low:.1f}–{high:.1f}: {right:.3f} right of {count}\n"
                for low, high, right, count in calibration([(one.confidence, one.right) for one in judged])
            )
        )
    return 0


def calibration(
    sure: Sequence[tuple[float, bool]], bins: int = 10
) -> tuple[tuple[float, float, float, int], ...]:
    """How often a parser is right when it is so and so sure.

    Args:
        sure: For each article its confidence and whether all of it was right.
        bins: In how many ranges of confidence.

    Returns:
        For each range that has articles: its ends, the share that was right, how many there were.

    Examples:
        >>> calibration([(0.95, True), (0.92, False), (0.1, False)])
        ((0.1, 0.2, 0.0, 1), (0.9, 1.0, 0.5, 2))
    """
    rows: dict[int, list[bool]] = {}
    for value, right in sure:
        rows.setdefault(min(int(value * bins), bins - 1), []).append(right)
    return tuple(
        (at / bins, (at + 1) / bins, sum(rights) / len(rights), len(rights))
        for at, rights in sorted(rows.items())
    )


_SHORT: Final = {
    "article": "artic",
    "headline_set": "hset",
    "headline_main": "hmain",
    "pairing": "pair",
    "byline": "byl",
    "outlet": "outl",
    "dateline": "datel",
    "paragraph": "para",
    "subhead": "subh",
    "captions": "capt",
    "highlights": "highl",
    "jump": "jump",
}


def _cells(score: Score) -> list[str]:
    """The measures of a score as shown."""
    values = [score.f1(name) for name in ("b_cubed", *MEASURES)]
    return [
        *("–" if value is None else f"{value:.3f}" for value in values),
        str(score.splits),
        str(score.merges),
    ]


def _row(name: str, cells: Sequence[str]) -> str:
    """One line of the table."""
    return f"{name[:26]:<26}" + "".join(f"{cell:>7}" for cell in cells) + "\n"


def _explain(score: Score, level: int) -> None:
    """The commonest kinds of error, and at a higher level each error."""
    if not level or not score.faults:
        return
    kinds = Counter(kind for kind, _ in score.faults)
    sys.stdout.write("    " + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common(12)) + "\n")
    if level > 1:
        sys.stdout.writelines(f"      {kind}: {words}\n" for kind, words in score.faults)


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command line's options."""
    parser = argparse.ArgumentParser(prog="python -m paperparse.testing.evaluate", description=main.__doc__)
    parser.add_argument(
        "--articles",
        type=Path,
        help="articles to set instead of our own: a JSON Lines file, or a folder of golden files",
    )
    parser.add_argument(
        "--form", action="append", choices=list(FORMS), help="only this form; may be given again"
    )
    parser.add_argument(
        "--pages", type=int, default=50, help="pages of each form; 0 for the golden pages alone"
    )
    parser.add_argument("--issues", type=int, default=0, help="issues of each form and manner, for links")
    parser.add_argument(
        "--manner",
        action="append",
        choices=list(MANNERS),
        help="only this manner of jump lines; may be given again",
    )
    parser.add_argument(
        "--perfect", action="store_true", help="link pages as a perfect reader would read them"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--golden", type=Path, default=Path("tests/golden"), help="folder of known real pages"
    )
    parser.add_argument("--seeds", type=Path, default=Path("seeds"), help="folder of their texts")
    parser.add_argument("--calibration", action="store_true", help="how often a parser that sure is right")
    parser.add_argument(
        "-v", "--verbose", action="count", default=0, help="kinds of error; twice for each of them"
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
