import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import paperparse as pp
from paperparse.articles.confidence import CERTAIN, chance_of, confidence_of, doubts_of, load_curves
from paperparse.trace import trace_page

MARGINS = st.dictionaries(st.sampled_from(sorted(load_curves())), st.floats(-50, 50), max_size=6)
PAGE = """新桥今日通车

□记者 谭宁
本报5月12日讯 今天上午，横跨两岸的新桥建成通车，两岸往来更加方便。

秋收开镰

□记者 王娇
本报5月12日讯 记者从农业部门获悉，全市水稻今天开镰收割，预计月底完成。
"""


@given(MARGINS)
def test_a_confidence_is_a_chance(margins: dict[str, float]) -> None:
    assert 0 <= confidence_of(margins) <= 1


@given(MARGINS, st.floats(0, 10))
def test_a_wider_margin_never_makes_less_sure(margins: dict[str, float], more: float) -> None:
    wider = {kind: margin + more for kind, margin in margins.items()}
    assert confidence_of(wider) >= confidence_of(margins)


@given(MARGINS)
def test_the_factors_multiply_and_the_most_doubtful_comes_first(margins: dict[str, float]) -> None:
    doubts = doubts_of(margins)
    assert {doubt.kind for doubt in doubts} == margins.keys()
    assert [doubt.chance for doubt in doubts] == sorted(doubt.chance for doubt in doubts)
    assert math.isclose(math.prod(doubt.chance for doubt in doubts), confidence_of(margins), abs_tol=1e-4)


def test_what_is_beyond_certainty_counts_no_more() -> None:
    assert chance_of(CERTAIN, 0.0, 1.0) == chance_of(1e9, 0.0, 1.0) < 1
    assert chance_of(-1e9, 0.0, 1.0) == chance_of(-CERTAIN, 0.0, 1.0) > 0


@pytest.mark.parametrize("kind", sorted(load_curves()))
def test_no_curve_falls_with_its_margin(kind: str) -> None:
    assert load_curves()[kind][1] >= 0


def test_the_trace_tells_the_factors_of_the_confidence_users_get() -> None:
    page = pp.parse(PAGE)
    told = {one.article: one for one in trace_page(PAGE).sureness}
    assert {article.id: article.confidence for article in page.articles} == {
        name: one.confidence for name, one in told.items()
    }
    assert {doubt.kind for one in told.values() for doubt in one.doubts} >= {"borders", "lines", "headlines"}


def test_an_article_without_a_headline_is_less_sure_than_with_one() -> None:
    with_one = pp.parse("新桥今日通车\n\n本报5月12日讯 今天上午，横跨两岸的新桥建成通车。").articles[0]
    without = pp.parse("本报5月12日讯 今天上午，横跨两岸的新桥建成通车。").articles[0]
    assert {doubt.kind for doubt in trace_page(without.text).sureness[0].doubts} >= {"headless"}
    assert 0 < without.confidence < 1
    assert 0 < with_one.confidence < 1
