import math

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperparse.articles.seams import STANDING, seam, seam_cues
from paperparse.articles.wording import WIDEST, cues, lean, sound
from paperparse.text.fold import fold

PASSAGES = [
    "市委召开会议强调——",
    "推动高质量发展",
    "——访桥梁建设者谭宁",
    "新桥建成通车",
    "2025年完成投资3亿元、孵化企业32家",
    "“亲和仲裁”品牌",
    "新桥 通车",
]
folded = st.text(st.sampled_from("新桥通车市委强调中国，、：“”——12A ？"), max_size=30).map(fold)


def shapes(text: str) -> set[str]:
    """The cues of a passage that are no words."""
    return {cue for cue in cues(fold(text)) if cue[0] not in "<>~"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("新桥今日建成", {"tiny"}),
        ("横跨两岸的新桥今日建成", set()),
        ("天" * 22, {"long"}),
        ("新桥建成，今日起可以通车", {"comma", "uneven"}),
        ("新桥今日建成，两岸从此通车", {"comma", "even"}),
        ("新桥今日建成 两岸从此通车", {"blank", "even"}),
        ("书记、市长、企业家", {"pause"}),
        ("记者调查：谁来管理新桥？", {"colon", "lively"}),
        ("让城市发展的成果更好！", {"lively"}),
        ("孵化科创企业32家", {"digit"}),
        ("“亲和仲裁”的品牌", {"quote"}),
        ("擦亮亲和“仲裁”", {"unquote"}),
        ("市委召开全体会议强调——", {"dash-end"}),
        ("——访桥梁的建设者谭宁", {"dash-begin"}),
    ],
)
def test_the_shape_of_a_passage(text: str, names: set[str]) -> None:
    assert shapes(text) == names


def test_quotation_marks_and_what_stands_before_a_colon_do_not_count_for_evenness() -> None:
    assert "even" in shapes("壮大“领军企业” 培育“未来之星”")
    assert "even" in shapes("崂山区：壮大领军企业 培育未来之星")


def test_three_clauses_are_neither_even_nor_uneven() -> None:
    assert not {"even", "uneven"} & shapes("建桥 通车 往来")


def test_words_at_both_ends_are_cues() -> None:
    assert {"<新", "<新桥", ">车", ">通车"} <= set(cues("新桥建成通车"))


def test_dashes_and_quotes_at_the_ends_are_looked_through() -> None:
    assert {"<强", ">调"} <= set(cues("“强调”——"))


def test_pairs_anywhere_in_a_passage_are_cues() -> None:
    assert [cue for cue in cues("新桥通车") if cue[0] == "~"] == ["~新桥", "~桥通", "~通车"]


def test_a_passage_of_one_character_or_none_has_cues_too() -> None:
    assert {"<桥", ">桥"} <= set(cues("桥"))
    assert "tiny" in cues("")


@given(folded)
def test_no_shape_is_named_twice_and_words_are_short(text: str) -> None:
    found = cues(text)
    named = [cue for cue in found if cue[0] not in "<>~"]
    assert len(named) == len(set(named))
    assert all(len(cue) <= 3 for cue in found if cue[0] in "<>")
    assert all(len(cue) == 3 for cue in found if cue[0] == "~")
    assert not {"even", "uneven"} <= set(named)
    assert not {"tiny", "long"} <= set(named)


@pytest.mark.parametrize("count", [0, 1])
def test_nothing_leans_without_a_neighbour(count: int) -> None:
    assert lean(PASSAGES[:count]) == []


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("新桥今日建成通车", "——访桥梁建设者谭宁"),
        ("推动高质量发展", "今年以来完成投资32亿元、孵化企业12家"),
        ("“亲和仲裁”擦亮品牌", "设立5大专业集群、打造3个平台"),
    ],
)
def test_a_main_headline_above_its_sub(upper: str, lower: str) -> None:
    assert lean([fold(upper), fold(lower)])[0] > 0.5


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("市委召开全体会议强调——", "推动高质量发展"),
        ("习近平在会议上强调", "奋力谱写新篇章"),
        ("我市召开会议，部署各项工作、安排各项任务", "擦亮品牌 服务发展"),
    ],
)
def test_a_kicker_above_its_main_headline(upper: str, lower: str) -> None:
    assert lean([fold(upper), fold(lower)])[0] < -0.5


