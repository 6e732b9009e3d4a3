import math

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperparse.articles.wording import cues, lean, seam
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
    return {cue for cue in cues(fold(text)) if cue[0] not in "<>"}


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


def test_a_passage_of_one_character_or_none_has_cues_too() -> None:
    assert {"<桥", ">桥"} <= set(cues("桥"))
    assert "tiny" in cues("")


@given(folded)
def test_no_shape_is_named_twice_and_words_are_short(text: str) -> None:
    found = cues(text)
    named = [cue for cue in found if cue[0] not in "<>"]
    assert len(named) == len(set(named))
    assert all(len(cue) <= 3 for cue in found if cue[0] in "<>")
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


@given(folded, folded)
def test_a_word_held_by_the_body_across_the_break_always_joins_more(upper: str, lower: str) -> None:
    assert seam(upper, lower, held=True) < seam(upper, lower, held=False)


@given(folded, folded, st.booleans())
def test_a_seam_is_a_finite_number_whatever_the_lines(upper: str, lower: str, held: bool) -> None:  # noqa: FBT001
    assert math.isfinite(seam(upper, lower, held=held))


def test_the_more_lines_differ_in_length_the_more_they_are_two_passages() -> None:
    upper = "横跨两岸新建桥梁" + "啊" * 8
    found = [seam(upper, "啊" * size, held=False) for size in (16, 13, 6)]
    assert found == sorted(found)
    assert found[0] < found[-1]


def test_short_lines_are_wrapped_and_broad_ones_are_not() -> None:
    assert seam("啊" * 8, "啊" * 8, held=False) < 0 < seam("啊" * 16, "啊" * 16, held=False)


def test_which_line_is_the_wider_does_not_matter() -> None:
    assert seam("啊" * 6, "啊" * 12, held=False) == seam("啊" * 12, "啊" * 6, held=False)
