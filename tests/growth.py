"""How cost grows with length, measured so that other work on the machine does not count."""

from __future__ import annotations

import gc
from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

DOUBLING = 2.3
"""What twice the work may cost: twice, and some for what is no exact measurement. The square would be 4."""
TRIES = 20


def grows_in_proportion(short: Callable[[], object], long: Callable[[], object], doublings: int = 1) -> bool:
    """Whether long work costs no more than in proportion to short work.

    Other work can only add to a time, so the least of several is the truest; the two take turns, and one good
    look is enough.
    """
    least = most = float("inf")
    for _ in range(TRIES):
        least = min(least, seconds(short))
        most = min(most, seconds(long))
        if most <= least * DOUBLING**doublings:
            return True
    return False


def seconds(task: Callable[[], object]) -> float:
    """Processor time of this process for a task.

    Without the garbage collector: how often it looks through all objects of the process, those of other tests
    too, depends on how many the task makes, which is no cost of the task.
    """
    gc.collect()
    gc.disable()
    try:
        start = process_time()
        task()
        return process_time() - start
    finally:
        gc.enable()
