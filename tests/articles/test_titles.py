import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import cast

from paperparse.articles.grams import grams_of
from paperparse.articles.seams import CERTAIN, break_cues, label_nats, line_words, parting, split_passages
from paperparse.articles.sheet import Sheet
from paperparse.articles.titles import Reading, read_titles

NOTHING: frozenset[str] = frozenset()
BRIDGE = grams_of("今天上午横跨两岸的新桥建成通车")
LINES = [
    "新桥建成通车",
    "——访桥梁建设者谭宁",
    "市委召开会议强调——",
    "■通车",
    "两岸往来，更加方便",
    "高度关注",
    "会议",
]


def display(text: str) -> Sheet:
    return cast(text, "d" * sum(bool(line.strip()) for line in text.split("\n")))


def joins(text: str, body: frozenset[str] = NOTHING) -> bool:
    sheet = display(text)
    return parting(sheet, range(len(sheet.lines)), 1, body) < 0


def read(*groups: str, body: frozenset[str] = NOTHING) -> Reading:
    sheet = display("\n\n\n".join(groups))
    lines: list[tuple[int, ...]] = []
    for group in groups:
        first = lines[-1][-1] + 1 if lines else 0
        lines.append(tuple(range(first, first + sum(bool(line) for line in group.split("\n")))))
    return read_titles(sheet, lines, body)


def roles(*groups: str, body: frozenset[str] = NOTHING) -> dict[str, list[int]]:
    """The first line of each passage, by the role it has."""
    reading = read(*groups, body=body)
    parts = {"label": reading.label, "kicker": reading.kicker, "main": reading.main, "sub": reading.sub}
    return {name: [title.lines[0] for title in titles] for name, titles in parts.items() if titles}


def test_short_lines_of_one_length_are_one_passage() -> None:
    assert joins("横跨两岸新桥\n今日建成通车\n\n两岸往来")
    assert joins("横跨两岸\n新桥今日\n建成通车")


def test_lines_parted_by_a_blank_line_are_two() -> None:
    assert not joins("横跨两岸新桥\n\n今日建成通车")


def test_a_word_of_the_body_across_the_break_joins_uneven_lines() -> None:
    assert joins("今日新桥建\n成通车", BRIDGE)
    sheet = display("今日新桥建\n成通车")
    assert parting(sheet, range(2), 1, BRIDGE) < parting(sheet, range(2), 1, NOTHING)


def test_a_page_that_parts_its_passages_has_the_others_wrapped() -> None:
    plain, parted = display("横跨两岸新桥\n今日建成通车"), display("横跨两岸新桥\n今日建成通车\n\n两岸往来")
    assert (plain.parted, parted.parted) == (1 / 3, 0.5)
    assert parting(parted, range(2), 1, NOTHING) < parting(plain, range(2), 1, NOTHING)


def test_a_page_without_breaks_says_nothing_of_its_habit() -> None:
    assert display("").parted == display("横跨两岸新桥").parted == 0.5


def test_the_more_lines_stand_together_the_rather_they_are_wrapped() -> None:
    sheet = display("横跨两岸\n新桥今日\n建成通车")
    assert parting(sheet, range(3), 1, NOTHING) < parting(sheet, (0, 1), 1, NOTHING)


def test_what_is_seen_of_a_break() -> None:
    seen = break_cues(display("今日新桥建\n成通车"), range(2), 1, BRIDGE)
    assert seen is not None
    assert seen["held"] == 1
    assert seen["among"] == 2
    assert seen["parted"] == 1 / 3
    assert {">建", "<成"} <= seen.keys()


def test_lines_far_from_a_break_are_not_counted_as_standing_there() -> None:
    seen = break_cues(display("\n".join(["新桥通车"] * 12)), range(12), 6, NOTHING)
    assert seen is not None
    assert seen["among"] == 6


def test_a_dash_within_quotation_marks_parts_no_passages() -> None:
    sheet = display("“时代新人说——\n我和祖国共成长”")
    assert parting(sheet, range(2), 1, NOTHING) < 0


def test_a_standing_head_speaks_for_itself_where_lines_meet() -> None:
    body = grams_of("两岸居民今日赶来乘船")
    assert label_nats("今日谈", body) > 0 > label_nats("两岸居民今日赶来乘船", body)
    assert label_nats("今日谈" * 9, body) == 0
    seen = break_cues(display("今日谈\n两岸居民赶来"), range(2), 1, body)
    assert seen is not None
    assert seen["label"] > 0


def test_of_two_passages_the_first_paragraph_is_asked_too() -> None:
    sheet = display("横跨两岸新桥\n\n今日建成通车")
    opening = grams_of("横跨两岸新桥")
    plain = read_titles(sheet, [(0,), (1,)], BRIDGE)
    told = read_titles(sheet, [(0,), (1,)], BRIDGE, opening)
    assert plain.margin != told.margin


@pytest.mark.parametrize(
    "text", ["横跨两岸新桥\n\n今日建成通车", "新桥通车\n——访建设者", "会议强调——\n通车", "新桥\n■两岸往来"]
)
def test_a_break_with_a_sign_is_certain(text: str) -> None:
    sheet = display(text)
    assert break_cues(sheet, range(2), 1, NOTHING) is None
    assert parting(sheet, range(2), 1, NOTHING) == CERTAIN


def test_letter_spaced_words_are_closed_up() -> None:
    assert line_words(display("新 桥 通 车"), 0) == "新桥通车"
    assert line_words(display("新桥 今日通车"), 0) == "新桥 今日通车"


