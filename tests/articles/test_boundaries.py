from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import cast

from paperparse.articles.boundaries import gap_evidence, load_boundaries, score_gaps
from paperparse.articles.gaps import FAR, NEAR
from paperparse.articles.grams import grams_of
from paperparse.articles.sheet import Sheet
from paperparse.layout.reflow import PieceKind
from paperparse.layout.roles import ROLES, Role

BRIDGE = "今天上午，横跨两岸的新桥建成通车。"
BRIDGE_MORE = "新桥横跨两岸，今天通车以后两岸往来更加方便。"
HARVEST = "田野里的稻谷熟了，各乡秋收陆续开镰。"
HARVEST_MORE = "各乡稻谷丰收，秋收机械开进田野。"
WIRE = f"本报讯 {HARVEST}"
NARROW = "稻谷熟了\n秋收开镰\n各乡丰收\n田野。"
BROAD = "横跨两岸的新桥建成\n今天上午正式通车了\n两岸往来更加方便的\n新桥。"
LINES = [
    BRIDGE,
    BRIDGE_MORE,
    HARVEST,
    WIRE,
    "新桥通车",
    "——访建设者",
    "□记者 谭宁",
    "（上接第一版）",
    f"（上接第一版）{HARVEST}",
    f"{BRIDGE}（下转第二版）",
    f"{BRIDGE}（记者谭宁）",
    "图为新桥",
    "■计划通车",
    "",
]


def evidence(sheet: Sheet) -> list[dict[str, float]]:
    paragraphs, grams = described(sheet)
    return gap_evidence(sheet, paragraphs, grams)


def scores(sheet: Sheet) -> list[float]:
    paragraphs, grams = described(sheet)
    return score_gaps(sheet, paragraphs, grams)


def described(sheet: Sheet) -> tuple[list[int], dict[int, frozenset[str]]]:
    paragraphs = [at for at, piece in enumerate(sheet.pieces) if piece.kind is PieceKind.PARAGRAPH]
    return paragraphs, {at: grams_of(sheet.folded_of(sheet.pieces[at].lines)) for at in paragraphs}


def page(*blocks: str) -> str:
    return "\n\n".join(blocks)


def only(text: str, roles: str) -> dict[str, float]:
    (seen,) = evidence(cast(text, roles))
    return seen


NEWS = page(BRIDGE, "各地简讯", "○新桥昨天通车。", "○早稻昨天开镰。", "秋收开镰", HARVEST)
BEGINS, GOES_ON, ENDS = evidence(cast(NEWS, "odoodo"))
CASES: dict[str, dict[str, float]] = {
    "a list of news begins": BEGINS,
    "a list of news goes on": GOES_ON,
    "a list of news ends": ENDS,
    "nothing between": only(page(BRIDGE, BRIDGE_MORE), "oo"),
    "a dateline": only(page(BRIDGE, WIRE), "oo"),
    "come from elsewhere": only(page(BRIDGE, f"（上接第一版）{HARVEST}"), "oo"),
    "goes on elsewhere": only(page(f"{BRIDGE}（下转第二版）", HARVEST), "oo"),
    "signed at its foot": only(page(f"{BRIDGE}（记者谭宁）", HARVEST), "oo"),
    "a byline": only(page(BRIDGE, "□记者 谭宁", HARVEST), "obo"),
    "a jump line": only(page(BRIDGE, "（下转第二版）", HARVEST), "ojo"),
    "a caption": only(page(BRIDGE, "图为新桥", HARVEST), "oco"),
    "a key point": only(page(BRIDGE, "■计划通车", HARVEST), "oho"),
    "a running head": only(page(BRIDGE, "2版 要闻", HARVEST), "oxo"),
    "a short headline": only(page(BRIDGE, "秋收开镰", HARVEST), "odo"),
    "a long headline": only(page(BRIDGE, "各乡稻谷丰收秋收机械陆续开进田野", HARVEST), "odo"),
    "a wrapped headline": only(f"{BRIDGE}\n\n各乡稻谷丰收\n秋收陆续开镰\n\n{HARVEST}", "oddo"),
    "two passages": only(page(BRIDGE, "稻谷丰收", "各乡秋收陆续开镰", HARVEST), "oddo"),
    "three passages": only(page(BRIDGE, "丰收", "稻谷丰收", "秋收陆续开镰", HARVEST), "odddo"),
    "another column": only(f"{BROAD}\n\n{NARROW}", "fiilfiil"),
    "no end": only(f"今天上午，横跨两岸的\n\n{HARVEST}", "fo"),
    "no beginning": only(f"{BRIDGE}\n\n桥建成通车。", "ol"),
    "no blank between": only(f"{BRIDGE}\n{BRIDGE_MORE}", "oo"),
    "a glyph opens": only(page(BRIDGE, "○新桥昨天通车。"), "oo"),
    "a numbered headline": only(page(BRIDGE, "一、秋收开镰之后", HARVEST), "odo"),
    "a headline with clauses": only(page(BRIDGE, "秋收，开镰，丰收", HARVEST), "odo"),
    "a signed headline": only(page(BRIDGE, "秋收开镰", "□记者 王娇", HARVEST), "odbo"),
    "a lead behind a headline": only(page(BRIDGE, "秋收开镰", f"近日，{HARVEST}"), "odo"),
    "an unsigned headline on a signed page": evidence(
        cast(page(BRIDGE, "秋收开镰", HARVEST, "新桥通车", "□记者 谭宁", BRIDGE_MORE), "ododbo")
    )[0],
}
PLAIN = {"plain-near", "plain-far", "plain-near-bond", "plain-far-bond", "plain-claimed"}
BLANK = {"plain-blank", "plain-blank-page"}
TIGHT = {"plain-tight-page"}
"""Evidence of a gap without display lines, by whether a blank line stands in it."""
SIGNED = {"signed", "signed-blank-above", "signed-near-bond", "signed-shared"}
UNSIGNED = {"one-passage", "near-bond", "far-bond"}
"""Some of the evidence of an unsigned headline; ``test_unsigned.py`` has the rest."""
EITHER = {
    *("as-signed", "said-above", "contrast", "skipping", "around", "width-alike"),
    *("series-bond", "near-bond", "far-bond", "plain-near-bond", "plain-far-bond", "signed-near-bond"),
}
"""Evidence that may speak for a boundary or against one."""


