import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from paperparse import parse
from paperparse.conventions import load
from paperparse.layout.evidence import Mark
from paperparse.layout.marking import mark_lines
from paperparse.layout.mending import LONGEST, MOST_CAPTION, mend
from paperparse.marks.anchors import look
from paperparse.options import Options
from paperparse.text.fold import fold
from paperparse.text.lines import split_lines

TABLES = load(Options().conventions)
BODY = "今天上午，新桥建成通车"
TAIL = (Mark.TAIL_HEAD, Mark.TAIL)
JUMP_TAIL = (Mark.TAIL_HEAD, Mark.JUMP_TAIL)
NONE = (Mark.NONE, Mark.NONE)
PARTS = [
    "今天上午，新桥",
    "建成通车。",
    "（记者",
    "记者 谭宁",
    "谭宁）",
    "□记者 谭宁 通讯",
    "员 王娇",
    "（下转",
    "第二版）",
    "（新华社北京",
    "5月12日电）",
    "**",
    "图为新桥。李响 摄",
    "2版 要闻",
    "",
]


def mended(text: str, *given: Mark) -> list[Mark]:
    """The marks of a page's lines after mending, from those given, or from none on any line."""
    folded, lines = fold(text), split_lines(text)
    marks = list(given) or [Mark.NONE] * len(lines)
    mend(text, folded, lines, look(folded, [(line.start, line.end) for line in lines], TABLES), marks, TABLES)
    return marks


def marked(text: str) -> list[Mark]:
    return list(mark_lines(text, fold(text), split_lines(text), TABLES))


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("横跨两岸的新桥通车。（本报记\n者谭宁）", TAIL),
        ("横跨两岸的新桥通车。（本报记者谭\n宁 通讯员王娇）", TAIL),
        ("横跨两岸的新桥通车。（新华社北京5月\n12日电）", TAIL),
        ("横跨两岸的新桥通车。（据新华\n社北京5月12日电）", TAIL),
        ("横跨两岸的新桥（下\n转第二版）", JUMP_TAIL),
        ("横跨两岸的新桥通车。**青岛晚报记者\n李沛**", TAIL),
        ("□本报记\n者 谭宁", (Mark.BYLINE, Mark.BYLINE)),
        ("（记者\n谭宁）", (Mark.BYLINE, Mark.BYLINE)),
        ("（上接\n第一版）", (Mark.JUMP, Mark.JUMP)),
    ],
)
def test_what_a_line_end_broke_is_put_together(text: str, marks: tuple[Mark, ...]) -> None:
    assert mended(text) == list(marks)


@pytest.mark.parametrize(
    "text",
    [
        "横跨两岸的新桥通车。\n两岸往来更加方便。",
        "记者了解到新桥\n通车以后两岸往来更加方便",
        "两岸往来（新桥\n通车以后）更加方便。",
        "横跨两岸的新桥（下游\n第二座）通车。",
        "新桥通车。\n记者 谭宁来到新桥。",
    ],
)
def test_what_reads_as_no_mark_is_left_alone(text: str) -> None:
    assert mended(text) == list(NONE)


@pytest.mark.parametrize(
    "text",
    [
        "横跨两岸的新桥通车。（记者\n\n\n谭宁）",
        "横跨两岸的新桥通车。 本报记\n\n者 谭宁",
        "□本报记\n\n者 谭宁",
    ],
)
def test_blank_lines_part_the_halves_of_a_mark(text: str) -> None:
    assert mended(text) == list(NONE)


def test_one_blank_line_may_stand_within_brackets() -> None:
    assert mended("横跨两岸的新桥通车。（记者\n\n谭宁）") == list(TAIL)


def test_a_bracket_that_closes_ends_its_mark() -> None:
    assert mended(f"（据新华社北京5月12\n日电）\n{BODY}") == [*TAIL, Mark.NONE]


def test_a_dateline_ends_on_the_last_of_its_lines() -> None:
    assert mended(f"本报讯（记者\n谭宁）{BODY}\n{BODY}") == [Mark.DATELINE, Mark.NONE, Mark.NONE]


