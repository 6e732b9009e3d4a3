from hypothesis import given
from hypothesis import strategies as st
from pages import cast, tables

from paperparse.articles.leaves import (
    Leaves,
    read_bylines,
    read_paragraph,
    read_passage,
    read_subhead,
)
from paperparse.model import Block, BlockKind, Span
from paperparse.text.fold import fold
from paperparse.text.strand import Strand

HEADS = [
    "",
    "〔記者譚寧／高雄報導〕",
    "【大公報訊】記者譚寧報道：",
    "記者譚寧／高雄報導 ",
    "（記者譚寧）",
    "（上接第一版）",
    "（下转第二版）",
    "本报5月12日讯 ",
    "本报讯（记者谭宁）",
    "□记者 谭宁 ",
]
MIDDLES = ["", "今天上午，新桥建成通车。", "新桥", "他说：“通车了。”"]
FEET = [
    "",
    "（編輯：譚寧）1130503",
    "（記者譚寧／高雄報導）",
    "（下转第二版）",
    "（上接第一版）",
    "（记者 谭宁）",
    "□记者 谭宁",
    "（新华社武汉9月23日电）",
    "（沈念慈）",
]


def paragraph(text: str, leaves: Leaves | None = None) -> Leaves:
    leaves = Leaves() if leaves is None else leaves
    read_paragraph(leaves, Strand.of(text, fold(text), [(0, len(text))]), tables())
    return leaves


def owned(leaves: Leaves) -> list[Span]:
    spans = [span for byline in leaves.bylines for span in byline.spans]
    spans.extend(span for block in leaves.blocks for span in block.spans)
    for one in (leaves.dateline, leaves.continued_from, leaves.continued_to):
        spans.extend(one.spans if one is not None else ())
    return sorted(spans)


def test_wrapped_display_lines_are_one_passage_with_a_span_for_each() -> None:
    passage = read_passage(cast("横跨两岸新桥\n  今日建成通车", "dd"), (0, 1))
    assert passage.text == "横跨两岸新桥今日建成通车"
    assert passage.spans == (Span(0, 0, 6), Span(0, 9, 15))


def test_letter_spacing_is_closed_up_and_its_spans_keep_it() -> None:
    passage = read_passage(cast("市 十 七 届 人 大\n举行会议", "dd"), (0, 1))
    assert passage.text == "市十七届人大举行会议"
    assert passage.spans == (Span(0, 0, 11), Span(0, 12, 16))


def test_wide_letter_spacing_is_closed_up() -> None:
    assert read_passage(cast("市　十　七　届　人　大", "d"), (0,)).text == "市十七届人大"


def test_a_blank_between_two_halves_of_a_headline_is_kept() -> None:
    assert read_passage(cast("新桥通车 市民欢庆", "d"), (0,)).text == "新桥通车 市民欢庆"


def test_a_passage_owns_the_glyph_it_does_not_say() -> None:
    passage = read_passage(cast("■新桥通车", "d"), (0,))
    assert (passage.text, passage.spans) == ("新桥通车", (Span(0, 0, 5),))


def test_passages_of_a_subhead_are_one_block() -> None:
    block = read_subhead(cast("一\n新桥通车", "dd"), [(0,), (1,)])
    assert block == Block(BlockKind.SUBHEAD, "一 新桥通车", (Span(0, 0, 1), Span(0, 2, 6)))


def test_a_byline_line_is_read_without_its_glyph_but_owns_it() -> None:
    leaves = Leaves()
    assert read_bylines(leaves, cast("□记者 谭宁", "b"), (0,), tables()) == []
    (byline,) = leaves.bylines
    assert (byline.text, byline.names, byline.spans) == ("记者 谭宁", ("谭宁",), (Span(0, 0, 6),))


def test_a_byline_broken_by_a_line_end_is_read_whole() -> None:
    leaves = Leaves()
    assert read_bylines(leaves, cast("□记者 谭宁 通讯\n员 王娇", "bb"), (0, 1), tables()) == []
    assert [(byline.role, byline.names) for byline in leaves.bylines] == [
        ("记者", ("谭宁",)),
        ("通讯员", ("王娇",)),
    ]


def test_lines_that_are_no_bylines_are_given_back() -> None:
    leaves = Leaves()
    sheet = cast("□记者 谭宁\n今天上午，新桥建成通车。", "bb")
    assert read_bylines(leaves, sheet, (0, 1), tables()) == [1]
    assert [byline.names for byline in leaves.bylines] == [("谭宁",)]


def test_a_plain_paragraph_is_a_block() -> None:
    leaves = paragraph("今天上午，新桥建成通车。")
    assert leaves == Leaves(
        blocks=[Block(BlockKind.PARAGRAPH, "今天上午，新桥建成通车。", (Span(0, 0, 12),))]
    )


