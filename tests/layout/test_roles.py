from itertools import pairwise, product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperparse.conventions import load
from paperparse.layout.evidence import load_weights, observe_page
from paperparse.layout.marking import mark_lines
from paperparse.layout.roles import ROLES, Reading, Role, Weights, read_roles
from paperparse.options import Options
from paperparse.text.fold import fold
from paperparse.text.lines import split_lines

NAMES = ("a", "b", "c")
dice = st.randoms(use_true_random=True, note_method_calls=True)
pages = st.lists(
    st.tuples(st.sets(st.sampled_from(NAMES), min_size=1), st.integers(0, 4)), min_size=1, max_size=3
)
Lines = list[tuple[set[str], int]]


def table(random: Random, allowed: tuple[Role, ...] = ROLES) -> Weights:
    """Weights thrown with dice, whole numbers so that sums are exact; other roles are out of the question."""

    def row() -> tuple[float, ...]:
        return tuple(float(random.randint(-5, 5)) if role in allowed else -1000.0 for role in ROLES)

    return Weights(
        emission={name: row() for name in NAMES},
        transition=tuple(tuple(row() for _ in ROLES) for _ in range(3)),
        opening=row(),
        closing=row(),
    )


def worth(path: tuple[Role, ...], lines: Lines, weights: Weights) -> float:
    total = weights.opening[path[0]] + weights.closing[path[-1]]
    total += sum(
        weights.emission[name][role] for role, (seen, _) in zip(path, lines, strict=True) for name in seen
    )
    for (before, after), (_, gap) in zip(pairwise(path), lines[1:], strict=True):
        total += weights.transition[min(gap, 2)][before][after]
    return total


def reading_of(text: str) -> Reading:
    lines = split_lines(text)
    folded = fold(text)
    marks = mark_lines(text, folded, lines, load(Options().conventions))
    return read_roles(observe_page(folded, lines, marks), [line.gap for line in lines], load_weights())


def read(text: str) -> list[Role]:
    return list(reading_of(text).roles)


@given(dice, pages)
def test_the_path_found_is_the_best_of_all(random: Random, lines: Lines) -> None:
    weights = table(random)
    reading = read_roles([tuple(seen) for seen, _ in lines], [gap for _, gap in lines], weights)
    best = max(worth(path, lines, weights) for path in product(ROLES, repeat=len(lines)))
    assert worth(reading.roles, lines, weights) == best


@given(
    dice,
    st.lists(
        st.tuples(st.sets(st.sampled_from(NAMES), min_size=1), st.integers(0, 4)), min_size=4, max_size=6
    ),
)
def test_the_best_path_of_few_roles_is_found_over_more_lines(random: Random, lines: Lines) -> None:
    few = (Role.FIRST, Role.LAST, Role.DISPLAY)
    weights = table(random, few)
    reading = read_roles([tuple(seen) for seen, _ in lines], [gap for _, gap in lines], weights)
    best = max(worth(path, lines, weights) for path in product(few, repeat=len(lines)))
    assert worth(reading.roles, lines, weights) == best


@given(
    dice,
    st.lists(
        st.tuples(st.sets(st.sampled_from(NAMES), min_size=1), st.integers(0, 4)), min_size=1, max_size=9
    ),
)
def test_a_margin_is_what_the_best_path_loses_by_another_role_on_one_line(
    random: Random, lines: Lines
) -> None:
    weights = table(random)
    reading = read_roles([tuple(seen) for seen, _ in lines], [gap for _, gap in lines], weights)
    best = worth(reading.roles, lines, weights)
    for at, (role, margin) in enumerate(zip(reading.roles, reading.margins, strict=True)):
        others = [
            (*reading.roles[:at], other, *reading.roles[at + 1 :]) for other in ROLES if other is not role
        ]
        assert margin == best - max(worth(path, lines, weights) for path in others)
        # no path is better than the best one, so neither is one that differs from it in one line
        assert margin >= 0


@given(
    st.lists(
        st.sampled_from(["天地玄黄。", "天" * 16, "□记者 谭宁", "“天地", "天" * 16 + "。", "天地，", ""]),
        max_size=20,
    )
)
def test_no_margin_is_negative_with_the_weights_shipped(parts: list[str]) -> None:
    text = "\n".join(parts)
    reading = reading_of(text)
    assert len(reading.roles) == len(reading.margins) == len(split_lines(text))
    assert all(margin > -1e-9 for margin in reading.margins)


def test_a_page_without_lines_has_no_roles() -> None:
    reading = read_roles([], [], load_weights())
    assert (reading.roles, reading.margins) == ((), ())


def test_an_observation_without_a_row_is_an_error_and_not_silence() -> None:
    with pytest.raises(KeyError):
        read_roles([("no such row",)], [0], load_weights())


def test_every_gap_beyond_one_is_the_same_gap() -> None:
    seen = [("a",), ("b",), ("c",)]
    weights = table(Random(7))  # noqa: S311  # dice, not keys
    assert read_roles(seen, [0, 2, 2], weights) == read_roles(seen, [0, 3, 99], weights)


def test_roles_of_a_plain_page() -> None:
    page = (
        "新桥今日建成通车\n\n□记者 谭宁\n\n"
        "　　今天上午，横跨两岸的新桥\n正式建成通车，两岸市民从此往来\n"
        "更加方便，许多人专程赶来一睹新\n桥风采。\n"
        "　　新桥全长三公里，双向六条\n车道，是本市建设难度最大的桥梁\n"
        "之一，由本地企业自行设计，历时\n三年建成。"
    )
    body = [Role.FIRST, Role.INNER, Role.INNER, Role.LAST]
    assert read(page) == [Role.DISPLAY, Role.BYLINE, *body, *body]


def test_roles_of_a_page_that_is_not_wrapped() -> None:
    page = (
        "新桥今日建成通车\n\n"
        "今天上午，横跨两岸的新桥正式建成通车，两岸市民从此往来更加方便，许多人专程赶来一睹新桥风采。他们说，这一天等了很久。\n\n"
        "新桥全长三公里，双向六条车道，是本市建设难度最大的桥梁之一，由本地企业自行设计，历时三年建成。工程师说，这很不容易。"
    )
    assert read(page) == [Role.DISPLAY, Role.ONLY, Role.ONLY]


def test_a_jump_line_alone_is_a_jump() -> None:
    page = "今天上午，横跨两岸的新桥正式建成通车，两岸市民从此往来更加方便。\n\n（下转第二版）"
    assert read(page)[-1] is Role.JUMP
