import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperparse.articles.grams import FLOOR, Rarity, cohesion, grams_of, share, telling
from paperparse.text.pairs import common_pairs

BRIDGE = grams_of("新桥建成通车")
HARVEST = grams_of("田野秋收开镰")
texts = st.text(st.sampled_from("新桥通车田野秋收，12 A"), max_size=12)
pages = st.lists(texts.map(grams_of), min_size=1, max_size=6)


def likelihood(rarity: Rarity, text: frozenset[str], body: frozenset[str]) -> float:
    return rarity.likelihoods(text, [body])[0]


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


def test_the_common_pairs_are_read_once() -> None:
    assert common_pairs() is common_pairs()


def test_the_commonest_pairs_are_known_beforehand() -> None:
    known = common_pairs()
    assert known["发展"] > known["世界"] > known["上的"] > known["一代"] > 0
    assert "田野" not in known


@pytest.mark.parametrize("word", ["田野", "12", "3.5%", "GDP"])
def test_what_is_not_common_counts_one(word: str) -> None:
    assert telling(frozenset([word])) == 1


def test_the_rarer_a_pair_the_more_it_tells() -> None:
    assert (
        1
        == telling(frozenset(["田野"]))
        > telling(frozenset(["一代"]))
        > telling(frozenset(["上的"]))
        > telling(frozenset(["世界"]))
        > telling(frozenset(["发展"]))
    )
    assert telling(frozenset(["发展"])) > 0


def test_what_several_pairs_tell_adds_up() -> None:
    assert telling(frozenset()) == 0
    assert telling(frozenset(["田野", "发展"])) == pytest.approx(
        telling(frozenset(["田野"])) + telling(frozenset(["发展"]))
    )


def test_what_pairs_tell_does_not_depend_on_their_order() -> None:
    known = sorted(common_pairs())[:200]
    assert telling(frozenset(known)) == telling(frozenset(reversed(known)))


def test_a_pair_that_is_rare_on_the_page_speaks_louder() -> None:
    rarity = Rarity.over([BRIDGE, BRIDGE | HARVEST, BRIDGE])
    held = BRIDGE | HARVEST
    assert likelihood(rarity, frozenset({"田野"}), held) > likelihood(rarity, frozenset({"新桥"}), held)


def test_a_pair_that_is_common_in_the_language_speaks_softer() -> None:
    body = BRIDGE | {"发展", "一代"}
    rarity = Rarity.over([body, HARVEST])
    gains = [likelihood(rarity, frozenset({gram}), body) for gram in ("新桥", "一代", "发展")]
    assert gains == sorted(gains, reverse=True)
    assert gains[0] > gains[1] > gains[2]


def test_the_more_bodies_a_page_has_the_less_the_table_counts() -> None:
    body = BRIDGE | {"发展"}
    few = Rarity.over([body, HARVEST])
    many = Rarity.over([body, *[HARVEST] * 8])
    asked = frozenset({"发展"})
    assert likelihood(many, asked, body) > likelihood(few, asked, body)


def test_asking_for_a_pair_does_not_count_it() -> None:
    rarity = Rarity.over([BRIDGE])
    likelihood(rarity, HARVEST, BRIDGE)
    assert rarity == Rarity.over([BRIDGE])


def test_a_headline_is_likelier_to_be_of_the_body_it_shares_with() -> None:
    bodies = [grams_of("今天新桥建成正式通车"), grams_of("今年田野秋收早早开镰"), grams_of("今天开会")]
    rarity = Rarity.over(bodies)
    gains = [likelihood(rarity, BRIDGE, body) for body in bodies]
    assert gains[0] > 0
    assert gains[0] > max(gains[1:])


def test_a_pair_that_every_body_holds_says_little() -> None:
    common = [grams_of("我市新桥通车"), grams_of("我市田野秋收"), grams_of("我市召开会议")]
    rarity = Rarity.over(common)
    assert likelihood(rarity, grams_of("我市"), common[0]) < likelihood(rarity, grams_of("新桥"), common[0])


def test_a_text_that_shares_nothing_speaks_against_a_body_down_to_the_floor() -> None:
    rarity = Rarity.over([BRIDGE, HARVEST])
    assert FLOOR <= likelihood(rarity, grams_of("天地玄黄宇宙洪荒日月盈昃"), BRIDGE) < 0


def test_a_text_without_pairs_says_nothing() -> None:
    assert likelihood(Rarity.over([BRIDGE]), frozenset(), BRIDGE) == 0
    assert share(frozenset(), BRIDGE) == 0


def test_a_page_without_bodies_can_be_asked() -> None:
    rarity = Rarity.over([])
    assert math.isfinite(likelihood(rarity, BRIDGE, frozenset()))


def test_the_share_is_all_nothing_or_between() -> None:
    assert share(BRIDGE, BRIDGE) == pytest.approx(1)
    assert share(HARVEST, BRIDGE) == 0
    assert 0 < share(BRIDGE | HARVEST, BRIDGE) < 1


def test_a_common_pair_is_less_of_a_text_than_a_rare_one() -> None:
    text = frozenset({"田野", "发展"})
    assert share(text, frozenset({"田野"})) > 0.5 > share(text, frozenset({"发展"})) > 0


def test_paragraphs_with_more_in_common_hold_closer() -> None:
    assert cohesion([BRIDGE], [HARVEST]) == 0
    assert cohesion([BRIDGE], [BRIDGE]) > cohesion([BRIDGE], [BRIDGE | HARVEST]) > 0


def test_common_pairs_hold_paragraphs_together_less_than_rare_ones() -> None:
    rest = (frozenset({"稻谷", "秋收"}), frozenset({"大桥", "通车"}))
    rare, common = ([text | {gram} for text in rest] for gram in ("田野", "发展"))
    assert cohesion(rare[:1], rare[1:]) > cohesion(common[:1], common[1:]) > 0


def test_paragraphs_of_a_run_count_as_one_text() -> None:
    assert cohesion([BRIDGE, HARVEST], [BRIDGE]) == cohesion([BRIDGE | HARVEST], [BRIDGE])


def test_nothing_coheres_with_nothing() -> None:
    assert cohesion([], []) == cohesion([BRIDGE], []) == cohesion([], [BRIDGE]) == 0


@given(pages, texts.map(grams_of), st.data())
def test_measures_stay_in_their_bounds(
    page: list[frozenset[str]], text: frozenset[str], data: st.DataObject
) -> None:
    rarity = Rarity.over(page)
    body = data.draw(st.sampled_from(page))
    assert 0 <= telling(text) <= len(text)
    assert 0 <= share(text, body) <= 1 + 1e-9
    assert FLOOR <= likelihood(rarity, text, body) < math.inf


@given(pages, pages)
def test_cohesion_is_the_same_from_either_side(
    left: list[frozenset[str]], right: list[frozenset[str]]
) -> None:
    assert cohesion(left, right) == pytest.approx(cohesion(right, left))
    assert 0 <= cohesion(left, right) <= 10