@pytest.mark.parametrize(
    "text",
    [
        "【記者譚寧、王嬌／台\n北報導】今天",
        "（中央社記者譚\n寧台北3日電）今天",
        "〔記者譚寧\n／高雄報導〕今天",
    ],
)
def test_a_signature_ends_on_the_last_of_its_lines(text: str) -> None:
    assert marked(f"{text}\n{BODY}") == [Mark.DATELINE, Mark.NONE, Mark.NONE]


def test_names_in_round_brackets_that_a_line_end_breaks_open_no_text() -> None:
    assert Mark.DATELINE not in marked(f"（记者谭\n宁）今天\n{BODY}")


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("文：谭宁\n图：王娇", (Mark.BYLINE, Mark.BYLINE)),
        ("报道：谭宁\n摄影：王娇", (Mark.BYLINE, Mark.BYLINE)),
        ("文：谭宁\n\n图：王娇", (Mark.BYLINE, Mark.CREDIT)),
        ("新桥通车\n图：王娇", (Mark.CREDIT_HEAD, Mark.CREDIT)),
        ("本报记者 谭宁\n王娇 摄", (Mark.BYLINE, Mark.BYLINE)),
    ],
)
def test_who_took_the_pictures_signs_right_below_who_wrote(text: str, marks: tuple[Mark, ...]) -> None:
    assert tuple(marked(text)) == marks


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("新桥通车后的江岸。 本\n报记者 谭宁 摄", (Mark.PICTURE, Mark.PICTURE_MORE)),
        ("新桥通车后的江岸。 通讯\n员 谭宁 摄", (Mark.PICTURE, Mark.PICTURE_MORE)),
        ("新桥通车。 江城晚报记者 谭宁\n特约通讯员 王娇", TAIL),
        ("新桥通车。 江城晚报记者 谭宁 实\n习生 王娇", TAIL),
        ("新桥通车。 江城晚报记者 谭宁 实习\n生 王娇", TAIL),
        ("新桥通车。 江城晚报记者 谭\n宁 通讯员 王娇", TAIL),
    ],
)
def test_a_whole_mark_goes_on_where_a_word_is_broken_or_another_role_follows(
    text: str, marks: tuple[Mark, ...]
) -> None:
    assert tuple(marked(text)) == marks


def test_a_headline_above_a_byline_is_no_part_of_it() -> None:
    assert marked("江城 下好“5G+”先手棋\n本报记者 谭宁") == [Mark.NONE, Mark.BYLINE]


@pytest.mark.parametrize("count", range(2, LONGEST + 1))
def test_a_mark_in_brackets_may_run_over_several_lines(count: int) -> None:
    names = ["谭宁", "王娇", "李沛"][: count - 1]
    text = f"{BODY}。（记者\n" + "、\n".join(names) + "）"
    assert mended(text) == [Mark.TAIL_HEAD] * (count - 1) + [Mark.TAIL]


def test_a_mark_that_runs_over_more_lines_is_none() -> None:
    text = f"{BODY}。（记者\n谭宁、\n王娇、\n李沛、\n孙欣）"
    assert Mark.TAIL not in mended(text)


@pytest.mark.parametrize(
    "text",
    ["□记者 谭宁 通讯\n员 王娇", "□记\n者 谭宁 通\n讯员 王娇", "□记\n者 谭宁 通\n讯员 王\n娇"],
)
def test_a_byline_on_lines_of_its_own_may_run_over_several_lines(text: str) -> None:
    assert mended(text) == [Mark.BYLINE] * (text.count("\n") + 1)


def test_a_byline_on_lines_of_its_own_runs_over_no_more_than_the_longest() -> None:
    text = "□记\n者 谭宁 通\n讯员 王\n娇 李\n沛"
    assert mended(text) == [Mark.BYLINE] * LONGEST + [Mark.NONE]


