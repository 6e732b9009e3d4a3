from hypothesis import given
from hypothesis import strategies as st

from paperparse.linking.choice import TOGETHER, choose

pair = st.tuples(st.integers(0, 5), st.integers(0, 5))


def chosen(scores: dict[tuple[int, int], float]) -> dict[int, int]:
    return {choice.foot: choice.head for choice in choose(scores) if choice.chosen}


def test_the_whole_fits_best_not_each_pair() -> None:
    assert chosen({(0, 0): 5.0, (0, 1): 4.0, (1, 0): 4.0}) == {0: 1, 1: 0}


def test_an_end_may_stay_open() -> None:
    assert chosen({(0, 0): -1.0, (1, 0): -0.5}) == {}


def test_two_that_fit_alike_leave_no_margin() -> None:
    (one, two) = choose({(0, 0): 6.0, (0, 1): 6.0})
    assert {one.margin, two.margin} == {0.0}
    assert one.confidence <= 0.5
    assert two.confidence <= 0.5


def test_a_rival_that_is_needed_elsewhere_costs_no_margin() -> None:
    choices = choose({(0, 0): 6.0, (0, 1): 6.0, (1, 1): 9.0})
    (first,) = (choice for choice in choices if choice.chosen and choice.foot == 0)
    assert first.head == 0
    assert first.margin == 6.0


@given(st.dictionaries(pair, st.floats(-5, 9), max_size=20))
def test_no_end_is_given_twice_and_no_confidence_is_out_of_bounds(
    scores: dict[tuple[int, int], float],
) -> None:
    choices = choose(scores)
    taken = [choice for choice in choices if choice.chosen]
    assert len({choice.foot for choice in taken}) == len({choice.head for choice in taken}) == len(taken)
    assert all(0 <= choice.confidence <= 1 for choice in choices)
    assert all(choice.score > 0 for choice in taken)


def test_what_hangs_together_beyond_measure_is_still_settled() -> None:
    many = TOGETHER + 20
    scores = {(foot, head): 9.0 if foot == head else 1.0 for foot in range(many) for head in range(many)}
    assert chosen(scores) == {at: at for at in range(many)}
    assert all(choice.margin == 8.0 for choice in choose(scores) if choice.chosen)
