"""How well one part of a row is read after another."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from paperparse.layout.closings import link_evidence
from paperparse.layout.flow import Manner, Turn, Words, load_weights, meeting, weight, words_of
from paperparse.layout.seams import pairs_and_triples_of
from paperparse.layout.strips import Side, Strips

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


def rows_of(page: str) -> Strips:
    """Rows by what is said in them."""
    pairs, triples = pairs_and_triples_of(page)
    none = Side(())
    return Strips((), (), (), (), indents=True, pairs=pairs, triples=triples, lefts=none, rights=none)


def worth(how: str, one: Words, two: Words) -> float:
    """What it is worth to read a part after another."""
    names, kin = link_evidence(rows_of(PAGE), how, one, two)
    return sum(map(weight, names.once)) + weight(names.kin) * kin


def test_a_word_that_is_broken_goes_on_where_the_page_has_it_whole() -> None:
    one = part("两岸来往只要三分")
    goes_on, strange = part("钟，渡口从此停航。"), part("航从，钟渡口此停。")
    assert "inner open seam long" in link_evidence(rows_of(PAGE), Turn.TIGHT, one, goes_on)[0].once
    assert worth(Turn.TIGHT, one, goes_on) > worth(Turn.TIGHT, one, strange)


def test_an_open_sentence_does_not_go_on_in_a_headline_below_a_blank_row() -> None:
    one, two = part("两岸来往只要三分"), part("今日天气", off=-5.0, run="show")
    assert worth(Turn.GAP, one, two) < worth(Turn.EXIT, part("渡口从此停航。", off=-4.0), two)


HAN = st.text(st.sampled_from("甲乙丙丁"), min_size=1, max_size=3)


@given(st.text(st.sampled_from("甲乙丙丁"), max_size=12), HAN, HAN)
def test_a_seam_is_long_where_the_page_has_it_with_one_character_more(page: str, one: str, two: str) -> None:
    known = one[-1] + two[0] in page and (one[-2:] + two[0] in page or one[-1] + two[:2] in page)
    assert (meeting(part(one), part(two), *pairs_and_triples_of(page)) == "long") == known


def test_a_part_that_ends_a_sentence_meets_nothing() -> None:
    assert not meeting(part("渡口从此停航。"), part("钟"), *pairs_and_triples_of(PAGE))


@pytest.mark.parametrize("how", [*Turn, *Manner])
def test_what_is_seen_is_named_in_the_table(how: str) -> None:
    one, two = part("两岸来往只要三分"), part("钟，渡口从此停航了吗")
    names, _ = link_evidence(rows_of(PAGE), how, one, two)
    assert set(names.once) & load_weights().keys()
    assert (names.kin in load_weights()) == (how != Turn.TIGHT)


@pytest.mark.parametrize("how", [*Turn, *Manner])
def test_of_a_part_that_holds_columns_the_last_of_them_is_left_but_in_its_own_column(how: str) -> None:
    last, two = part("渡口从此停航。"), part("钟，渡口从此停航了吗")
    one = evolve(part("两岸来往只要三分"), outer=last)
    left = last if how in {Turn.EXIT, *Manner} else evolve(one, outer=None)
    assert link_evidence(rows_of(PAGE), how, one, two) == link_evidence(rows_of(PAGE), how, left, two)
