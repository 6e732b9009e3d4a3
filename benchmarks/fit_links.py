"""Fit what speaks for an article going on in another place: ``src/paperparse/linking/weights.toml``.

    python benchmarks/fit_links.py --articles articles.jsonl.gz -o /tmp/weights.toml

A conditional logit over issues of the press in all manners of jump lines: of all the heads a foot is weighed
against, and of all the feet of a head, the right one is to be the likeliest, or none where none is right. So
weights say how much better a pair is than an open end, which is what the assignment adds up. Lines have the
roles the package gives them, so that its slips are reckoned with. Without ``--articles`` the issues are set
from sentences of our own.
"""

from __future__ import annotations

from collections import defaultdict
from random import Random
from typing import TYPE_CHECKING, Final

import numpy as np
from attrs import frozen
from gold import OTHER_SEED, arguments, read_archive, weights_table
from logistic import matrix_of

from paperparse.linking.compare import compare, settle
from paperparse.linking.evidence import load_weights
from paperparse.options import Options
from paperparse.parse import read_sheet
from paperparse.testing.archive import choose_articles
from paperparse.testing.forms import FORMS
from paperparse.testing.issues import MANNERS, print_issue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from logistic import Array
    from numpy.typing import NDArray

    from paperparse.linking.compare import Comparison
    from paperparse.linking.ends import Foot, Head, Part
    from paperparse.model import Issue
    from paperparse.testing.copies import Copy
    from paperparse.testing.issues import IssueProof

ABOUT: Final = (
    "# What speaks for an article going on in another place, in nats.\n"
    "# Fitted by benchmarks/fit_links.py on issues of the press.\n"
)
PRIOR: Final = 3e-4
"""Pull towards START, in units of the mean loss of an end."""
STEPS: Final = 60
CLOSE: Final = 1e-7
LONGEST: Final = 3.0
"""The longest step in one weight; a first step of Newton's may overshoot."""
LEFT: Final = ("paragraphs", "wrapped-indent", "wrapped-lost-indent", "headline-after", "mixed", "ocr")
"""The forms set; the others differ in what linking does not look at."""
SHARES: Final = {"marked": 4, "to-lost": 4, "from-lost": 4, "none": 1, "misprinted": 2, "mixed": 1}
"""How many issues of each manner there are among sixteen."""
START: Final = {
    "base": -3.0,
    "both-agrees": 2.0,
    "to-agrees": 1.0,
    "from-agrees": 1.0,
    "to-differs": -2.0,
    "from-differs": -2.0,
    "backward": -3.0,
    "word-sign": 1.0,
    "clause-sign": -2.0,
    "stop-sign": -1.0,
    "closes": 2.0,
    "closes-another": -1.0,
    "closes-nothing": -0.5,
    "both-dated": -2.0,
}
"""What is thought before anything is seen, in nats."""
HELD: Final = {
    "balanced": 3.0,
    "sole": 1.5,
    "settled": 6.0,
    "owed-surely": 2.5,
    "due-surely": 2.5,
    "numbered-alike": 3.0,
    "numbered-apart": -3.0,
}
"""What is not fitted: where as many jump lines lead from one page to another as lead back, each has its
other, however little the parts have in common, and so it has where the other was lost. Issues of the press
are mostly settled by what parts share, so that the fit cannot tell."""


@frozen
class Pair:
    """A foot and a head that were weighed.

    Attributes:
        name: The manner of the issue.
        foot: Which foot of which issue.
        head: Which head.
        seen: The evidence.
        right: Whether the one goes on in the other.
    """

    name: str
    foot: tuple[int, int]
    head: tuple[int, int]
    seen: dict[str, float]
    right: bool


def issues_of(
    count: int, seed: int, archive: Sequence[Sequence[Copy]] | None
) -> Iterator[tuple[str, IssueProof]]:
    """Issues of the press in all manners, with the name of each."""
    manners = [name for name, share in SHARES.items() for _ in range(share)]
    for number in range(count):
        rng = Random(f"{seed}/fit-links/{number}")  # noqa: S311 - chance, not secrecy
        source = archive if number % 2 else None
        pages = [choose_articles(source, rng) for _ in range(rng.choice((2, 3, 4, 4)))]
        form = FORMS[LEFT[number % len(LEFT)]]
        name = manners[number % len(manners)]
        yield name, print_issue(pages, form, rng.randrange(2**32), rng.choice((1, 2, 3)), MANNERS[name])


def pairs_of_issue(number: int, name: str, proof: IssueProof) -> list[Pair]:
    """The pairs of an issue, read from its print."""
    read = [read_sheet(text, index, Options()) for index, text in enumerate(proof.texts)]
    found, _ = settle(compare([page for page, _ in read], [sheet for _, sheet in read]))
    return pairs_of(number, name, Known(proof.truth), found)


def pairs_of(number: int, name: str, truth: Known, found: Comparison) -> list[Pair]:
    """The pairs of a comparison, with what is right."""
    return [
        Pair(
            name,
            (number, foot),
            (number, head),
            seen,
            (truth.left(found.feet[foot], found.parts), truth.right(found.heads[head], found.parts))
            in truth.links,
        )
        for (foot, head), seen in found.pairs.items()
    ]


