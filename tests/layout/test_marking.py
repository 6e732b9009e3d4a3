import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperparse.conventions import load
from paperparse.layout.evidence import Mark
from paperparse.layout.marking import find_marks, jump_ways, mark_lines
from paperparse.model import Span
from paperparse.options import Options
from paperparse.text.fold import fold
from paperparse.text.lines import split_lines

TABLES = load(Options().conventions)
LINES = {
    "□记者 谭宁": Mark.BYLINE,
    "■本报记者 矫 月": Mark.BYLINE,
    "记者 谭宁 通讯员 王娇 报道": Mark.BYLINE,
    "本报5月12日讯 今天上午，新桥建成通车": Mark.DATELINE,
    "本报讯（记者谭宁）今天上午，新桥建成通车": Mark.DATELINE,
    "新华社武汉9月23日电 今天上午，新桥": Mark.DATELINE,
    "（上接第一版）": Mark.JUMP,
    "▲上接第一版": Mark.JUMP,
    "（下转第二版）": Mark.JUMP,
    "（上接第一版）诊断服务”双轮驱动": Mark.JUMP_HEAD,
    "也是实干者。（下转第二版）": Mark.JUMP_TAIL,
    "2版 要闻": Mark.FURNITURE,
    "责编 李明 美编 王芳": Mark.FURNITURE,
    "图为运动员在比赛中。 新华社记者 李 响 摄": Mark.PICTURE,
    "翟慧勇摄（影像中国）": Mark.CREDIT,
    "资料照片": Mark.CREDIT,
    "■计划明年1月中旬，将陆续组织": Mark.OPENER,
    "培育产业集群。**青岛晚报/观海新闻/掌上青岛记者 李沛**": Mark.TAIL,
    "（作者为中国驻印度大使）": Mark.TAIL,
    "〔記者譚寧／高雄報導〕今天上午，新桥建成": Mark.DATELINE,
    "（中央社記者譚寧花蓮縣3日電）今天上午，": Mark.DATELINE,
    "【大公報訊】記者譚寧報道：今天": Mark.DATELINE,
    "【記者譚寧／高雄報導】": Mark.BYLINE,
    "記者譚寧│高雄報導": Mark.BYLINE,
    "王大明／台北報導": Mark.BYLINE,
    "編譯組／綜合報導": Mark.DATELINE,
    "（编辑：谭宁）1130503": Mark.BYLINE,
    "新桥建成通车。（編輯：譚寧）1130503": Mark.TAIL,
    "（记者谭宁） 今天上午，新桥": Mark.NONE,
    "本报记者访桥梁建设者": Mark.NONE,
    "新桥今日通车": Mark.NONE,
    "今天上午，新桥建成通车。": Mark.NONE,
    "记者会今天在台北举行": Mark.NONE,
    "记者从区工信局了解到": Mark.NONE,
    "2025年，全区经济增长": Mark.NONE,
    "——访桥梁建设者": Mark.NONE,
}
PARTS = [*LINES, "", "　　今天", "□", "（", "**", "记者", "摄", "讯", "\ud800", "\x00"]


def marks_of(text: str) -> list[Mark]:
    return list(mark_lines(text, fold(text), split_lines(text), TABLES))


@pytest.mark.parametrize(("line", "mark"), LINES.items())
def test_the_mark_that_rules_a_line(line: str, mark: Mark) -> None:
    assert marks_of(line) == [mark]


@pytest.mark.parametrize(("line", "mark"), LINES.items())
def test_a_line_in_traditional_characters_is_marked_the_same(line: str, mark: Mark) -> None:
    assert marks_of(opencc.OpenCC("s2t").convert(line)) == [mark]


@pytest.mark.parametrize(("line", "mark"), LINES.items())
def test_blanks_around_a_line_change_nothing(line: str, mark: Mark) -> None:
    assert marks_of(f"\u3000\u3000{line} \r\n") == [mark]


def test_a_page_without_lines_has_no_marks() -> None:
    assert marks_of("") == []


def test_a_mark_does_not_depend_on_the_lines_beyond_a_blank_line() -> None:
    # two lines of furniture make a row of it, and the mark says so
    beside = [Mark.RUNNING if mark is Mark.FURNITURE else mark for mark in LINES.values()]
    assert marks_of("\n\n".join(LINES)) == beside
    assert marks_of("\n\n".join(reversed(LINES))) == beside[::-1]


