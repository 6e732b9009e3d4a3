import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import cast

from paperparse.articles.boundaries import gap_evidence
from paperparse.articles.grams import grams_of
from paperparse.articles.sheet import Sheet
from paperparse.articles.unsigned import RUN, describe_unsigned, measure_of
from paperparse.layout.reflow import PieceKind

BRIDGE = "今天上午，横跨两岸的新桥建成通车。"
BRIDGE_MORE = "新桥横跨两岸，今天通车以后两岸往来更加方便。"
HARVEST = "田野里的稻谷熟了，各乡秋收陆续开镰。"
HARVEST_MORE = "各乡稻谷丰收，秋收机械开进田野。"
SIGNED = ("新桥通车", "□记者 谭宁", BRIDGE_MORE)
NARROW = "稻谷熟了的田野\n里秋收开镰各乡\n丰收机械开进了\n田野。"
NAMES = {
    *("one-passage", "em", "wide", "glyph", "clauses", "colon", "fills", "over"),
    *("as-signed", "blank-above", "blank-page", "lead", "quote", "lines-alike", "width-alike"),
    *("not-first", "said-above", "told-below", "contrast", "skipping", "around"),
    *("roundup", "series-bond"),
}


def evidence(sheet: Sheet) -> list[dict[str, float]]:
    paragraphs = [at for at, piece in enumerate(sheet.pieces) if piece.kind is PieceKind.PARAGRAPH]
    grams = {at: grams_of(sheet.folded_of(sheet.pieces[at].lines)) for at in paragraphs}
    return [gap for gap in gap_evidence(sheet, paragraphs, grams) if "em" in gap]


def seen_in(*blocks: str, roles: str) -> list[dict[str, float]]:
    return evidence(cast("\n\n".join(blocks), roles))


def only(*blocks: str, roles: str) -> dict[str, float]:
    (seen,) = seen_in(*blocks, roles=roles)
    return seen


def test_all_is_described_of_an_unsigned_headline_and_nothing_of_a_signed_one() -> None:
    assert only(BRIDGE, "秋收开镰", HARVEST, roles="odo").keys() == NAMES | {"near-bond", "far-bond"}
    assert seen_in(BRIDGE, "秋收开镰", "□记者 王娇", HARVEST, roles="odbo") == []
    assert seen_in(BRIDGE, HARVEST, roles="oo") == []


def test_a_page_without_unsigned_headlines_needs_no_look() -> None:
    assert describe_unsigned(cast("", ""), (), (), ()) == {}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("秋收开镰", {"one-passage": 1, "em": 0.4, "wide": 0, "glyph": 0, "clauses": 0, "colon": 0}),
        ("各乡稻谷丰收秋收机械陆续开进田野", {"em": 1.6, "wide": 1}),
        ("秋收，开镰，丰收", {"clauses": 1}),
        ("各乡：秋收开镰", {"colon": 1}),
        ("■ 秋收开镰", {"glyph": 1}),
        ("“秋收开镰”", {"glyph": 0}),
    ],
)
def test_how_it_is_set_is_seen(words: str, expected: dict[str, float]) -> None:
    seen = only(BRIDGE, words, HARVEST, roles="odo")
    assert {name: seen[name] for name in expected} == pytest.approx(expected)


def test_several_passages_are_told_from_one() -> None:
    assert only(BRIDGE, "丰收", "各乡秋收陆续开镰", HARVEST, roles="oddo")["one-passage"] == 0


def test_a_subhead_that_wraps_where_the_column_does_fills_it() -> None:
    column = f"{NARROW}\n\n{{}}\n\n{NARROW}"
    full = cast(column.format("各乡秋收陆续开\n镰"), "fiilddfiil")
    loose = cast(column.format("各乡秋收\n陆续开镰"), "fiilddfiil")
    single = cast(column.format("各乡秋收陆续开"), "fiildfiil")
    assert [evidence(sheet)[0]["fills"] for sheet in (full, loose, single)] == [1, 0, 0]


def test_a_line_wider_than_the_column_below_is_no_subhead_of_it() -> None:
    wide, fitting = "各乡秋收今天陆续开镰", "各乡秋收"
    seen = [evidence(cast(f"{NARROW}\n\n{words}\n\n{NARROW}", "fiildfiil"))[0] for words in (wide, fitting)]
    assert [one["over"] for one in seen] == [1, 0]
    assert only(BRIDGE, wide, HARVEST, roles="odo")["over"] == 0  # no column to compare it with


def test_paragraphs_of_a_line_or_two_do_not_tell_the_measure() -> None:
    sheet = cast(f"{BRIDGE}\n{NARROW}", "ofiil")
    assert measure_of(sheet, 0) is None
    assert measure_of(sheet, 1) == 7


def test_blank_lines_above_are_measured_and_compared_with_the_signed_ones() -> None:
    signed = f"新桥通车\n□记者 谭宁\n{BRIDGE_MORE}"
    (alike,) = evidence(cast(f"{HARVEST}\n\n\n秋收开镰\n{BRIDGE}\n\n\n{signed}", "ododbo"))
    (other,) = evidence(cast(f"{HARVEST}\n秋收开镰\n{BRIDGE}\n\n\n{signed}", "ododbo"))
    assert (alike["blank-above"], other["blank-above"]) == (1, 0)
    assert (alike["blank-page"], other["blank-page"]) == (1, 0.5)
    # where all display groups are set alike that says nothing
    assert alike["as-signed"] == 0 > other["as-signed"]


def test_a_page_that_signs_nothing_has_no_habit() -> None:
    assert only(BRIDGE, "秋收开镰", HARVEST, roles="odo")["as-signed"] == 0


