"""Fit what speaks for one article ending between two paragraphs: ``src/paperparse/articles/boundaries.toml``.

    pip install -r benchmarks/requirements.txt
    python benchmarks/fit_boundaries.py --articles articles.jsonl.gz --layers 600 -o /tmp/boundaries.toml

A logistic regression over the gaps of pages of the press and of the real ones, which weigh REAL times as
much. Lines have the roles the package gives them, so that its slips are reckoned with; gaps beside a
paragraph that it made of two articles are left out. With ``--articles`` half of the pages are set from
them, the others from sentences of our own, so that the weights do not take after one paper. With ``--layers``
so many pages more are set from them in a browser and taken apart by other tools (``textlayers.py``): there
most articles are unsigned, and hardly a blank line tells where they end.
"""

from __future__ import annotations

from collections import Counter
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
from attrs import evolve, frozen
from gold import arguments, known_papers, known_real, read_archive, split_pages, weights_table
from logistic import matrix_of, regress

from paperparse.articles.boundaries import gap_evidence, load_boundaries
from paperparse.articles.grams import grams_of
from paperparse.conventions import load
from paperparse.layout.reflow import PieceKind
from paperparse.options import Options
from paperparse.parse import lay_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gold import Known
    from logistic import Array

    from paperparse.articles.sheet import Sheet

REAL: Final = 6
PAPERS: Final = 3
"""How much oftener gaps of the pages written in the manner of many papers count."""
PRIOR: Final = 1e-4
"""Pull towards the table it starts from. On three sets of 3,200 to 3,400 gaps of other pages 2e-5, 1e-4
and 1e-3 differ by two errors at the most; the less it pulls, the more surprised the weights are."""
HELD: Final = {"jump-head": 18.0, "jump-tail": 18.0, "jump": 18.0, "extras": 2.5}
"""What is not fitted: 上接 opens an article and 下转 closes one on every page. Pages of the press have few
of them, mostly where something else shows the boundary too, and a fit leaves next to nothing for the line
itself; several tails one below the other were then taken for one article. And the press sets captions and
furniture between articles oftener than papers do."""
KEPT: Final = 1e3
"""The pull that keeps a held weight where it is."""
OWNED: Final = 0.9
"""Share of a paragraph's characters that are of one article; below it the paragraph is of two."""


@frozen
class Gap:
    """What stands between two paragraphs.

    Attributes:
        name: The form of its page, or the name of a real page.
        seen: The evidence.
        parts: Whether the paragraphs are of two articles.
    """

    name: str
    seen: dict[str, float]
    parts: bool


def sheet_of(text: str) -> Sheet:
    """A page read as far as its pieces."""
    return lay_out(text, 0, load(Options().conventions))


def gaps_of(pages: Iterable[Known]) -> list[Gap]:
    """The gaps between paragraphs of which it is known whose they are."""
    found: list[Gap] = []
    for page in pages:
        sheet = sheet_of(page.text)
        paragraphs = [at for at, piece in enumerate(sheet.pieces) if piece.kind is PieceKind.PARAGRAPH]
        grams = {at: grams_of(sheet.folded_of(sheet.pieces[at].lines)) for at in paragraphs}
        articles = [article_of(page, sheet, at) for at in paragraphs]
        found.extend(
            Gap(page.name, seen, left != right)
            for seen, (left, right) in zip(
                gap_evidence(sheet, paragraphs, grams), pairwise(articles), strict=True
            )
            if left is not None and right is not None
        )
    return found


def article_of(page: Known, sheet: Sheet, piece: int) -> int | None:
    """The article a paragraph is of, or None for furniture and where two share it."""
    lines = [sheet.lines[at] for at in sheet.pieces[piece].lines]
    owners = [owner for line in lines for owner in page.owners[line.start : line.end] if owner]
    shares = Counter(owner.article for owner in owners)
    article, most = next(iter(shares.most_common(1)), (-1, 0))
    return article if article >= 0 and most > OWNED * len(owners) else None


def arrays(gaps: Sequence[Gap], names: Sequence[str]) -> tuple[Array, Array]:
    """Gaps as numbers: the evidence of each, and whether it parts two articles."""
    return matrix_of([gap.seen for gap in gaps], names), np.array([float(gap.parts) for gap in gaps])


def report(gaps: Sequence[Gap], names: Sequence[str], weights: Array) -> None:
    """Print for each form how many boundaries are missed and how many found where there is none."""
    for name in dict.fromkeys(gap.name for gap in gaps):
        matrix, truth = arrays([gap for gap in gaps if gap.name == name], names)
        found = matrix @ weights > 0
        missed, false, parts = ((~found) @ truth, found @ (1 - truth), truth.sum())
        others = len(truth) - parts
        print(f"{name:<26} missed {missed:3.0f} of {parts:3.0f}, false {false:3.0f} of {others:4.0f}")


def surprise(gaps: Sequence[Gap], names: Sequence[str], weights: Array) -> float:
    """How much the truth of a gap surprises on average, in nats: also how sure the weights are counts."""
    matrix, truth = arrays(gaps, names)
    scores = matrix @ weights
    return float((np.logaddexp(0.0, scores) - truth * scores).mean())


def render(names: Sequence[str], weights: Array) -> str:
    """The table as it is shipped."""
    about = (
        "# What speaks for a boundary between two paragraphs, in nats.\n"
        "# Fitted by benchmarks/fit_boundaries.py on set pages, on the seeds and on tests/papers.\n"
    )
    # what is not fitted stays as it is shipped
    shipped = files("paperparse.articles").joinpath("boundaries.toml").read_text(encoding="utf-8")
    return weights_table(about, names, weights) + "\n" + shipped[shipped.index("# Words with which") :]


def main() -> None:
    """Fit, say how well it does on other pages, and write the table."""
    options = arguments(__doc__, 40, "the table, in the form of boundaries.toml", layers=True).parse_args()
    archive = read_archive(options.articles)
    names = list(load_boundaries())
    start = np.array([HELD.get(name, weight) for name, weight in load_boundaries().items()])
    prior = np.array([KEPT if name in HELD else PRIOR for name in names])
    real, papers = gaps_of(known_real()), gaps_of(known_papers())
    train, other = map(gaps_of, split_pages(options, archive))
    print(f"{len(train)} gaps, {REAL} times {len(real)} of real pages; {len(other)} others")
    print(f"{PAPERS} times {len(papers)} of pages in the manner of many papers")
    papers = [evolve(gap, name="papers") for gap in papers]
    print(f"before: {surprise(other, names, start):.4f} nats a gap of other pages")
    report([*other, *real, *papers], names, start)
    matrix, truth = arrays([*train, *real * REAL, *papers * PAPERS], names)
    weights = regress(matrix, truth, np.ones_like(truth), prior, start)
    print(f"after: {surprise(other, names, weights):.4f} nats a gap of other pages")
    report([*other, *real, *papers], names, weights)
    for name, old, new in zip(names, start, weights, strict=True):
        print(f"{name:<14} {new:6.2f}, was {old:6.2f}")
    options.out.write_text(render(names, weights), encoding="utf-8")


if __name__ == "__main__":
    main()
