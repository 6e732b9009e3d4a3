"""Fit how headlines are worded: ``titles.toml``, ``labels.toml`` and ``seams.toml`` of the package.

    python benchmarks/fit_titles.py --articles articles.jsonl.gz -o /tmp/tables

Three logistic regressions. The first learns which of two passages is the main headline from articles that
have two, and what words mean from passages by themselves too; the second whether a first passage is a
standing head. The third learns whether two lines are two passages or one that wraps, from passages that
stand together and from passages cut in two; it asks the labels as shipped, so that a second run follows
where those have changed. ``--pages`` are newspaper pages of the file, all when there are not more.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files
from random import Random
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import numpy as np
from gold import arguments, known_papers, known_set, quoted, read_archive
from headlines import (
    SINGLE,
    label_examples,
    page_examples,
    paper_headlines,
    passage_cues,
    read_headlines,
    seam_examples,
    single_examples,
    title_examples,
)
from logistic import balanced, matrix_of, regress

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from headlines import Example, Headline

Kind: TypeAlias = Literal["titles", "labels", "seams"]

FOLDS: Final = 4
PRIOR: Final[Mapping[Kind, float]] = {"titles": 2.8e-3, "labels": 1.4e-3, "seams": 1.4e-3}
"""The pull of a word towards nought, in units of the mean example."""
LOOSE: Final[Mapping[Kind, float]] = {"titles": 0.1, "labels": 0.1, "seams": 0.1}
"""Share of the prior that cues of shape feel: there are few of them and examples of each are many."""
OFTEN: Final[Mapping[Kind, int]] = {"titles": 6, "labels": 5, "seams": 8}
"""Examples a cue must be seen in."""
BESIDE: Final = 0.6
"""How much a passage by itself counts beside two that are compared: of 0, 0.1, 0.3, 0.6 and 1 the best."""
LEAST: Final = 0.2
"""Words whose weights are nearer to nought are left out."""
SET: Final = 40
"""Pages of each form that breaks are taken from."""
OFTENER: Final = 3
"""How much oftener they count: only on pages is it known what stands around a break."""
PAPERS: Final = 3
"""How much oftener the headlines of pages in the manner of many papers count."""
WIDTH: Final = 110
TITLES: Final = (
    "How much what a passage of a headline group is like speaks for its being the main headline, in nats"
    " against its neighbour. `<x` is a passage that begins with x, `>x` one that ends with x, `~xy` one that"
    " holds xy; width is for each ten em; told: all its pairs of characters stand in the body's first"
    " paragraph; the base speaks for the upper of the two, labelled as well where a standing head is above"
    " them. Fitted by benchmarks/fit_titles.py: logistic regression with an L2 prior on the headline groups"
    " of {count:,} two-part articles, those of tests/papers three times, both orders weighed alike, and"
    " beside them on {singles:,} passages by themselves; {share:.1%} of the groups right in cross-validation."
)
LABELS: Final = (
    "What speaks for the first passage of a headline group being a standing head, in nats. over-N: it is"
    " wider than N em, in full from three em more on; shared: all its pairs of characters stand in the body;"
    " `<x`, `>x`, `~xy`: it begins with x, ends with x, holds xy. Fitted by benchmarks/fit_titles.py:"
    " logistic regression with an L2 prior on {right:,} labels, at most two examples of each, and {wrong:,}"
    " kickers and main headlines, both answers weighed alike; {yes:.0%} of the labels and {no:.0%} of the"
    " others right in cross-validation over other labels."
)
SEAMS: Final = (
    "What speaks for two display lines with no blank line between them being two passages, not one that"
    " wraps, in nats. `>x`: the upper line ends with x; `<x`: the lower begins with x; label: for each nat"
    " that speaks for the upper being a standing head; open, closing: a bracket is closed beyond the break."
    " Fitted by benchmarks/fit_titles.py: logistic regression with an L2 prior on {pairs:,} pairs of"
    " passages, {cuts:,} headlines cut in two and {printed:,} breaks on pages of the press and of"
    " tests/papers, both answers weighed alike; {paired:.0%} of the pairs and {cut:.0%} of the wraps right"
    " in cross-validation."
)


def fit(examples: Sequence[Example], kind: Kind, beside: Sequence[Example] = ()) -> dict[str, float]:
    """Weigh the cues that are seen often enough, and the base that stands for none of them.

    Args:
        examples: What is to be told apart.
        kind: The table.
        beside: Other examples that say something of the same words, and count for less.

    Returns:
        The weight of each cue; of what only `beside` holds, that of words.
    """
    both = [*examples, *beside]
    counts = Counter(cue for example in both for cue in example.cues)
    names = ["base", *sorted(cue for cue, count in counts.items() if count >= OFTEN[kind])]
    bases = [{"base": 1.0}] * len(examples) + [{}] * len(beside)
    seen = [{**base, **example.cues} for base, example in zip(bases, both, strict=True)]
    truth = np.array([float(example.right) for example in both])
    weights = np.concatenate([balanced(truth[: len(examples)]), np.full(len(beside), BESIDE)])
    prior = np.array([PRIOR[kind] * (1.0 if _is_word(name) else LOOSE[kind]) for name in names])
    prior[0] = 0.0
    # the prior is in units of the mean example of all
    prior *= len(examples) / len(both)
    found = regress(matrix_of(seen, names), truth, weights, prior, np.zeros(len(names)))
    weighed = dict(zip(names, found.tolist(), strict=True))
    return {name: weight for name, weight in weighed.items() if not name.startswith(SINGLE)}


def _is_word(cue: str) -> bool:
    """Whether a cue is a word at an end of a line, not its shape."""
    return cue[0] in "<>~"


def middle_of(headlines: Sequence[Headline], weights: Mapping[str, float]) -> float:
    """What is between what main headlines of two-part articles sound like and what the others do, in nats."""
    both = [one for one in headlines if one.main and bool(one.kicker) != bool(one.sub)]
    mains = [_sound(one.main, one, weights) for one in both]
    others = [_sound(one.kicker or one.sub, one, weights) for one in both]
    print(f"titles: main headlines sound like {np.mean(mains):.1f}, the others like {np.mean(others):.1f}")
    return float(np.mean(mains + others))


def _sound(text: str, one: Headline, weights: Mapping[str, float]) -> float:
    """How much a passage reads like a main headline by some weights."""
    return sum(weights.get(cue, 0.0) * seen for cue, seen in passage_cues(text, one.opening).items())


def validate(
    examples: Sequence[Example], kind: Kind, beside: Sequence[Example] = ()
) -> tuple[float, float, float]:
    """The shares that are right of the examples that are, of those that are not, and of all.

    What is weighed on some newspaper pages is tried on the others.
    """
    right: list[bool] = []
    wrong: list[bool] = []
    for fold_of in range(FOLDS):
        known = ([one for one in some if one.page % FOLDS != fold_of] for some in (examples, beside))
        weights = fit(next(known), kind, next(known))
        for example in examples:
            if example.page % FOLDS == fold_of:
                score = weights["base"] + sum(
                    weights.get(cue, 0.0) * seen for cue, seen in example.cues.items()
                )
                (right if example.right else wrong).append((score > 0) == example.right)
    both = [*right, *wrong]
    return sum(right) / len(right), sum(wrong) / len(wrong), sum(both) / len(both)


def shipped(kind: Kind) -> dict[str, Any]:
    """A table as it is shipped."""
    source = files("paperparse.articles").joinpath(f"{kind}.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)


def table_of(weights: Mapping[str, float], kind: Kind) -> dict[str, dict[str, float]]:
    """The rows of a table; every shape has one, be it nought."""
    shapes = {name: weight for name, weight in weights.items() if name != "base" and not _is_word(name)}
    return {
        "shape": {**dict.fromkeys(shipped(kind)["shape"], 0.0), **shapes},
        "words": {cue: weight for cue, weight in weights.items() if _is_word(cue) and abs(weight) >= LEAST},
    }


def render(head: str, base: float, table: Mapping[str, Mapping[str, float]]) -> str:
    """A table as it is shipped."""
    lines = wrap(head, WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)
    lines.append(f"\nbase = {base:.2f}")
    for section, rows in table.items():
        lines.append(f"\n[{section}]")
        lines.extend(
            f"{cue if section == 'shape' else quoted(cue)} = {weight:.2f}" for cue, weight in rows.items()
        )
    return "\n".join(lines) + "\n"


def compare(kind: Kind, table: Mapping[str, Mapping[str, float]]) -> None:
    """Print how near a table is to the one shipped."""
    old = shipped(kind)
    for section, rows in table.items():
        both = rows.keys() & old[section].keys()
        apart = [abs(rows[cue] - old[section][cue]) for cue in both] or [0.0]
        print(
            f"{kind} {section}: {len(rows)} rows, {len(both)} of the {len(old[section])} shipped,"
            f" {sum(apart) / len(apart):.2f} apart, at the most {max(apart):.2f}"
        )


def main() -> None:
    """Fit all, say how well they do on pages they were not fitted on, and write the tables."""
    options = arguments(__doc__, 10_000, "a folder for the tables", required=True).parse_args()
    rng = Random(options.seed)  # noqa: S311 - chance, not secrecy
    headlines = read_headlines(options.articles, options.pages, rng)
    headlines += paper_headlines(len(headlines)) * PAPERS
    titles, alone = title_examples(headlines), seam_examples(headlines, rng)
    printed = page_examples(known_set(SET, options.seed, read_archive(options.articles)))
    printed += page_examples(known_papers()) * PAPERS
    seams = [*alone, *printed * OFTENER]
    print(f"{len(titles)} two-part headlines, {len(alone)} pairs of lines, {len(printed)} on set pages")
    singles = single_examples(headlines)
    shares = validate(titles, "titles", singles)
    print(f"titles: main first {shares[0]:.1%}, kicker first {shares[1]:.1%}, all {shares[2]:.1%} right")
    labels = label_examples(headlines, rng)
    heads = validate(labels, "labels")
    print(f"labels: labels {heads[0]:.1%}, others {heads[1]:.1%}, all {heads[2]:.1%} right")
    cuts = validate(seams, "seams")
    print(f"seams: passages {cuts[0]:.1%}, wrapped {cuts[1]:.1%}, all {cuts[2]:.1%} right")
    options.out.mkdir(parents=True, exist_ok=True)
    weights = fit(titles, "titles", singles)
    print(f"titles: {middle_of(headlines, weights):.2f} between main headlines and the others")
    table = table_of(weights, "titles")
    compare("titles", table)
    head = TITLES.format(count=len(titles), singles=len(singles), share=shares[2])
    (options.out / "titles.toml").write_text(render(head, weights["base"], table), encoding="utf-8")
    weights = fit(labels, "labels")
    table = table_of(weights, "labels")
    compare("labels", table)
    count = sum(example.right for example in labels)
    head = LABELS.format(right=count, wrong=len(labels) - count, yes=heads[0], no=heads[1])
    (options.out / "labels.toml").write_text(render(head, weights["base"], table), encoding="utf-8")
    weights = fit(seams, "seams")
    table = table_of(weights, "seams")
    compare("seams", table)
    pairs = sum(example.right for example in alone)
    head = SEAMS.format(
        pairs=pairs, cuts=len(alone) - pairs, printed=len(printed), paired=cuts[0], cut=cuts[1]
    )
    (options.out / "seams.toml").write_text(render(head, weights["base"], table), encoding="utf-8")


if __name__ == "__main__":
    main()
