"""How much two parts speak of the same things."""

from paperparse.articles.grams import Rarity, grams_of
from paperparse.linking.echo import Echo

BRIDGE = grams_of("谭宁在新桥桥头看到人行道已经开放")
BRIDGE_ON = grams_of("新桥的人行道昨天开放谭宁说")
CHESS = grams_of("少年宫的棋赛昨天落幕孙欣夺冠")
ALIKE = grams_of("据了解少年宫的轻轨昨天落幕")


def echo() -> Echo:
    return Echo(Rarity.over([BRIDGE, BRIDGE_ON, CHESS, ALIKE]))


def test_parts_of_one_article_share_what_is_rare() -> None:
    one = echo()
    assert one.between(BRIDGE, BRIDGE_ON)[0] > one.between(BRIDGE, CHESS)[0]
    assert one.between(BRIDGE, grams_of("轻轨")) == (0.0, 0.0)


def test_what_others_have_too_says_little() -> None:
    few = Echo(Rarity.over([CHESS, ALIKE, BRIDGE]))
    many = Echo(Rarity.over([CHESS, ALIKE, BRIDGE, ALIKE, ALIKE]))
    assert many.between(CHESS, ALIKE)[0] < few.between(CHESS, ALIKE)[0]


def test_a_long_phrase_counts_once() -> None:
    pairs, phrases = echo().between(CHESS, ALIKE)
    assert 0 < phrases < pairs


def test_it_does_not_matter_which_part_comes_first() -> None:
    assert echo().between(BRIDGE, BRIDGE_ON) == echo().between(BRIDGE_ON, BRIDGE)


def test_the_cosine_is_the_first_of_both() -> None:
    one = echo()
    assert one.cosine(BRIDGE, BRIDGE_ON) == one.between(BRIDGE, BRIDGE_ON)[0]
    assert one.cosine(BRIDGE, grams_of("轻轨")) == 0
