import pytest

from paperparse.layout.piles import NARROWEST, SPREAD, SUPPORT, WIDEST, even_runs, merge, pile_of


def test_most_lines_say_how_wide_the_column_is() -> None:
    pile = pile_of([4.0, 11.0, 17.5, 18.0, 18.0, 18.5])
    assert pile is not None
    assert pile.width == 18.0
    assert pile.tight == 4


def test_of_two_piles_of_one_size_the_wider_is_the_column() -> None:
    pile = pile_of([16.0, 16.0, 16.0, 18.0, 18.0, 18.0])
    assert pile is not None
    assert pile.width == 18.0


@pytest.mark.parametrize(
    "widths",
    [
        [18.0] * (SUPPORT - 1),
        [NARROWEST - 1] * 9,
        [18.0, 18.0, 18.0, WIDEST + 1],
        [10.0, 10.0, 10.0, 20.0, 30.0],
    ],
    ids=["too few", "too narrow", "not wrapped", "many wider"],
)
def test_no_pile(widths: list[float]) -> None:
    assert pile_of(widths) is None


def test_neighbours_of_one_width_make_a_run() -> None:
    assert even_runs([9.0, 18.0, 18.5, 17.5, 12.0]) == [(1, 4, 18.0)]
    assert even_runs([18.0, 18.0, 9.0]) == []
    assert even_runs([]) == []


def test_widths_that_differ_by_little_are_one() -> None:
    assert merge([20.0, 18.0, 18.0 + SPREAD]) == (18.75, 20.0)
    assert merge([]) == ()
