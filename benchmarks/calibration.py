"""How often an article is right that the parser is so and so sure of: the table and the plot of the docs.

    python benchmarks/calibration.py --pages 12 --svg docs/images/calibration.svg

Pages of every print form, set from sentences of our own with a seed that nothing was fitted on; with
``--articles`` from a file.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from paperparse import parse
from paperparse.testing import FORMS, read_pages
from paperparse.testing.evaluate import calibration, evaluate_form, proofs

if TYPE_CHECKING:
    from collections.abc import Sequence

SEED = 7307
SIDE = 320
EDGE = 40


def plot(rows: Sequence[tuple[float, float, float, int]]) -> str:
    """An SVG image: confidence to the right, share that is right upwards, dots as large as many articles."""
    far, near = SIDE + EDGE, EDGE
    most = max(count for *_, count in rows)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {far + 20} {far + EDGE}" role="img">',
        "<style>text { font: 12px sans-serif }</style>",
        "<title>Share of articles that are right, by confidence</title>",
        f'<rect x="{near}" y="{near}" width="{SIDE}" height="{SIDE}" fill="#fff" stroke="#888"/>',
        f'<line x1="{near}" y1="{far}" x2="{far}" y2="{near}" stroke="#bbb" stroke-dasharray="4 4"/>',
    ]
    for tick in range(0, 11, 2):
        at = SIDE * tick / 10
        parts += [
            f'<text x="{near + at:.0f}" y="{far + 16}" text-anchor="middle" fill="#666">{tick / 10}</text>',
            f'<text x="{near - 6}" y="{far - at + 4:.0f}" text-anchor="end" fill="#666">{tick / 10}</text>',
        ]
    for low, high, right, count in rows:
        across, up = near + SIDE * (low + high) / 2, far - SIDE * right
        size = 3 + 9 * (count / most) ** 0.5
        parts.append(f'<circle cx="{across:.1f}" cy="{up:.1f}" r="{size:.1f}" fill="#b3261e" opacity="0.8"/>')
    middle = near + SIDE / 2
    parts += [
        f'<text x="{middle:.0f}" y="{far + 34}" text-anchor="middle" fill="#666">confidence</text>',
        f'<text x="{near}" y="{near - 10}" fill="#666">share that is right in all it says</text>',
        "</svg>\n",
    ]
    return "\n".join(parts)


def main() -> None:
    """Measure, print the table, draw the plot."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=Path, help="articles outside the project, a JSON Lines file")
    parser.add_argument("--pages", type=int, default=12, help="pages of each form")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--svg", type=Path, help="where to draw the plot")
    options = parser.parse_args()
    archive = read_pages(options.articles) if options.articles else None
    judged = [
        one
        for form in FORMS.values()
        for one in evaluate_form(parse, proofs(form, options.pages, options.seed, archive)).judged
    ]
    rows = calibration([(one.confidence, one.right) for one in judged])
    print("| confidence | articles | right |\n|---|---|---|")
    for low, high, right, count in rows:
        print(f"| {low:.1f} to {high:.1f} | {count} | {right:.0%} |")
    if options.svg:
        options.svg.write_text(plot(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
