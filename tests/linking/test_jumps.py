"""Jump lines counted from page to page."""

from collections import Counter

from linking.issues import BRIDGE, BRIDGE_ON, OTHER, compared
from paperparse.linking.jumps import Tally


def tally(goes: list[tuple[int, int]], comes: list[tuple[int, int]], *, astray: int = -1) -> Tally:
    return Tally(Counter(goes), Counter(comes), frozenset({astray} - {-1}))


def test_where_all_balance_all_is_settled() -> None:
    counted = tally([(0, 1), (0, 1), (0, 2)], [(0, 1), (0, 1), (0, 2)])
    assert counted.is_settled((0, 1))
    assert counted.is_settled((0, 2))


def test_a_misprint_leaves_two_lines_too_many() -> None:
    counted = tally([(0, 1), (0, 1)], [(0, 1), (0, 2)])
    assert not counted.is_lost((0, 1), onward=True)
    assert not counted.is_lost((0, 2), onward=False)


def test_two_misprints_may_name_each_others_pages() -> None:
    assert not tally([(0, 1), (2, 1)], [(0, 1), (0, 3)]).is_settled((0, 1))
    assert tally([(0, 1), (0, 2)], [(0, 1)]).is_settled((0, 1))


def test_a_line_too_many_with_no_other_in_question_has_one_that_was_lost() -> None:
    assert tally([(0, 1), (2, 3)], [(2, 3)]).is_lost((0, 1), onward=True)
    assert tally([(2, 3)], [(0, 1), (2, 3)]).is_lost((0, 1), onward=False)
    assert not tally([(0, 1)], [(0, 1)]).is_lost((0, 1), onward=True)


def test_a_line_that_leads_nowhere_may_be_the_misprint() -> None:
    assert tally([], [(0, 1)]).is_lost((0, 1), onward=False)
    assert not tally([], [(0, 1)], astray=0).is_lost((0, 1), onward=False)
    assert not tally([(0, 1)], [(0, 1), (0, 2)], astray=0).is_settled((0, 1))


def test_round_numbers_tell_jump_lines_to_one_page_apart() -> None:
    found = compared(
        f"{BRIDGE}（下转第二版①）\n\n\n{OTHER}（下转第二版②）",
        f"（上接第一版①）{BRIDGE_ON}\n\n\n（上接第一版②）棋手说棋赛明年再办。",
    )
    alike = {("numbered-alike" in seen, "numbered-apart" in seen) for seen in found.pairs.values()}
    assert alike == {(True, False), (False, True)}