@pytest.mark.parametrize("head", ["近日，", "记者获悉，", "今天，"])
def test_the_opening_words_of_a_story_are_seen(head: str) -> None:
    assert only(BRIDGE, "秋收开镰", head + HARVEST, roles="odo")["lead"] == 1
    assert only(BRIDGE, "秋收开镰", HARVEST + head, roles="odo")["lead"] == 0


@pytest.mark.parametrize(("head", "quote"), [("“", 1), ('"', 1), ("「", 1), ("《", 0), ("", 0)])
def test_a_paragraph_that_opens_with_what_somebody_says_is_seen(head: str, quote: float) -> None:
    assert only(BRIDGE, "秋收开镰", f"{head}{HARVEST}", roles="odo")["quote"] == quote


def test_headlines_of_one_length_and_number_of_lines_are_alike() -> None:
    first, second = seen_in(BRIDGE, "新桥通车", BRIDGE_MORE, "往来方便", BRIDGE, roles="ododo")
    assert first["lines-alike"] == second["lines-alike"] == 1
    assert first["width-alike"] == second["width-alike"] == 1
    first, _ = seen_in(BRIDGE, "新桥通车", HARVEST, "各乡秋收陆续全面开镰", HARVEST, roles="ododo")
    assert first["width-alike"] < 0
    alone = only(BRIDGE, "新桥通车", BRIDGE_MORE, roles="odo")
    assert alone["lines-alike"] == alone["width-alike"] == 0


def test_nothing_beyond_a_signed_headline_is_like_it() -> None:
    seen = only(BRIDGE, "秋收开镰", HARVEST, *SIGNED, roles="ododbo")
    assert seen["lines-alike"] == seen["not-first"] == seen["skipping"] == seen["around"] == 0


def test_only_the_first_of_a_run_is_first() -> None:
    seen = seen_in(BRIDGE, "新桥通车", BRIDGE, "往来方便", BRIDGE, "两岸居民", BRIDGE, roles="odododo")
    assert [one["not-first"] for one in seen] == [0, 1, 1]
    assert seen[0]["said-above"] < seen[1]["said-above"] < seen[2]["said-above"]


def test_sections_round_it_are_compared() -> None:
    text = (HARVEST, "一", BRIDGE, "二", HARVEST_MORE, "三", BRIDGE_MORE)
    bound = (HARVEST, "一", HARVEST_MORE, "二", BRIDGE, "三", BRIDGE_MORE)
    skipping, around = seen_in(*text, roles="odododo")[1], seen_in(*bound, roles="odododo")[1]
    assert skipping["skipping"] > around["skipping"]
    assert around["around"] > skipping["around"]


def test_the_sections_of_a_series_are_bound_by_what_follows_each_other() -> None:
    one = seen_in(BRIDGE, "一", BRIDGE_MORE, "二", BRIDGE, roles="ododo")
    two = seen_in(BRIDGE, "一", HARVEST, "二", BRIDGE, roles="ododo")
    for seen in (one, two):
        # all of a series say the same of it
        assert len({gap["series-bond"] for gap in seen}) == 1
    assert one[0]["series-bond"] > 0 > two[0]["series-bond"]


def test_a_series_ends_at_a_signed_headline() -> None:
    alone = only(BRIDGE, "一", BRIDGE_MORE, roles="odo")
    beside = only(BRIDGE, "一", BRIDGE_MORE, "秋收开镰", "□记者 王娇", HARVEST, roles="ododbo")
    assert beside["series-bond"] == alone["series-bond"]


def test_what_stands_below_a_standing_head_and_a_headline_is_a_roundup() -> None:
    text = (BRIDGE, "简讯", "各乡秋收开镰", HARVEST, "新桥通车", BRIDGE_MORE, "往来", BRIDGE)
    seen = seen_in(*text, roles="oddododo")
    assert [gap["roundup"] for gap in seen] == [0, 1, 1]
    # what a signed headline stands above is none, nor is what a kicker of its own stands above
    signed = seen_in(*text[:4], *SIGNED, "往来", BRIDGE, roles="oddodbodo")
    assert [gap["roundup"] for gap in signed] == [0, 0]
    kicker = seen_in(BRIDGE, "稻谷熟了机械开进田野", *text[2:], roles="oddododo")
    assert [gap["roundup"] for gap in kicker] == [0, 0, 0]


def test_what_two_sections_share_is_weighed_against_those_of_other_articles() -> None:
    apart = only(HARVEST, "一", BRIDGE, *SIGNED, roles="ododbo")
    bound = only(BRIDGE_MORE, "一", BRIDGE, "秋收", "□记者 谭宁", HARVEST, roles="ododbo")
    assert bound["contrast"] > 0 > apart["contrast"]
    assert only(HARVEST, "一", BRIDGE, roles="odo")["contrast"] == 0  # none to compare with


def test_a_headline_tells_what_stands_below_it() -> None:
    own, foreign = (
        only(*text, roles="odo")["told-below"]
        for text in ((BRIDGE, "稻谷熟了", HARVEST), (HARVEST, "稻谷熟了", BRIDGE))
    )
    assert own == 1 > foreign == 0


@given(st.lists(st.sampled_from([BRIDGE, BRIDGE_MORE, HARVEST, HARVEST_MORE]), min_size=2, max_size=3 * RUN))
def test_all_numbers_are_finite_however_many_sections_follow_each_other(texts: Sequence[str]) -> None:
    blocks = [block for text in texts for block in ("往来", text)][1:]
    seen = seen_in(*blocks, roles="od" * (len(texts) - 1) + "o")
    assert len(seen) == len(texts) - 1
    assert all(math.isfinite(value) for one in seen for value in one.values())
