from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from paperparse.layout.behind import put_behind
from paperparse.layout.evidence import Mark
from paperparse.layout.roles import Role
from paperparse.layout.runs import Cast, find_runs
from paperparse.text.lines import Line, split_lines


def cast_of(text: str, shown: str = "题") -> Cast:
    """Lines that are running text, but for those that begin with a given character."""
    lines = split_lines(text)
    roles = [Role.DISPLAY if text[line.start] in shown else Role.INNER for line in lines]
    return Cast(text, lines, [Mark.NONE] * len(lines), roles)


def order(text: str, after: dict[int, int]) -> str:
    cast = cast_of(text)
    lines = put_behind(cast, find_runs(cast), after)
    return "" if lines is None else "".join(text[line.start] for line in lines)


def test_nothing_moves_where_runs_go_on_as_printed() -> None:
    assert order("甲\n\n乙\n\n丙", {0: 1, 1: 2}) == ""
    assert order("甲\n\n乙", {}) == ""


def test_a_column_given_first_comes_behind() -> None:
    assert order("题\n乙\n\n甲\n\n题\n丙", {1: 0}) == "题甲乙题丙"


def test_what_goes_on_as_printed_moves_with_it() -> None:
    assert order("乙\n\n丙\n\n甲\n\n丁", {2: 0, 0: 1}) == "甲乙丙丁"


def test_columns_read_across_are_read_down() -> None:
    assert order("甲\n\n丙\n\n乙\n\n丁", {0: 2, 2: 1, 1: 3}) == "甲乙丙丁"


def test_a_headline_stays_with_what_stands_below_it() -> None:
    assert order("乙\n\n题\n\n甲", {1: 0}) == "题甲乙"


def test_a_subhead_goes_with_what_stands_below_it() -> None:
    assert order("题\n乙。\n\n甲。", {1: 0}) == "甲题乙"
    assert order("题\n乙\n\n甲", {1: 0}) == "题甲乙"


def test_what_is_turned_to_has_no_gap_and_what_moves_away_leaves_one() -> None:
    cast = cast_of("乙\n甲\n\n\n丙")
    runs = find_runs(cast)
    lines = put_behind(cast, runs, {1: 0})
    assert lines is not None
    assert [line.gap for line in lines] == [2, 0, 0]


def gapless(line: Line) -> tuple[int, int]:
    return line.start, line.end


@given(st.lists(st.booleans(), min_size=1, max_size=12), st.data())
def test_every_line_comes_once(shown: list[bool], data: st.DataObject) -> None:
    text = "\n\n".join("题" if show else "文" for show in shown)
    cast = cast_of(text)
    runs = find_runs(cast)
    order_of = data.draw(st.permutations(range(len(runs))))
    cut = data.draw(st.sets(st.integers(0, max(len(runs) - 1, 0))))
    after = {one: two for at, (one, two) in enumerate(pairwise(order_of)) if at not in cut}
    lines = put_behind(cast, runs, after)
    if lines is not None:
        assert sorted(map(gapless, lines)) == sorted(map(gapless, cast.lines))
