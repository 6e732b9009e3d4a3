"""Which ends are weighed against each other."""

from linking.issues import BRIDGE, BRIDGE_ON, OTHER, compared
from paperparse.linking.candidates import ELSEWHERE, MOST, pages_named

TO = "（下转第二版）"
FROM = "（上接第一版）"


def test_ends_that_name_each_other_are_weighed() -> None:
    found = compared(BRIDGE + TO, FROM + BRIDGE_ON)
    marked = [
        (foot, head) for foot, head in found.pairs if found.feet[foot].marked and found.heads[head].marked
    ]
    assert len(marked) == 1


def test_no_end_is_weighed_against_one_of_its_own_page() -> None:
    found = compared(BRIDGE + TO + "\n\n\n" + FROM + BRIDGE_ON, OTHER)
    pages = [
        (found.parts[found.feet[foot].part].page, found.parts[found.heads[head].part].page)
        for foot, head in found.pairs
    ]
    assert all(one != two for one, two in pages)


def test_a_page_given_twice_counts_once() -> None:
    first, second = BRIDGE + TO, FROM + BRIDGE_ON
    found = compared(first, second, first)
    assert found.copies == {2: 0}
    tally = pages_named(found.parts, found.names, frozenset(found.copies))
    assert (tally.goes[0, 1], tally.comes[0, 1]) == (1, 1)
    assert not any(found.parts[foot.part].page == 2 for foot in found.feet)


def test_a_foot_is_weighed_against_a_bounded_number_of_heads() -> None:
    tails = "\n\n\n".join(f"{FROM}{chr(0x4E00 + at)}车，两岸居民不用绕行{at}次。" for at in range(120))
    found = compared(BRIDGE + TO, tails)
    counts = [sum(one == foot for one, _ in found.pairs) for foot in range(len(found.feet))]
    assert max(counts, default=0) <= MOST + ELSEWHERE
