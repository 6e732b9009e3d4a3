"""Fit how margins become chances: ``src/paperparse/articles/confidence.toml``.

    python benchmarks/fit_confidence.py --articles articles.jsonl.gz -o /tmp/confidence.toml

For every kind of decision an article rests on a logistic curve from its least margin to a chance, all
curves at once, so that the product of the chances is how often an article is right in all it says. The
pages are of every print form, the bad ones too. With ``--articles`` half of them are set from a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from gold import OTHER_SEED, arguments, read_archive

from paperparse import parse
from paperparse.articles.confidence import CERTAIN, load_curves
from paperparse.testing import FORMS
from paperparse.testing.evaluate import calibration, proofs
from paperparse.testing.expected import expected_articles
from paperparse.testing.scoring import score_page
from paperparse.trace import trace_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from logistic import Array

    from paperparse.testing import Copy

STEPS: Final = 4000
PACE: Final = 0.02
STEEPEST: Final = 3.0
"""Bound of a slope; a kind that is hardly ever wrong would have none."""
HEAD: Final = (
    "# The chance that all decisions of a kind about one article are right, by the least of their margins\n"
    "# in nats. Fitted by benchmarks/fit_confidence.py on pages of the press in every form.\n\n[curves]\n"
)


def judged(
    pages: int, seed: int, sources: Sequence[Sequence[Sequence[Copy]] | None]
) -> list[tuple[dict[str, float], bool]]:
    """The margins of articles, and whether all of each was right."""
    found: list[tuple[dict[str, float], bool]] = []
    for form in FORMS.values():
        for source in sources:
            for proof in proofs(form, pages, seed, source):
                score = score_page(expected_articles(proof.truth), parse(proof.text))
                margins = {
                    one.article: {doubt.kind: doubt.margin for doubt in one.doubts}
                    for one in trace_page(proof.text).sureness
                }
                found.extend((margins[one.article], one.right) for one in score.judged)
    return found


def tabled(
    examples: Sequence[tuple[dict[str, float], bool]], kinds: Sequence[str]
) -> tuple[Array, Array, Array]:
    """Margins, whether there was a decision of the kind, and whether the article was right."""
    margins = np.array([[seen.get(kind, 0.0) for kind in kinds] for seen, _ in examples])
    there = np.array([[kind in seen for kind in kinds] for seen, _ in examples], dtype=float)
    return np.clip(margins, -CERTAIN, CERTAIN), there, np.array([float(right) for _, right in examples])


def chances(curves: Array, margins: Array, there: Array) -> Array:
    """The chance of each article by the curves."""
    scores = curves[0] + curves[1] * margins
    found: Array = np.exp(-(there * np.logaddexp(0.0, -scores)).sum(axis=1))
    return found


def fit(margins: Array, there: Array, truth: Array) -> Array:
    """The curves under which the truth is likeliest: a row of bases, a row of slopes. By Adam's method."""
    curves = np.array([[2.0] * margins.shape[1], [0.3] * margins.shape[1]])
    mean, spread = np.zeros_like(curves), np.zeros_like(curves)
    for step in range(1, STEPS + 1):
        chance = np.clip(chances(curves, margins, there), 1e-9, 1 - 1e-9)
        # the likelihood's slope along the logarithm of an article's chance
        pull = truth - (1 - truth) * chance / (1 - chance)
        part = there / (1 + np.exp(curves[0] + curves[1] * margins)) * pull[:, None]
        slope = np.array([part.mean(axis=0), (part * margins).mean(axis=0)])
        mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        curves += PACE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-9)
        curves[1] = np.clip(curves[1], 0.0, STEEPEST)
    return curves


def main() -> None:
    """Fit, print how often articles of other pages are right at each confidence, and write the table."""
    options = arguments(__doc__, 12, "the table, in the form of confidence.toml").parse_args()
    archive = read_archive(options.articles)
    sources = [archive, None] if archive else [None]
    kinds = sorted(load_curves())
    curves = fit(*tabled(judged(options.pages, options.seed, sources), kinds))
    margins, there, truth = tabled(judged(options.pages, options.seed + OTHER_SEED, sources), kinds)
    sure = chances(curves, margins, there)
    for low, high, right, count in calibration(list(zip(sure.tolist(), (truth > 0).tolist(), strict=True))):
        print(f"confidence {low:.1f}–{high:.1f}: {right:.3f} right of {count}")
    print(
        f"Brier score {((sure - truth) ** 2).mean():.3f},"
        f" {((truth.mean() - truth) ** 2).mean():.3f} were it always the mean"
    )
    rows = "".join(
        f"{kind} = {{ base = {base:.2f}, slope = {slope:.2f} }}\n"
        for kind, base, slope in zip(kinds, *curves.tolist(), strict=True)
    )
    options.out.write_text(HEAD + rows, encoding="utf-8")
    print(rows)


if __name__ == "__main__":
    main()