def test_two_whole_marks_right_under_one_another_are_not_one() -> None:
    lines = ["图为运动员在比赛中。 新华社记者 李 响 摄", "责编 李明 美编 王芳"]
    assert marks_of("\n".join(lines)) == [LINES[line] for line in lines]


def test_who_reports_in_brackets_below_a_dateline_opens_no_other_text() -> None:
    assert marks_of("本报讯\n（记者谭宁、王娇／高雄报导）今天上午，新桥") == [Mark.DATELINE, Mark.NONE]
    briefs = ["（吉隆坡3日讯）今天上午，新桥建成。", "（怡保3日讯）今天上午，新桥建成。"]
    assert marks_of("\n".join(briefs)) == [Mark.DATELINE] * 2


@pytest.mark.parametrize(
    ("above", "mark"),
    [("", Mark.DATELINE), ("本報記者 譚寧\n", Mark.DATELINE), ("新橋建成通車。\n", Mark.TAIL)],
)
def test_a_source_on_a_line_of_its_own_stands_above_an_article_or_under_it(above: str, mark: Mark) -> None:
    assert marks_of(f"{above}【本報馬公九日航訊】\n今天上午，新橋建成通車")[-2] is mark


def test_a_sentence_that_ends_is_no_tail() -> None:
    assert marks_of("他高兴地告诉记者。") == [Mark.NONE]
    assert marks_of("桥上的灯亮了！") == [Mark.NONE]


def test_a_glyph_inside_a_line_opens_nothing() -> None:
    assert marks_of("新桥■通车") == [Mark.NONE]


@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=20), max_size=12).map("\n".join))
def test_every_line_has_one_mark(text: str) -> None:
    assert len(marks_of(text)) == len(split_lines(text))


def test_a_line_that_opens_with_where_the_text_goes_on_does_not_come_from_there() -> None:
    assert marks_of("（下转第二版）今天上午，新桥建成通车") != [Mark.JUMP_HEAD]


def test_a_line_that_closes_with_where_the_text_comes_from_does_not_go_on_there() -> None:
    assert marks_of("今天上午，新桥建成通车。（上接第一版）") != [Mark.JUMP_TAIL]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("也是实干者。（下转\n第二版）", [Mark.TAIL_HEAD, Mark.JUMP_TAIL]),
        ("也是实干者。（下转第\n二版）", [Mark.TAIL_HEAD, Mark.JUMP_TAIL]),
        ("也是实干者。（记者\n谭宁）", [Mark.TAIL_HEAD, Mark.TAIL]),
        ("（下转\n第二版）", [Mark.JUMP, Mark.JUMP]),
        ("□记者 谭宁 通讯\n员 王娇", [Mark.BYLINE, Mark.BYLINE]),
    ],
)
def test_a_mark_broken_by_a_line_end_rules_both_lines(text: str, marks: list[Mark]) -> None:
    assert marks_of(text) == marks


def test_what_was_read_of_a_byline_is_kept_with_its_page() -> None:
    text = "新桥今日通车\n□记者 谭宁\n今天上午，新桥通车。"
    marking = find_marks(text, fold(text), split_lines(text), TABLES, 3)
    assert marking.marks[1] is Mark.BYLINE
    assert list(marking.bylines) == [1]
    (one,) = marking.bylines[1].bylines
    assert one.names == ("谭宁",)
    assert one.spans == (Span(3, 7, 13),)


def test_jump_lines_lead_to_another_page_or_come_from_one() -> None:
    text = "（上接第一版）\n诊断服务双轮驱动。\n（下转第二版）\n也是实干者。（下转第二版）"
    lines = split_lines(text)
    marks = mark_lines(text, fold(text), lines, TABLES)
    assert jump_ways(text, fold(text), lines, marks, TABLES) == {0: "from", 2: "to"}


def test_who_took_the_pictures_signs_with_who_wrote() -> None:
    assert marks_of("文：李冬梅\n图：王小明\n早上八点，街坊们排起了队。") == [
        Mark.BYLINE,
        Mark.BYLINE,
        Mark.NONE,
    ]
    # below a sentence that stands alone the credit closes a caption
    assert marks_of("早上八点，街坊们排起了队。\n图：王小明") == [Mark.PICTURE, Mark.PICTURE_MORE]


def test_a_name_in_a_bracket_behind_a_sentence_closes_a_text() -> None:
    assert marks_of("全村通了路。（沈念慈）") == [Mark.TAIL]
    assert marks_of("故事还在继续。（全文完）") == [Mark.NONE]
