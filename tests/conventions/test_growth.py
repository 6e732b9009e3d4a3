"""No row may cost more than in proportion to what it is tried on."""

from __future__ import annotations

import time
from itertools import product

import pytest

from paperparse.conventions import Row, load
from paperparse.conventions.tables import compile_row
from paperparse.text.fold import fold

TABLES = load(("all",))
HOSTILE = ["记者 ", "本报", "新华社、", "张三、", "( ", "□ ", "文/", "一", "2 ", "王 ", "A", "台北/"]
SHORT, LONG = 400, 1600
"""Code points: no reader tries a shape on more than 400, so four times as much is beyond all of them."""
SUPERLINEAR = 10.0
"""A cost that grows with the square grows 16 times from SHORT to LONG, a linear one 4 times."""
NOISE = 0.002
"""Seconds below which a measurement says nothing."""


def cost(row: Row, text: str) -> float:
    pattern = compile_row(row, TABLES.parts)
    best = float("inf")
    for _ in range(3):
        start = time.thread_time()
        pattern.match(text)
        best = min(best, time.thread_time() - start)
    return best


@pytest.mark.parametrize("row", TABLES.rows, ids=lambda row: row.id)
def test_no_row_is_slower_than_linear(row: Row) -> None:
    pairs = (pair for pair in product(HOSTILE, repeat=2))
    for one, other in pairs:
        unit = fold(one + other)
        long = cost(row, (unit * LONG)[:LONG])
        if long < NOISE:
            continue
        assert long / cost(row, (unit * SHORT)[:SHORT]) < SUPERLINEAR, unit