def test_the_marks_at_its_head_are_cut_off() -> None:
    leaves = paragraph("本报5月12日讯（记者 谭宁）今天上午，新桥建成通车。")
    assert leaves.dateline is not None
    assert (leaves.dateline.month, leaves.dateline.day) == (5, 12)
    assert [byline.names for byline in leaves.bylines] == [("谭宁",)]
    assert [block.text for block in leaves.blocks] == ["今天上午，新桥建成通车。"]


def test_a_signature_at_its_head_is_byline_and_dateline() -> None:
    leaves = paragraph("〔記者譚寧／高雄報導〕「今天上午，新橋建成通車。」")
    assert leaves.dateline is not None
    assert (leaves.dateline.text, leaves.dateline.place) == ("高雄報導〕", "高雄")
    assert [(line.text, line.names) for line in leaves.bylines] == [("〔記者譚寧／", ("譚寧",))]
    assert [block.text for block in leaves.blocks] == ["「今天上午，新橋建成通車。」"]


def test_a_signature_at_its_foot_is_byline_and_dateline() -> None:
    leaves = paragraph("今天上午，新橋建成通車。（記者譚寧／高雄報導）")
    assert leaves.dateline is not None
    assert leaves.dateline.text == "高雄報導）"
    assert [line.text for line in leaves.bylines] == ["（記者譚寧／"]


def test_a_signature_on_a_line_of_its_own_gives_the_dateline() -> None:
    leaves = Leaves()
    assert read_bylines(leaves, cast("記者譚寧／高雄報導", "b"), (0,), tables()) == []
    assert leaves.dateline is not None
    assert (leaves.dateline.place, leaves.bylines[0].text) == ("高雄", "記者譚寧／")


def test_of_two_reports_the_second_stays_with_its_byline() -> None:
    leaves = paragraph("今天。（記者王嬌／台北報導）", paragraph("〔記者譚寧／高雄報導〕今天。"))
    assert leaves.dateline is not None
    assert leaves.dateline.place == "高雄"
    assert leaves.bylines[-1].text == "（記者王嬌／台北報導）"


def test_an_editor_and_a_day_in_figures_at_its_foot_are_cut_off() -> None:
    leaves = paragraph("今天上午，新橋建成通車。（編輯：譚寧）1130503")
    assert [(line.role, line.names) for line in leaves.bylines] == [("編輯", ("譚寧",))]
    assert [block.text for block in leaves.blocks] == ["今天上午，新橋建成通車。"]


def test_a_line_end_may_part_a_report_from_its_text() -> None:
    text = "編譯組／綜合報導\n今天上午，新橋建成通車。"
    leaves = Leaves()
    read_paragraph(leaves, Strand.of(text, fold(text), [(0, 8), (9, len(text))]), tables())
    assert leaves.dateline is not None
    assert leaves.dateline.text == "編譯組／綜合報導"
    assert [block.text for block in leaves.blocks] == ["今天上午，新橋建成通車。"]


def test_the_marks_at_its_foot_are_cut_off() -> None:
    leaves = paragraph("今天上午，新桥建成通车。（记者 谭宁）（下转第二版）")
    assert leaves.continued_to is not None
    assert leaves.continued_to.page == "2"
    assert [byline.names for byline in leaves.bylines] == [("谭宁",)]
    assert [block.text for block in leaves.blocks] == ["今天上午，新桥建成通车。"]


def test_a_name_in_a_bracket_at_its_foot_signs_it() -> None:
    leaves = paragraph("全村通了路。（沈念慈）")
    assert [(line.role, line.names) for line in leaves.bylines] == [("", ("沈念慈",))]
    assert [block.text for block in leaves.blocks] == ["全村通了路。"]


def signed(*paragraphs: str) -> tuple[list[str], list[str]]:
    """Who signs an article of some paragraphs, and what is left of them."""
    leaves = Leaves()
    for text in paragraphs:
        paragraph(text, leaves)
    return [name for line in leaves.bylines for name in line.names], [block.text for block in leaves.blocks]


def test_a_name_in_a_bracket_signs_where_no_text_follows() -> None:
    assert signed("全村通了路。（沈念慈）", "路修得好。") == ([], ["全村通了路。（沈念慈）", "路修得好。"])
    assert signed("全村通了路。", "路修得好。（沈念慈）") == (["沈念慈"], ["全村通了路。", "路修得好。"])


def test_a_name_in_a_bracket_signs_where_another_text_opens_below() -> None:
    names, _ = signed("本报讯 全村通了路。（沈念慈）", "本报5月12日讯 新桥通车。")
    assert names == ["沈念慈"]