@pytest.mark.parametrize(
    ("case", "names"),
    [
        ("nothing between", {"nothing"}),
        ("a dateline", {"dateline", "marks-alone"}),
        ("come from elsewhere", {"jump-head", "marks-alone"}),
        ("goes on elsewhere", {"jump-tail", "marks-alone"}),
        ("signed at its foot", {"tail", "marks-alone"}),
        ("a byline", {"byline", "marks-alone"}),
        ("a jump line", {"jump", "marks-alone"}),
        ("a caption", {"nothing", "extras"}),
        ("a key point", {"nothing", "extras"}),
        ("a running head", {"nothing", "extras"}),
        ("another column", {"nothing", "column"}),
        ("no end", {"nothing", "endless"}),
        ("no beginning", {"nothing", "headless"}),
    ],
)
def test_what_is_seen_where_no_headline_stands(case: str, names: set[str]) -> None:
    seen = CASES[case]
    assert seen.keys() == names | PLAIN | BLANK
    assert all(seen[name] == 1 for name in names)
    assert (seen["plain-blank"], seen["plain-blank-page"]) == (1, 1)


def test_a_gap_without_a_blank_line_is_seen_as_such() -> None:
    seen = CASES["no blank between"]
    assert seen.keys() == {"nothing"} | PLAIN | TIGHT
    assert seen["plain-tight-page"] == 0


def test_how_many_paragraphs_of_the_page_a_blank_line_stands_above_is_seen_at_every_gap() -> None:
    text = f"{BRIDGE}\n{BRIDGE_MORE}\n\n{HARVEST}\n{HARVEST_MORE}\n{HARVEST}"
    seen = evidence(cast(text, "ooooo"))
    assert [gap.get("plain-tight-page") for gap in seen] == [0.25, None, 0.25, 0.25]
    assert [gap.get("plain-blank-page") for gap in seen] == [None, 0.25, None, None]
    assert [gap.get("plain-blank") for gap in seen] == [None, 1, None, None]


@pytest.mark.parametrize(
    ("upper", "lower", "names"),
    [
        (BRIDGE, HARVEST, set()),
        (BRIDGE, f"○{HARVEST}", {"plain-glyph"}),
        (f"○{BRIDGE}", f"○{HARVEST}", {"plain-glyphs"}),
        (f"○{BRIDGE}", HARVEST, set()),
        (BRIDGE, f"“{HARVEST}”", set()),
    ],
)
def test_a_glyph_that_opens_a_paragraph_is_seen_with_the_one_above(
    upper: str, lower: str, names: set[str]
) -> None:
    for text in (page(upper, lower), f"{upper}\n{lower}"):
        seen = only(text, "oo")
        assert {name for name in seen if name.startswith("plain-glyph")} == names
        assert all(seen[name] == 1 for name in names)