def test_another_mark_without_brackets_runs_over_two_lines_and_no_more() -> None:
    assert mended("据新华社北京5\n月12日电 今天上午，新桥通车。") == [Mark.DATELINE, Mark.NONE]
    assert mended("据新华社北京5\n月12\n日电 今天上午，新桥通车。") == [Mark.NONE] * 3


def test_the_longest_that_reads_as_a_mark_is_taken() -> None:
    assert mended("（记者\n谭宁）\n（通讯员\n王娇）")[:2] == [Mark.BYLINE] * 2


def test_lines_around_a_mended_mark_keep_theirs() -> None:
    text = f"{BODY}，\n两岸往来更加方便。（记者\n谭宁）\n{BODY}。"
    assert mended(text) == [Mark.NONE, *TAIL, Mark.NONE]


@pytest.mark.parametrize("mark", [Mark.JUMP, Mark.JUMP_HEAD, Mark.JUMP_TAIL])
def test_a_line_whose_mark_is_whole_is_no_half(mark: Mark) -> None:
    assert mended(f"{BODY}。（记者\n谭宁）", mark, Mark.NONE) == [mark, Mark.NONE]
    assert mended(f"{BODY}。（记者\n谭宁）", Mark.NONE, mark) == [Mark.NONE, mark]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("新华社北京\n5月12日电 今天上午，新桥建成通车。", [Mark.DATELINE, Mark.NONE]),
        ("图为新桥通车。 新华社记者 李\n响 摄", [Mark.CREDIT_HEAD, Mark.CREDIT]),
        (f"{BODY}。**记者 谭\n宁 丁 子**", [Mark.TAIL_HEAD, Mark.TAIL]),
    ],
)
def test_marks_whose_upper_half_looks_like_less_are_mended(text: str, wanted: list[Mark]) -> None:
    assert marked(text) == wanted


@pytest.mark.parametrize("mark", [Mark.CREDIT, Mark.FURNITURE])
def test_a_credit_or_furniture_is_a_half_only_where_a_bracket_stands_open(mark: Mark) -> None:
    assert mended("□记者 谭宁 通讯员\n王娇", mark, Mark.NONE) == [mark, Mark.NONE]
    assert mended(f"{BODY}。（记者\n谭宁）", mark, Mark.NONE) == list(TAIL)


def test_a_half_that_looks_like_a_byline_is_not_taken_for_one() -> None:
    assert mended(f"{BODY}。（本报\n记者 谭宁）", Mark.NONE, Mark.BYLINE) == list(TAIL)


def test_a_page_of_one_line_or_none_has_nothing_to_mend() -> None:
    assert mended("") == []
    assert mended("（记者") == [Mark.NONE]


@pytest.mark.parametrize(
    "text",
    ["据新华社北京5\n月12日电 今天上午，新桥通车。", "新华社北京5月12日电（记者谭\n宁）今天上午，新桥通车。"],
)
def test_a_broken_dateline_is_put_together(text: str) -> None:
    assert marked(text) == [Mark.DATELINE, Mark.NONE]


def test_a_headline_right_above_a_dateline_is_no_half_of_it() -> None:
    assert marked("横跨两岸的新桥通车\n新华社北京5月12日电 今天上午，新桥通车。") == [
        Mark.NONE,
        Mark.DATELINE,
    ]


@pytest.mark.parametrize("head", [Mark.NONE, Mark.OPENER])
def test_a_broken_picture_credit_is_put_together(head: Mark) -> None:
    text = "横跨两岸的新桥。（记者 李\n响 摄）"
    assert mended(text, head, Mark.NONE) == [Mark.CREDIT_HEAD, Mark.CREDIT]


@pytest.mark.parametrize("opening", ["▲", "■", "图为"])
def test_what_opens_a_caption_may_open_one_of_several_lines(opening: str) -> None:
    text = f"{opening}横跨两岸的新桥今\n天上午建成通车，街坊\n都来看。本报记者 李响 摄"
    assert marked(text) == [Mark.PICTURE, Mark.PICTURE_MORE, Mark.PICTURE_MORE]


