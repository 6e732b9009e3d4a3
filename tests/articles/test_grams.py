import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperparse.articles.grams import FLOOR, Rarity, cohesion, grams_of

BRIDGE = grams_of("新桥建成通车")
HARVEST = grams_of("田野秋收开镰")
texts = st.text(st.sampled_from("新桥通车田野秋收，12 A"), max_size=12)
pages = st.lists(texts.map(grams_of), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("", set()),
        ("新", set()),
        ("新桥", {"新桥"}),
        ("新桥通车", {"新桥", "桥通", "通车"}),
        ("新桥，通车", {"新桥", "通车"}),
        ("新 桥", {"新桥"}),
        ("新桥\n通车", {"新桥", "通车"}),
        ("5日", set()),
        ("12日", {"12"}),
        ("3.5%和80%", {"3.5%", "80%"}),
        ("GDP增长", {"GDP", "增长"}),
        ("A区", set()),
        ("——“”（）", set()),
        ("𠀀𠀁", {"𠀀𠀁"}),
    ],
)
def test_what_is_compared_of_a_text(text: str, grams: set[str]) -> None:
    assert grams_of(text) == grams


def test_rarity_counts_texts_and_not_how_often_each_says_it() -> None:
    rarity = Rarity.over([grams_of("新桥新桥"), grams_of("新桥"), HARVEST])
    assert rarity.size == 3
    assert rarity.counts["新桥"] == 2
    assert rarity.counts["田野"] == 1


def test_the_rarer_a_pair_the_more_it_weighs() -> None:
    rarity = Rarity.over([BRIDGE, BRIDGE | HARVEST, BRIDGE])
    assert rarity.weight("没有") >= rarity.weight("田野") > rarity.weight("新桥") > 0


def test_asking_for_a_pair_does_not_count_it() -> None:
    rarity = Rarity.over([BRIDGE])
    rarity.weight("没有")
    rarity.likelihood(HARVEST, BRIDGE)
    assert rarity == Rarity.over([BRIDGE])


def test_a_headline_is_likelier_to_be_of_the_body_it_shares_with() -> None:
    bodies = [grams_of("今天新桥建成正式通车"), grams_of("今年田野秋收早早开镰"), grams_of("今天开会")]
    rarity = Rarity.over(bodies)
    gains = [rarity.likelihood(BRIDGE, body) for body in bodies]
    assert gains[0] > 0
    assert gains[0] > max(gains[1:])


def test_a_pair_that_every_body_holds_says_little() -> None:
    common = [grams_of("我市新桥通车"), grams_of("我市田野秋收"), grams_of("我市召开会议")]
    rarity = Rarity.over(common)
    assert rarity.likelihood(grams_of("我市"), common[0]) < rarity.likelihood(grams_of("新桥"), common[0])


def test_a_text_that_shares_nothing_speaks_against_a_body_down_to_the_floor() -> None:
    rarity = Rarity.over([BRIDGE, HARVEST])
    assert FLOOR <= rarity.likelihood(grams_of("天地玄黄宇宙洪荒日月盈昃"), BRIDGE) < 0


def test_a_text_without_pairs_says_nothing() -> None:
    assert Rarity.over([BRIDGE]).likelihood(frozenset(), BRIDGE) == 0
    assert Rarity.over([BRIDGE]).share(frozenset(), BRIDGE) == 0


def test_a_page_without_bodies_can_be_asked() -> None:
    rarity = Rarity.over([])
    assert math.isfinite(rarity.weight("新桥"))
    assert math.isfinite(rarity.likelihood(BRIDGE, frozenset()))


def test_the_share_is_all_nothing_or_between() -> None:
    rarity = Rarity.over([BRIDGE, HARVEST])
    assert rarity.share(BRIDGE, BRIDGE) == pytest.approx(1)
    assert rarity.share(HARVEST, BRIDGE) == 0
    assert 0 < rarity.share(BRIDGE | HARVEST, BRIDGE) < 1


def test_paragraphs_with_more_in_common_hold_closer() -> None:
    rarity = Rarity.over([BRIDGE, HARVEST])
    assert cohesion(rarity, [BRIDGE], [HARVEST]) == 0
    assert cohesion(rarity, [BRIDGE], [BRIDGE]) > cohesion(rarity, [BRIDGE], [BRIDGE | HARVEST]) > 0


@given(pages, texts.map(grams_of), st.data())
def test_measures_stay_in_their_bounds(
    page: list[frozenset[str]], text: frozenset[str], data: st.DataObject
) -> None:
    rarity = Rarity.over(page)
    body = data.draw(st.sampled_from(page))
    assert all(rarity.weight(gram) > 0 for gram in text)
    assert 0 <= rarity.share(text, body) <= 1 + 1e-9
    assert FLOOR <= rarity.likelihood(text, body) < math.inf


@given(pages, pages)
def test_cohesion_is_the_same_from_either_side(
    left: list[frozenset[str]], right: list[frozenset[str]]
) -> None:
    rarity = Rarity.over([*left, *right])
    assert cohesion(rarity, left, right) == pytest.approx(cohesion(rarity, right, left))
    assert 0 <= cohesion(rarity, left, right) <= 10
