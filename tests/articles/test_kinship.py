from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from paperparse.articles.grams import cohesion, grams_of, telling
from paperparse.articles.kinship import Kinship, held_by

REACH = 3
pages = st.lists(st.text(st.sampled_from("新桥通车田野秋"), max_size=9).map(grams_of), min_size=2, max_size=9)


def union(texts: list[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*texts)


@given(pages)
def test_runs_side_by_side_share_what_they_share_as_wholes(texts: list[frozenset[str]]) -> None:
    kin = Kinship.of(texts, set(), REACH)
    for low, middle, high in combinations(range(len(texts) + 1), 3):
        if middle - low > REACH or high - middle > REACH:
            continue
        upper, lower = union(texts[low:middle]), union(texts[middle:high])
        assert kin.weight(low, middle) == telling(upper)
        assert kin.shared(low, middle, high) == telling(upper & lower)
        shared, least = kin.cohesion(low, middle, high)
        assert shared == cohesion(texts[low:middle], texts[middle:high])
        assert least == min(telling(upper), telling(lower))


@given(pages, st.integers(0, 7))
def test_a_stop_may_stand_between_two_runs(texts: list[frozenset[str]], stop: int) -> None:
    stop %= len(texts) - 1
    kin = Kinship.of(texts, {stop}, REACH)
    low, high = max(stop + 1 - REACH, 0), min(stop + 1 + REACH, len(texts))
    shared = telling(union(texts[low : stop + 1]) & union(texts[stop + 1 : high]))
    assert kin.shared(low, stop + 1, high) == shared


def test_no_further_paragraphs_are_compared_than_two_runs_hold() -> None:
    texts = [grams_of("新桥通车")] * 20
    assert [len(links) for links in Kinship.of(texts, set(), REACH).links][:2] == [2 * REACH - 1] * 2
    assert [len(links) for links in Kinship.of(texts, {0, 1, 2}, REACH).links][:4] == [1, 1, 5, 5]


def test_few_words_are_looked_up_in_paragraphs() -> None:
    texts = [grams_of("新桥通车"), grams_of("田野")]
    assert held_by(grams_of("新桥，田野，秋收"), texts) == grams_of("新桥，田野")
    assert held_by(grams_of("新桥"), []) == frozenset()