def test_headlines_elsewhere_that_speak_of_either_side_claim_them() -> None:
    heads = ("城南小学开学", "横跨两岸新桥建成通车", "稻谷熟了各乡秋收开镰", "牙科门诊预约办证")
    gathered = evidence(cast(page(BRIDGE, HARVEST, *heads), "oodddd"))[0]
    assert gathered["plain-claimed"] > 0
    one = evidence(cast(page(BRIDGE, BRIDGE_MORE, *heads), "oodddd"))[0]
    assert one["plain-claimed"] == 0


def test_a_headline_right_above_or_below_speaks_of_all_that_stands_there() -> None:
    below = evidence(cast(page(BRIDGE, HARVEST, "横跨两岸新桥建成通车"), "ood"))[0]
    assert below["plain-claimed"] == 0
    assert CASES["nothing between"]["plain-claimed"] == 0


def test_a_signed_headline_is_seen_as_such() -> None:
    seen = CASES["a signed headline"]
    assert seen.keys() == SIGNED | {"byline"}
    assert seen["signed"] == 1


def test_the_blank_above_a_signed_headline_is_measured() -> None:
    pages = [f"{BRIDGE}\n" + "\n" * blank + f"秋收开镰\n□记者 王娇\n{HARVEST}" for blank in (0, 1, 2, 5)]
    gaps = [only(text, "odbo")["signed-blank-above"] for text in pages]
    assert gaps == [0, 0.5, 1, 1]


def test_a_list_of_news_begins_and_ends_at_a_headline() -> None:
    assert [[name for name in seen if name.startswith("list-")] for seen in (BEGINS, GOES_ON, ENDS)] == [
        ["list-begins"],
        ["list-goes-on"],
        ["list-ends"],
    ]
    assert not any(name.startswith("list-") for name in CASES["a short headline"])


def test_every_weight_belongs_to_evidence_that_can_be_seen() -> None:
    assert load_boundaries().keys() == frozenset().union(*CASES.values())


@given(st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(ROLES)), max_size=25))
def test_all_evidence_has_a_weight_and_every_gap_has_evidence(rows: list[tuple[str, Role]]) -> None:
    kept = [(line, role) for line, role in rows if line]
    sheet = cast("\n".join(line for line, _ in rows), [role for _, role in kept])
    paragraphs, _ = described(sheet)
    seen = evidence(sheet)
    assert len(seen) == len(scores(sheet)) == len(list(pairwise(paragraphs)))
    for gap in seen:
        assert gap
        assert gap.keys() <= load_boundaries().keys()
        assert all(value >= 0 for name, value in gap.items() if name not in EITHER)
        assert gap.keys() >= PLAIN or gap.keys() >= SIGNED or gap.keys() >= UNSIGNED
        assert (gap.keys() >= PLAIN) is ("nothing" in gap or "marks-alone" in gap)
        assert [gap.keys() >= BLANK, gap.keys() >= TIGHT].count(True) == (gap.keys() >= PLAIN)
        assert sum(bool(gap.keys() & kind) for kind in (PLAIN, SIGNED, UNSIGNED)) == 1


def test_a_page_without_gaps_has_no_evidence() -> None:
    assert evidence(cast("", "")) == []
    assert evidence(cast(BRIDGE, "o")) == []
    assert evidence(cast(page("新桥通车", "□记者 谭宁"), "db")) == []


def middle(*blocks: str, roles: str) -> dict[str, float]:
    """The evidence of the one gap that holds a headline."""
    (seen,) = (gap for gap in evidence(cast(page(*blocks), roles)) if "near-bond" in gap)
    return seen


def test_paragraphs_of_one_subject_cohere() -> None:
    one = middle(BRIDGE, BRIDGE_MORE, "往来", BRIDGE_MORE, BRIDGE, roles="oodoo")
    two = middle(BRIDGE, BRIDGE_MORE, "往来", HARVEST, HARVEST_MORE, roles="oodoo")
    assert min(one["near-bond"], one["far-bond"]) > -0.1 > two["near-bond"] == two["far-bond"]


def test_paragraphs_beyond_reach_are_not_compared() -> None:
    within = middle(BRIDGE, *[HARVEST] * (FAR - 1), "往来", BRIDGE, roles="o" * FAR + "do")
    assert within["far-bond"] > within["near-bond"]
    beyond = middle(BRIDGE, *[HARVEST] * FAR, "往来", BRIDGE, roles="o" * (FAR + 1) + "do")
    assert beyond["far-bond"] == beyond["near-bond"] == within["near-bond"]