@pytest.mark.parametrize(
    "text",
    [
        "新桥建成通车\n——访建设者",
        "市委会议强调——\n建好新桥通车",
        "新桥建成通车\n■两岸往来",
        "新桥建成■\n两岸往来",
    ],
)
def test_dashes_and_glyphs_part_passages(text: str) -> None:
    assert not joins(text)


def test_long_lines_are_rather_two_passages_than_short_ones() -> None:
    wide, narrow = display("天" * 26 + "\n" + "地" * 26), display("天" * 9 + "\n" + "地" * 9)
    assert parting(wide, range(2), 1, NOTHING) > parting(narrow, range(2), 1, NOTHING)


def test_passages_are_parted_and_joined_in_order() -> None:
    sheet = display("横跨两岸新桥\n今日建成通车\n——访建设者\n\n两岸往来")
    assert split_passages(sheet, range(4), NOTHING) == [(0, 1), (2,), (3,)]
    assert split_passages(sheet, (), NOTHING) == []


def test_lines_that_are_not_neighbours_are_two_passages() -> None:
    sheet = display("横跨两岸新桥\n今日建成通车\n今日建成通车")
    assert split_passages(sheet, (0, 2), NOTHING) == [(0,), (2,)]


def test_no_groups_are_no_headline() -> None:
    reading = read_titles(display(""), [], NOTHING)
    assert (reading.label, reading.kicker, reading.main, reading.sub) == ((), (), (), ())
    assert reading.margin > 0


def test_one_passage_is_the_main_headline() -> None:
    assert roles("新桥建成通车") == {"main": [0]}


def test_a_line_that_begins_with_a_dash_is_the_sub() -> None:
    assert roles("新桥今日建成通车\n——访桥梁建设者谭宁") == {"main": [0], "sub": [1]}


def test_a_line_that_ends_with_a_dash_is_the_kicker() -> None:
    assert roles("市委召开会议强调——\n\n推动高质量发展") == {"kicker": [0], "main": [1]}


def test_kicker_main_and_sub() -> None:
    text = "市委召开全体会议强调——\n\n建好新桥\n\n——写在新桥建成通车之际"
    assert roles(text) == {"kicker": [0], "main": [1], "sub": [2]}


def test_a_short_standing_head_above_a_main_headline_is_its_label() -> None:
    assert roles("高度\n\n横跨两岸新桥今日建成通车\n\n——访桥梁建设者谭宁")["label"] == [0]


def test_a_standing_head_says_nothing_of_the_story() -> None:
    body = grams_of("新桥今日建成通车，城市观察员谭宁说，两岸往来更加方便")
    assert roles("城市观察\n\n新桥今日建成通车", body=NOTHING)["label"] == [0]
    assert "label" not in roles("城市观察员谭宁\n\n新桥今日建成通车", body=body)


def test_a_standing_head_may_be_printed_apart() -> None:
    reading = roles("横跨两岸新桥今日建成通车", "今日谈", body=grams_of("横跨两岸的新桥今日建成通车"))
    assert reading == {"label": [1], "main": [0]}


def test_what_stands_under_a_standing_head_alone_reads_like_a_main_headline() -> None:
    assert roles("新桥通车\n——访桥梁建设者谭宁", body=NOTHING) == {"main": [0], "sub": [1]}


def test_a_clause_left_open_leads_over_to_the_main_headline() -> None:
    assert roles("新桥建成通车之后\n\n两岸往来更方便") == {"kicker": [0], "main": [1]}


def test_the_larger_type_is_the_main_headline() -> None:
    text = "新桥今日\n建成通车\n\n横跨两岸的新桥历时三年施工完成方便两岸市民往来出行"
    assert roles(text) == {"main": [0], "sub": [2]}


def test_a_group_printed_elsewhere_is_a_sub_and_with_a_dash_at_its_end_a_kicker() -> None:
    assert roles("横跨两岸新桥建成", "两岸往来更方便，出行更加快捷") == {"main": [0], "sub": [1]}
    assert roles("横跨两岸新桥建成", "市委召开全体会议强调——") == {"main": [0], "kicker": [1]}


def test_a_wrapped_headline_is_one_title_with_the_width_of_both_lines() -> None:
    (title,) = read("今日新桥建\n成通车", body=BRIDGE).main
    assert (title.lines, title.width, title.measure, title.chain) == ((0, 1), 8.0, 5.0, 0)


@pytest.mark.parametrize(
    "text",
    [
        "新桥建成今日通车\n\n让城市发展更好",
        "国务院总理出席会议\n\n全国人大举行会议",
        "推动产业升级\n\n国务院总理出席会议",
        "区政府发布新举措\n\n全市召开会议讨论发展",
        "市委召开会议强调\n\n推动高质量发展",
    ],
)
def test_a_headline_in_traditional_characters_is_read_the_same(text: str) -> None:
    assert roles(opencc.OpenCC("s2t").convert(text)) == roles(text)


@given(st.lists(st.lists(st.sampled_from(LINES), min_size=1, max_size=4).map("\n".join), max_size=3))
def test_every_line_has_exactly_one_role_and_there_is_one_main_headline(groups: list[str]) -> None:
    reading = read(*groups, body=BRIDGE)
    titles = [*reading.label, *reading.kicker, *reading.main, *reading.sub]
    count = sum(group.count("\n") + 1 for group in groups)
    assert sorted(line for title in titles for line in title.lines) == list(range(count))
    assert len(reading.main) == bool(groups)
    assert reading.margin >= 0