class Known:
    """The truth of an issue, by characters."""

    def __init__(self, truth: Issue) -> None:
        """Look up owners and bodies once."""
        self.links = {(link.from_article, link.to_article) for link in truth.links}
        self.owners = {
            (span.page, at): article.id
            for page in truth.pages
            for article in page.articles
            for span in article.spans
            for at in range(span.start, span.end)
        }
        bodies = {
            article.id: [
                (span.page, at)
                for block in article.body
                for span in block.spans
                for at in (span.start, span.end)
            ]
            for page in truth.pages
            for article in page.articles
        }
        self.first = {name: places[0] for name, places in bodies.items() if places}
        self.last = {name: places[-1] for name, places in bodies.items() if places}

    def left(self, foot: Foot, parts: Sequence[Part]) -> str | None:
        """The article that breaks off in a foot, or None where no article does."""
        body = parts[foot.part].article.body
        span = body[foot.block - 1].spans[-1]
        name = self.owners.get((span.page, span.end - 1))
        whole = foot.block == len(body)
        return name if name and (whole or self.last.get(name) == (span.page, span.end)) else None

    def right(self, head: Head, parts: Sequence[Part]) -> str | None:
        """The article that begins in a head, or None where no article does."""
        span = parts[head.part].article.body[head.block].spans[0]
        name = self.owners.get((span.page, span.start))
        return name if name and (not head.block or self.first.get(name) == (span.page, span.start)) else None


def groups_of(pairs: Sequence[Pair]) -> list[list[int]]:
    """The pairs that share a foot, and those that share a head, by index."""
    by_end: dict[tuple[str, tuple[int, int]], list[int]] = defaultdict(list)
    for at, pair in enumerate(pairs):
        by_end["foot", pair.foot].append(at)
        by_end["head", pair.head].append(at)
    return list(by_end.values())


def fit(pairs: Sequence[Pair], names: Sequence[str]) -> Array:
    """The most probable weights, by Newton's method."""
    matrix = matrix_of([pair.seen for pair in pairs], names)
    truth = np.array([float(pair.right) for pair in pairs])
    groups = groups_of(pairs)
    group = np.concatenate([np.full(len(members), at, np.intp) for at, members in enumerate(groups)])
    rows = np.concatenate([np.array(members) for members in groups])
    wide, right = matrix[rows], truth[rows]
    start = np.array([HELD.get(name, START.get(name, 0.0)) for name in names])
    free = np.array([name not in HELD for name in names])
    weights = start.copy()
    for _ in range(STEPS):
        chance = _chances(wide @ weights, group, len(groups))
        slope = wide.T @ (chance - right) / len(groups) + PRIOR * (weights - start)
        if abs(slope[free]).max() < CLOSE:
            break
        means = np.zeros((len(groups), len(names)))
        np.add.at(means, group, wide * chance[:, None])
        bend = ((wide.T * chance) @ wide - means.T @ means) / len(groups) + np.diag(
            np.full(len(names), PRIOR)
        )
        step = np.linalg.solve(bend[np.ix_(free, free)], slope[free])
        weights[free] -= step * min(1.0, LONGEST / max(abs(step).max(), 1e-9))
    return weights


def _chances(scores: Array, group: NDArray[np.intp], count: int) -> Array:
    """The chance of each pair among those of its group and of an open end, whose score is 0."""
    highest = np.zeros(count)
    np.maximum.at(highest, group, scores)
    raised = np.exp(scores - highest[group])
    total = np.exp(-highest)
    np.add.at(total, group, raised)
    chances: Array = raised / total[group]
    return chances


def report(pairs: Sequence[Pair], names: Sequence[str], weights: Array, label: str = "") -> None:
    """Print how many ends are given to others than their own."""
    scores = matrix_of([pair.seen for pair in pairs], names) @ weights
    missed = wrong = right = 0
    for members in groups_of(pairs):
        best = max(members, key=scores.__getitem__)
        true = [at for at in members if pairs[at].right]
        if scores[best] > 0 and not pairs[best].right:
            wrong += 1
        if true and best != true[0]:
            missed += 1
        right += bool(true)
    print(f"{label:<12} missed {missed} of {right} ends, wrong {wrong}")


def main() -> None:
    """Fit, say how well it does on other issues, and write the table."""
    options = arguments(__doc__, 600, "the table, in the form of weights.toml").parse_args()
    archive = read_archive(options.articles)
    names = list(load_weights())
    train = _pairs(options.pages, options.seed, archive)
    other = _pairs(max(options.pages // 3, 16), options.seed + OTHER_SEED, archive)
    print(f"{len(train)} pairs, {len(other)} of other issues")
    report(other, names, np.array(list(load_weights().values())), "before")
    weights = fit(train, names)
    for name in ("", *SHARES):
        report([pair for pair in other if name in pair.name], names, weights, name or "all")
    for name, weight in zip(names, weights, strict=True):
        print(f"{name:<18} {weight:6.2f} seen {sum(name in pair.seen for pair in train)}")
    options.out.write_text(weights_table(ABOUT, names, weights), encoding="utf-8")


def _pairs(count: int, seed: int, archive: Sequence[Sequence[Copy]] | None) -> list[Pair]:
    """The pairs of so many issues."""
    issues = enumerate(issues_of(count, seed, archive))
    return [pair for number, (name, proof) in issues for pair in pairs_of_issue(number, name, proof)]


if __name__ == "__main__":
    main()
