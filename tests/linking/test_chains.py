"""The ends of a chain are compared by all that is known of its article."""

from attrs import evolve

from linking.issues import BRIDGE, OTHER, compared
from paperparse.linking.chains import weigh_again
from paperparse.linking.choice import Choice
from paperparse.linking.compare import Comparison, settle

FIRST = BRIDGE + "（下转第二版）"
SECOND = "（上接第一版）车。（下转第三版）"
THIRD = OTHER + "\n\n\n（上接第二版）谭宁在桥头看到，新桥的人行道已经开放，两岸居民不用再绕行。"


def joined(found: Comparison, one: int, two: int) -> tuple[int, int]:
    """The pair of the foot of one page and the head of another that are both marked."""
    return next(
        (foot, head)
        for foot, head in found.pairs
        if found.parts[found.feet[foot].part].page == one
        and found.parts[found.heads[head].part].page == two
        and found.feet[foot].marked
        and found.heads[head].marked
    )


def test_a_short_middle_part_speaks_with_its_beginning() -> None:
    found = compared(FIRST, SECOND, THIRD)
    foot, head = joined(found, 0, 1)
    onward = joined(found, 1, 2)
    sure = [Choice(foot, head, 9.0, 9.0, chosen=True)]
    again = weigh_again(found.feet, found.heads, found.pairs, sure, found.desk)
    assert found.pairs[onward]["echo"] == 0 < again[onward]["echo"]


def test_nothing_sure_changes_nothing() -> None:
    found = compared(FIRST, SECOND, THIRD)
    foot, head = joined(found, 0, 1)
    weak = [Choice(foot, head, 1.0, 1.0, chosen=True)]
    assert weigh_again(found.feet, found.heads, found.pairs, weak, found.desk) == found.pairs


def test_two_ends_of_one_chain_that_are_not_joined_stay_as_they_were() -> None:
    found = compared(FIRST, SECOND, THIRD)
    links = [joined(found, 0, 1), joined(found, 1, 2)]
    sure = [Choice(foot, head, 9.0, 9.0, chosen=True) for foot, head in links]
    backward = (links[1][0], links[0][1])  # the foot of the second page and the head that opens it
    pairs = {**found.pairs, backward: {"shared": 1.0}}
    again = weigh_again(found.feet, found.heads, pairs, sure, found.desk)
    assert again[backward] == {"shared": 1.0}
    assert again[links[1]] != found.pairs[links[1]]


def test_links_that_go_round_come_to_an_end() -> None:
    found = compared(FIRST, SECOND.replace("三", "一"), THIRD)
    there = joined(found, 0, 1)
    back = (found.feet.index(next(one for one in found.feet if one.part != found.feet[there[0]].part)), 0)
    heads = (evolve(found.heads[there[1]], part=found.feet[there[0]].part), *found.heads)
    sure = [
        Choice(there[0], there[1] + 1, 9.0, 9.0, chosen=True),
        Choice(back[0], 0, 9.0, 9.0, chosen=True),
    ]
    assert weigh_again(found.feet, heads, {(there[0], there[1] + 1): {}}, sure, found.desk)


def test_all_parts_of_a_chain_are_chosen() -> None:
    found, choices = settle(compared(FIRST, SECOND, THIRD))
    chosen = {(one.foot, one.head) for one in choices if one.chosen}
    assert {joined(found, 0, 1), joined(found, 1, 2)} <= chosen
