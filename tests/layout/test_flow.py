"""How well one part of a row is read after another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperparse.layout.flow import Manner, Turn, Words, evidence, flow, load_weights, meeting, words_of
from paperparse.layout.seams import pairs_of, triples_of

PAGE = "新桥今天通车\n两岸来往只要三分\n钟，渡口从此停航。\n三分钟"


def part(words: str, *, off: float = 0.0, fresh: bool = False, run: str = "text") -> Words:
    return words_of(0, words, off, left=True, fresh=fresh, run=run)


@pytest.mark.parametrize(
    ("words", "close", "start"),
    [
        ("渡口从此停航。", "ends", "plain"),
        ("，两岸来往只要", "open", "cannot"),
        ("■记者从现场了解到，", "clause", "own"),
    ],
)
def test_parts_are_described_by_how_they_begin_and_end(words: str, close: str, start: str) -> None:
    assert (part(words).close, part(words).start) == (close, start)


@pytest.mark.parametrize(
    ("off", "fresh", "shape"),
    [(0.0, False, "full"), (-2.0, False, "short"), (-2.0, True, "full"), (5.0, False, "wide")],
)
def test_a_line_that_stands_in_may_be_short(off: float, fresh: bool, shape: str) -> None:  # noqa: FBT001
    assert part("两岸来往", off=off, fresh=fresh).shape == shape


def test_a_word_that_is_broken_goes_on_where_the_page_has_it_whole() -> None:
    pairs, triples = pairs_of(PAGE), triples_of(PAGE)
    one = part("两岸来往只要三分")
    goes_on, strange = part("钟，渡口从此停航。"), part("航从，钟渡口此停。")
    assert meeting("tight", one, goes_on, pairs, triples) == "inner open seam long"

    def worth(two: Words) -> float:
        return flow(Turn.TIGHT, one, two, pairs, triples, indents=True)

    assert worth(goes_on) > worth(strange)


def test_an_open_sentence_does_not_go_on_in_a_headline_below_a_blank_row() -> None:
    pairs, triples = pairs_of(PAGE), triples_of(PAGE)
    one, two = part("两岸来往只要三分"), part("今日天气", off=-5.0, run="show")
    assert flow(Turn.GAP, one, two, pairs, triples, indents=True) < flow(
        Turn.EXIT, part("渡口从此停航。", off=-4.0), two, pairs, triples, indents=True
    )


HAN = st.text(st.sampled_from("甲乙丙丁"), min_size=1, max_size=3)


@given(st.text(st.sampled_from("甲乙丙丁"), max_size=12), HAN, HAN)
def test_a_seam_is_long_where_the_page_has_it_with_one_character_more(page: str, one: str, two: str) -> None:
    foot, head = part(one), part(two)
    name = meeting(Turn.TIGHT, foot, head, pairs_of(page), triples_of(page))
    known = one[-1] + two[0] in page and (one[-2:] + two[0] in page or one[-1] + two[:2] in page)
    assert name.endswith("long") == known


@pytest.mark.parametrize("how", [*Turn, *Manner])
def test_what_is_seen_is_named_in_the_table(how: str) -> None:
    one, two = part("两岸来往只要三分"), part("钟，渡口从此停航了吗")
    assert set(evidence(how, one, two, indents=True)) & load_weights().keys()