def test_the_near_paragraphs_are_compared_by_themselves() -> None:
    text = page(BRIDGE, *[HARVEST] * NEAR, BRIDGE_MORE)
    last = evidence(cast(text, "o" * (NEAR + 2)))[-1]
    assert last["plain-far"] > 0 == last["plain-near"]


def test_paragraphs_beyond_something_that_stands_between_are_not_compared() -> None:
    open_page = evidence(cast(page(HARVEST, BRIDGE, HARVEST_MORE), "ooo"))
    assert open_page[1]["plain-near"] > 0
    for mark, role in (("秋收开镰", "d"), ("□记者 谭宁", "b"), ("（下转第二版）", "j")):
        first, second = evidence(cast(page(HARVEST, mark, BRIDGE, HARVEST_MORE), f"o{role}oo"))
        assert second["plain-near"] == second["plain-far"] == 0
        alone, _ = evidence(cast(page(HARVEST, mark, BRIDGE, BRIDGE_MORE), f"o{role}oo"))
        name = "near-bond" if role == "d" else "plain-near-bond"
        assert first[name] > alone[name]


def test_a_caption_between_paragraphs_does_not_bound_what_is_compared() -> None:
    text = page(HARVEST, "图为新桥", BRIDGE, HARVEST_MORE)
    assert evidence(cast(text, "ocoo"))[1]["plain-near"] > 0


def test_what_shares_nothing_speaks_for_a_boundary_by_its_bond() -> None:
    apart = middle(BRIDGE, "往来", HARVEST, roles="odo")
    bound = middle(BRIDGE, "往来", BRIDGE_MORE, roles="odo")
    assert apart["near-bond"] < 0 <= bound["near-bond"] + 0.1


def test_a_score_is_the_weighed_sum_of_the_evidence() -> None:
    sheet = cast(page(BRIDGE, "秋收开镰", WIRE, "新桥通车", BRIDGE_MORE), "ododo")
    weights = load_boundaries()
    sums = [sum(weights[name] * value for name, value in gap.items()) for gap in evidence(sheet)]
    assert scores(sheet) == pytest.approx(sums)


@pytest.mark.parametrize(
    ("blocks", "roles"),
    [
        ((BRIDGE, f"（上接第一版）{HARVEST}"), "oo"),
        ((f"{BRIDGE}（下转第二版）", HARVEST), "oo"),
        ((BRIDGE, "（下转第二版）", HARVEST), "ojo"),
        ((BRIDGE, "稻谷熟了秋收开镰", WIRE), "odo"),
        ((BRIDGE, "稻谷熟了秋收开镰", "□记者 谭宁", HARVEST), "odbo"),
        ((f"{BRIDGE}（记者谭宁）", "稻谷熟了秋收开镰", HARVEST), "odo"),
        ((BRIDGE, "各乡丰收", "稻谷熟了秋收开镰", HARVEST), "oddo"),
        ((BRIDGE, "各乡", "稻谷丰收", "稻谷熟了秋收开镰", HARVEST), "odddo"),
    ],
)
def test_clear_boundaries(blocks: tuple[str, ...], roles: str) -> None:
    (score,) = scores(cast(page(*blocks), roles))
    assert score > 1


@pytest.mark.parametrize(
    ("blocks", "roles"),
    [
        ((BRIDGE, BRIDGE_MORE), "oo"),
        ((BRIDGE, HARVEST), "oo"),
        ((BRIDGE, "图为新桥", HARVEST), "oco"),
        ((BRIDGE, "2版 要闻", HARVEST), "oxo"),
        (("今天上午，横跨两岸的", "图为新桥", "新桥建成通车。"), "fcl"),
        ((BRIDGE, "两岸往来更加方便", BRIDGE_MORE), "odo"),
    ],
)
def test_clear_cases_of_one_article(blocks: tuple[str, ...], roles: str) -> None:
    assert all(score < -1 for score in scores(cast(page(*blocks), roles)))


def test_a_subhead_among_its_like_parts_nothing() -> None:
    text = page(BRIDGE, "新桥通车", BRIDGE_MORE, "往来方便", BRIDGE, "今天上午", BRIDGE_MORE)
    assert all(score < -1 for score in scores(cast(text, "odododo")))


def test_what_is_a_mark_in_traditional_characters_is_seen_as_well() -> None:
    assert only(page(BRIDGE, "（上接第一版）諸鄉豐收"), "oo").keys() == CASES["come from elsewhere"].keys()
