from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperparse.matching import assign

Table = tuple[list[list[float | None]], list[float]]


@st.composite
def tables(draw: st.DrawFn, numbers: st.SearchStrategy[float]) -> Table:
    rows = draw(st.integers(0, 4))
    columns = draw(st.integers(0, 4))
    row = st.lists(st.none() | numbers, min_size=columns, max_size=columns)
    gains = draw(st.lists(row, min_size=rows, max_size=rows))
    return gains, draw(st.lists(numbers, min_size=rows, max_size=rows))


def worth(chosen: Sequence[int | None], gains: list[list[float | None]], alone: list[float]) -> float | None:
    """The sum of gains, or None where a column is given twice or a pair is impossible."""
    taken = [column for column in chosen if column is not None]
    if len(set(taken)) < len(taken):
        return None
    total = 0.0
    for at, column in enumerate(chosen):
        gain = alone[at] if column is None else gains[at][column]
        if gain is None:
            return None
        total += gain
    return total


def best(gains: list[list[float | None]], alone: list[float]) -> float:
    columns = range(len(gains[0]) if gains else 0)
    choices = product([None, *columns], repeat=len(gains))
    return max(total for chosen in choices if (total := worth(chosen, gains, alone)) is not None)


@given(tables(st.integers(-5, 5).map(float)))
def test_the_assignment_is_the_best_of_all(table: Table) -> None:
    gains, alone = table
    chosen = assign(gains, alone)
    assert len(chosen) == len(gains)
    assert worth(chosen, gains, alone) == best(gains, alone)


@given(tables(st.floats(-20, 20)))
def test_the_assignment_is_the_best_of_all_but_for_rounding(table: Table) -> None:
    gains, alone = table
    assert worth(assign(gains, alone), gains, alone) == pytest.approx(best(gains, alone), abs=1e-5)


@given(tables(st.integers(-5, 5).map(float)))
def test_the_assignment_is_always_the_same(table: Table) -> None:
    assert assign(*table) == assign(*table)


def test_nothing_is_assigned_to_nothing() -> None:
    assert assign([], []) == ()


def test_without_columns_everyone_stays_alone() -> None:
    assert assign([[], []], [0.0, -3.0]) == (None, None)


def test_one_gives_way_where_the_whole_gains() -> None:
    assert assign([[5.0, 4.0], [5.0, 0.0]], [0.0, 0.0]) == (1, 0)


def test_one_stays_alone_where_columns_run_out() -> None:
    assert assign([[5.0], [6.0]], [0.0, 0.0]) == (None, 0)


def test_an_impossible_pair_is_never_made() -> None:
    assert assign([[None, None]], [-1000.0]) == (None,)


def test_staying_alone_wins_a_tie() -> None:
    assert assign([[1.0]], [1.0]) == (None,)


def test_rows_and_their_lone_worths_must_be_of_one_number() -> None:
    with pytest.raises(ValueError, match="zip"):
        assign([[1.0]], [])