def test_lines_of_one_short_block_above_a_credit_are_its_caption() -> None:
    assert marked("横跨两岸新桥通车。\n本报记者 李响 摄\n\n新桥") == [
        Mark.PICTURE,
        Mark.PICTURE_MORE,
        Mark.NONE,
    ]
    assert mended("新桥\n通车\n李响 摄", Mark.NONE, Mark.TAIL, Mark.CREDIT) == [
        Mark.CREDIT_HEAD,
        Mark.CREDIT_HEAD,
        Mark.CREDIT,
    ]


@pytest.mark.parametrize("mark", [Mark.OPENER, Mark.FIGURE])
def test_what_opens_a_caption_begins_it(mark: Mark) -> None:
    assert mended("新桥\n通车\n李响 摄", Mark.NONE, mark, Mark.CREDIT) == [
        Mark.NONE,
        Mark.CREDIT_HEAD,
        Mark.CREDIT,
    ]


@pytest.mark.parametrize("mark", [Mark.BYLINE, Mark.FURNITURE, Mark.CREDIT])
def test_a_line_with_a_mark_of_its_own_is_none_of_a_caption_and_nor_are_those_around_it(mark: Mark) -> None:
    given_marks = (Mark.NONE, mark, Mark.CREDIT)
    assert mended("新桥通车\n两岸往来\n李响 摄", *given_marks) == list(given_marks)


def test_a_block_that_goes_on_behind_a_credit_is_no_caption() -> None:
    given_marks = (Mark.NONE, Mark.CREDIT, Mark.NONE)
    assert mended("新桥通车\n李响 摄\n两岸往来", *given_marks) == list(given_marks)


@pytest.mark.parametrize("count", [1, MOST_CAPTION - 1, MOST_CAPTION])
def test_a_long_block_above_a_credit_is_no_caption(count: int) -> None:
    marks = mended("新桥通车\n" * count + "李响 摄", *[Mark.NONE] * count, Mark.CREDIT)
    head = Mark.CREDIT_HEAD if count < MOST_CAPTION else Mark.NONE
    assert marks == [head] * count + [Mark.CREDIT]


@example("（下转\n\n5月12日电）")  # a blank line may stand within brackets
@given(st.lists(st.sampled_from(PARTS), max_size=12).map("\n".join))
def test_what_begins_a_broken_mark_is_followed_by_the_rest_of_it(text: str) -> None:
    lines, marks = split_lines(text), marked(text)
    assert len(marks) == len(lines)
    for at in (at for at, mark in enumerate(marks) if mark is Mark.TAIL_HEAD):
        assert marks[at + 1] in {Mark.TAIL_HEAD, Mark.TAIL, Mark.JUMP_TAIL}
        assert lines[at + 1].gap <= ("（" in text[: lines[at].end])


@pytest.mark.parametrize("head", ["新桥今日建成通车", "两岸居民昨起乘船往来", "新桥通车", "总理约翰·基"])
@pytest.mark.parametrize(
    "signed", ["本报记者 谭宁", "记者 谭宁", "记者谭宁报道", "本报记者 谭宁 报道", "本报记者谭宁 通讯员孙欣"]
)
def test_a_headline_above_a_byline_is_no_outlet(head: str, signed: str) -> None:
    page = parse(
        f"{head}\n{signed}\n　　今天上午，新桥建成通车，两岸来往只要三分钟，\n渡口从此停航，街坊都来看。\n"
    )
    (article,) = page.articles
    assert [passage.text for passage in article.headline.main] == [head]
    assert article.bylines[0].names == ("谭宁",)
    assert article.bylines[0].outlet in {None, "本报"}


@pytest.mark.parametrize("signed", ["江城晚报\n记者 谭宁", "江城晚\n报记者 谭宁"])
def test_an_outlet_may_stand_on_the_line_above(signed: str) -> None:
    page = parse(
        f"新桥今日通车\n\n{signed}\n　　今天上午，新桥建成通车，两岸来往只要三分钟，\n渡口从此停航。\n"
    )
    (article,) = page.articles
    assert article.bylines[0].outlet == "江城晚报"
