"""Logistic regression with a Gaussian prior, by Newton's method."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Array", "balanced", "matrix_of", "regress"]

Array: TypeAlias = NDArray[np.float64]

STEPS: Final = 60
CLOSE: Final = 1e-8
"""Slope below which the maximum is reached."""
SHORTEST: Final = 1e-6


def matrix_of(seen: Sequence[Mapping[str, float]], names: Sequence[str]) -> Array:
    """What was seen of each example as a row of numbers, one for each name; other names are left out."""
    column = {name: at for at, name in enumerate(names)}
    matrix = np.zeros((len(seen), len(names)))
    for row, example in zip(matrix, seen, strict=True):
        for name, value in example.items():
            if name in column:
                row[column[name]] = value
    return matrix


def balanced(truth: Array) -> Array:
    """Weights of examples, one on average, by which both answers weigh alike."""
    share = truth.mean()
    weights: Array = np.where(truth == 1, 0.5 / share, 0.5 / (1 - share))
    return weights


def regress(matrix: Array, truth: Array, weights: Array, prior: Array, start: Array) -> Array:
    """The most probable coefficients.

    Args:
        matrix: One row for each example.
        truth: Its answer, 0 or 1.
        weights: How much it counts.
        prior: For each column the pull towards its start, in units of the mean likelihood of an example.
        start: Where the coefficients begin and what they are pulled to.

    Returns:
        One coefficient for each column.
    """
    found = start.copy()
    loss = _loss(matrix, truth, weights, prior, start, found)
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(matrix @ found, -500, 500)))
        slope = matrix.T @ (weights * (chance - truth)) / len(truth) + prior * (found - start)
        if abs(slope).max() < CLOSE:
            break
        bend = (matrix.T * (weights * chance * (1 - chance))) @ matrix / len(truth) + np.diag(prior + CLOSE)
        step = np.linalg.solve(bend, slope)
        length = 1.0
        while length > SHORTEST:
            trial = found - length * step
            reached = _loss(matrix, truth, weights, prior, start, trial)
            if reached < loss:
                break
            length /= 2
        else:
            break
        found, loss = trial, reached
    return found


def _loss(  # noqa: PLR0913, PLR0917  # the terms of one sum
    matrix: Array, truth: Array, weights: Array, prior: Array, start: Array, found: Array
) -> float:
    """Mean loss of the examples and of the prior, in nats."""
    score = matrix @ found
    fit = (weights * (np.logaddexp(0.0, score) - truth * score)).mean()
    return float(fit + (prior * (found - start) ** 2).sum() / 2)