@given(folded, folded, folded)
def test_wording_is_weighed_alike_above_and_below(first: str, second: str, third: str) -> None:
    # what a passage is worth does not depend on where it stands, so the differences add up
    base = lean([first, first])[0]
    assert lean([first, second])[0] + lean([second, first])[0] == pytest.approx(2 * base)
    over = lean([first, second])[0] + lean([second, third])[0]
    assert over - base == pytest.approx(lean([first, third])[0])


def test_of_two_passages_worded_alike_the_lower_is_the_likelier_main_headline() -> None:
    assert lean([fold("新桥建成通车")] * 2)[0] < 0


def test_a_passage_beyond_the_widest_is_read_as_no_wider() -> None:
    long = "啊" * int(WIDEST)
    assert lean([long, long + "啊" * 9]) == pytest.approx(lean([long, long]))


@given(st.lists(st.sampled_from(PASSAGES).map(fold), max_size=5))
def test_each_two_neighbours_lean_by_themselves(passages: list[str]) -> None:
    votes = lean(passages)
    assert len(votes) == max(len(passages) - 1, 0)
    for at, vote in enumerate(votes):
        assert [vote] == lean(passages[at : at + 2])
        assert math.isfinite(vote)


@pytest.mark.parametrize(("upper", "lower"), [(upper, lower) for upper in PASSAGES for lower in PASSAGES])
def test_traditional_characters_lean_the_same(upper: str, lower: str) -> None:
    convert = opencc.OpenCC("s2t").convert
    assert lean([fold(convert(upper)), fold(convert(lower))]) == lean([fold(upper), fold(lower)])


def test_what_is_seen_of_a_seam() -> None:
    seen = seam_cues("新桥通车了吗", "往来方便", held=False, parted=0.25, among=3)
    assert seen == {
        "far": 1.0,
        "narrow": 1.0,
        "held": 0.0,
        "common": 0.0,
        "longer": 0.0,
        "shorter": pytest.approx(1 / 3),
        "rest-5": 1.0,
        "parted": 0.25,
        "among": 3.0,
        "label": 0.0,
        ">吗": 1.0,
        ">了吗": 1.0,
        "<往": 1.0,
        "<往来": 1.0,
    }


@pytest.mark.parametrize(
    ("upper", "lower", "cue"),
    [
        ("“时代新人说", "今日开讲”", "open"),
        ("《大事记(1949年", "10月)》出版", "open"),
        ("《大事记》今日", "出版(上)", None),
        ("“通车”之后“往来", "方便”", "open"),
        ("时代新人", "今日”开讲", "closing"),
        ("时代新人", "“今日”开讲", None),
        ("水清了 岸绿了", "新桥今日建成通车", "even-upper"),
        ("新桥今日建成通车", "水清了,岸绿了", "even-lower"),
        ("水清了 新桥通车", "新桥今日建成通车", None),
        ("水清岸绿", "新桥今日建成通车", None),
        ("市委会议强调", "建好新桥", "open-end"),
    ],
)
def test_signs_and_clauses_on_either_side_of_a_seam_are_seen(upper: str, lower: str, cue: str | None) -> None:
    signs = {"open", "closing", "even-upper", "even-lower", "open-end"}
    found = signs & seam_cues(upper, lower, held=False).keys()
    assert cue in found if cue else not found


@pytest.mark.parametrize(("label", "seen"), [(-3.0, 0.0), (2.0, 2.0), (9.0, STANDING)])
def test_a_standing_head_over_a_seam_counts_up_to_a_bound(label: float, seen: float) -> None:
    assert seam_cues("今日谈", "新桥通车", held=False, label=label)["label"] == seen


def test_what_the_first_paragraph_says_too_is_weighed() -> None:
    assert sound("新桥通车", 0.5) - sound("新桥通车") == pytest.approx(
        sound("新桥通车", 1.0) / 2 - sound("新桥通车") / 2
    )