def test_a_name_in_a_bracket_signs_no_text_that_is_signed() -> None:
    text = "本报5月12日讯（记者 谭宁）新桥通车。（沈念慈）"
    assert signed(text)[0] == ["谭宁"]
    leaves = paragraph("全村通了路。（沈念慈）")
    assert read_bylines(leaves, cast("□记者 谭宁", "b"), (0,), tables()) == []
    assert [line.names for line in leaves.bylines] == [("谭宁",)]
    assert [block.text for block in leaves.blocks] == ["全村通了路。（沈念慈）"]


def test_paragraphs_each_of_which_is_signed_so() -> None:
    items = ("全村通了路。（毕克勤）", "新桥通车。（沈念慈）", "夏粮丰收。（于占武）")
    assert signed(*items)[0] == ["毕克勤", "沈念慈", "于占武"]
    assert signed(*items, "谷子归仓。")[0] == ["毕克勤", "沈念慈"]


def test_a_dateline_without_a_reporter_asks_for_a_name() -> None:
    assert signed("全村通了路。（毕克勤）")[0] == []
    assert signed("本报讯 全村通了路。（毕克勤）")[0] == ["毕克勤"]


def test_a_gloss_in_a_bracket_stays_in_the_text() -> None:
    assert signed("他患的是老年病。（高血压）") == ([], ["他患的是老年病。（高血压）"])


def test_who_an_author_is_stays_in_the_text() -> None:
    leaves = paragraph("这是一条新路。（作者系中学教师）")
    assert not leaves.bylines


def test_the_line_it_comes_from_is_cut_off() -> None:
    leaves = paragraph("（上接第一版）两岸往来更加方便。")
    assert leaves.continued_from is not None
    assert leaves.continued_from.page == "1"
    assert [block.text for block in leaves.blocks] == ["两岸往来更加方便。"]


def test_a_source_in_brackets_at_its_foot_is_its_dateline() -> None:
    leaves = paragraph("今天上午，新桥建成通车。（新华社武汉9月23日电）")
    assert leaves.dateline is not None
    assert (leaves.dateline.outlet, leaves.dateline.place, leaves.dateline.day) == ("新华社", "武汉", 23)
    assert [block.text for block in leaves.blocks] == ["今天上午，新桥建成通车。"]


def test_a_paragraph_that_is_all_marks_is_no_block() -> None:
    leaves = paragraph("（上接第一版）")
    assert leaves.continued_from is not None
    assert leaves.blocks == []


def test_only_the_first_paragraph_has_marks_at_its_head() -> None:
    leaves = paragraph("本报讯 新桥通车。", paragraph("今天上午，新桥建成通车。"))
    assert leaves.dateline is None
    assert [block.text for block in leaves.blocks] == ["今天上午，新桥建成通车。", "本报讯 新桥通车。"]


def test_a_second_jump_line_of_a_direction_stays_where_it_stands() -> None:
    leaves = paragraph("新桥通车。（下转第三版）", paragraph("今天上午。（下转第二版）"))
    assert leaves.continued_to is not None
    assert leaves.continued_to.page == "2"
    assert leaves.blocks[-1].text == "新桥通车。（下转第三版）"


def test_a_line_at_the_head_that_points_on_does_not_say_where_the_text_comes_from() -> None:
    assert paragraph("（下转第二版）今天上午，新桥建成通车。").continued_from is None


def test_a_line_at_the_foot_that_points_back_does_not_say_where_the_text_goes_on() -> None:
    assert paragraph("今天上午，新桥建成通车。（上接第一版）").continued_to is None


@given(st.sampled_from(HEADS), st.sampled_from(MIDDLES), st.sampled_from(FEET), st.booleans())
def test_every_character_of_a_paragraph_is_owned_once(head: str, middle: str, foot: str, later: bool) -> None:  # noqa: FBT001
    text = head + middle + foot
    leaves = paragraph("新桥。") if later else Leaves()
    leaves.blocks = leaves.blocks and [Block(BlockKind.PARAGRAPH, "新桥。", ())]
    places = [at for span in owned(paragraph(text, leaves)) for at in range(span.start, span.end)]
    assert len(set(places)) == len(places)
    assert all(at in places or char.isspace() for at, char in enumerate(text))


def test_a_paragraph_over_several_lines_has_a_span_for_each() -> None:
    text = "本报讯 今天上\n午，新桥建\n成通车。"
    leaves = Leaves()
    read_paragraph(leaves, Strand.of(text, fold(text), [(0, 7), (8, 13), (14, 18)]), tables())
    assert leaves.blocks == [
        Block(
            BlockKind.PARAGRAPH, "今天上午，新桥建成通车。", (Span(0, 4, 7), Span(0, 8, 13), Span(0, 14, 18))
        )
    ]