@pytest.mark.parametrize(
    ("sizes", "apart"),
    [
        ((8, 8), "same"),
        ((30, 31), "even"),
        ((20, 19), "even"),
        ((8, 10), "near"),
        ((10, 8), "near"),
        ((6, 12), "far"),
    ],
)
def test_how_far_two_lines_differ(sizes: tuple[int, int], apart: str) -> None:
    seen = seam_cues("啊" * sizes[0], "啊" * sizes[1], held=False)
    assert [name for name in ("same", "even", "near", "far") if name in seen] == [apart]


@pytest.mark.parametrize(
    ("size", "breadth"), [(9, "narrow"), (10, "medium"), (13, "medium"), (17, "broad"), (18, "wide")]
)
@pytest.mark.parametrize("other", [1, 0])
def test_the_wider_of_two_lines_says_how_broad_they_are(size: int, breadth: str, other: int) -> None:
    lines = ["啊" * size, "啊" * (size - other)]
    for upper, lower in (lines, lines[::-1]):
        seen = seam_cues(upper, lower, held=False)
        assert [name for name in ("narrow", "medium", "broad", "wide") if name in seen] == [breadth]


def test_only_a_lower_line_that_is_longer_is_seen_as_such() -> None:
    assert seam_cues("啊" * 6, "啊" * 12, held=False)["longer"] == 0.5
    assert seam_cues("啊" * 12, "啊" * 6, held=False)["longer"] == 0


def test_a_common_word_across_the_break_is_seen_though_the_body_does_not_hold_it() -> None:
    assert seam_cues("推动高质量发", "展再上台阶", held=False)["common"] == 1
    assert seam_cues("新桥通车", "方便往来", held=False)["common"] == 0


def weigh(upper: str, lower: str, *, held: bool = False, parted: float = 0.5, among: int = 2) -> float:
    return seam(seam_cues(upper, lower, held=held, parted=parted, among=among))


@given(folded, folded)
def test_a_word_held_by_the_body_across_the_break_always_joins_more(upper: str, lower: str) -> None:
    assert weigh(upper, lower, held=True) < weigh(upper, lower, held=False)


@given(folded, folded)
def test_lines_of_a_page_that_parts_its_passages_are_rather_wrapped(upper: str, lower: str) -> None:
    assert weigh(upper, lower, parted=1.0) < weigh(upper, lower) < weigh(upper, lower, parted=0.0)


@given(folded, folded)
def test_lines_among_many_are_rather_wrapped(upper: str, lower: str) -> None:
    assert weigh(upper, lower, among=4) < weigh(upper, lower, among=2)


def test_a_common_word_across_the_break_joins() -> None:
    assert weigh("推动高质量发", "展再上台阶") < 0


@given(folded, folded, st.booleans())
def test_a_seam_is_a_finite_number_whatever_the_lines(upper: str, lower: str, held: bool) -> None:  # noqa: FBT001
    assert math.isfinite(weigh(upper, lower, held=held))


def test_what_the_table_does_not_hold_weighs_nothing() -> None:
    assert seam({"no such row": 5.0}) == seam({})


def test_the_longer_the_lower_line_is_the_more_they_are_two_passages() -> None:
    found = [weigh("横跨两岸新建桥梁", "啊" * size) for size in (8, 10, 16)]
    assert found == sorted(found)
    assert found[0] < found[-1]


def test_what_is_left_of_a_filled_line_is_no_passage_of_its_own() -> None:
    upper = "横跨两岸新建桥梁" + "啊" * 8
    found = [weigh(upper, "啊" * size) for size in (2, 4, 10)]
    assert found == sorted(found)
    assert found[0] < found[-1]


def test_short_lines_are_wrapped_rather_than_broad_ones() -> None:
    assert weigh("啊" * 8, "啊" * 8, parted=1.0) < 0 < weigh("啊" * 16, "啊" * 16, parted=0.0)


def test_a_lower_line_that_is_longer_is_rather_a_passage_of_its_own() -> None:
    assert weigh("啊" * 6, "啊" * 12) > weigh("啊" * 12, "啊" * 6)
