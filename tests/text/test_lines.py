import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperparse.text.lines import Closing, Line, Opening, em_width, split_lines

BREAKS = ["\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]
SIGNS = "甲乙。，“”（）1a \t\u3000\xa0\u200b\x1f\x00\ud800"
pages = st.lists(st.sampled_from([*SIGNS, *BREAKS]), max_size=60).map("".join)


def one(text: str) -> Line:
    lines = split_lines(text)
    assert len(lines) == 1
    return lines[0]


@pytest.mark.parametrize("stop", BREAKS)
def test_every_kind_of_line_break_ends_a_line(stop: str) -> None:
    text = f"甲乙{stop}丙"
    assert [text[line.start : line.end] for line in split_lines(text)] == ["甲乙", "丙"]


@pytest.mark.parametrize("stop", [stop for stop in BREAKS if stop != "\f"])
def test_a_line_break_is_no_gap_and_two_are_one(stop: str) -> None:
    assert [line.gap for line in split_lines(f"甲{stop}乙{stop}{stop}丙")] == [0, 0, 1]


def test_a_form_feed_counts_as_a_gap_of_its_own() -> None:
    assert [line.gap for line in split_lines("甲\f乙")] == [0, 1]
    assert [line.gap for line in split_lines("甲\n\f乙")] == [0, 2]
    assert [line.gap for line in split_lines("甲\n\n\f\n乙")] == [0, 4]


def test_lf_cr_are_two_breaks() -> None:
    assert [line.gap for line in split_lines("甲\n\r乙")] == [0, 1]


def test_blank_lines_before_the_first_line_are_its_gap() -> None:
    assert one("\n \n甲").gap == 2


@pytest.mark.parametrize("text", ["", " ", "\n", "\n\n \u3000\t\r\n\f", "\xa0\u2003"])
def test_a_blank_page_has_no_lines(text: str) -> None:
    assert split_lines(text) == ()


@given(pages | st.text(max_size=60))
def test_what_lies_outside_the_lines_is_blank_and_lines_are_not(text: str) -> None:
    at = 0
    for line in split_lines(text):
        assert at <= line.start < line.end
        assert not text[at : line.start].strip()
        assert text[line.start : line.end] == text[line.start : line.end].strip()
        assert not any(stop in text[line.start : line.end] for stop in BREAKS)
        at = line.end
    assert not text[at:].strip()


@given(st.lists(st.text(st.sampled_from("甲乙，。 \u3000"), max_size=6), max_size=12))
def test_gaps_and_lines_add_up_to_the_lines_of_the_text(parts: list[str]) -> None:
    lines = split_lines("\n".join(parts))
    tail = 0
    while tail < len(parts) and not parts[-1 - tail].strip():
        tail += 1
    assert len(lines) + sum(line.gap for line in lines) + tail == len(parts)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0.0),
        ("本报讯", 3.0),
        ("12", 1.0),
        ("12日", 2.0),
        ("本报讯 12日", 5.25),
        ("market", 3.0),
        ("“甲”，", 4.0),
        ("café", 2.0),
        ("Ａ１", 2.0),
        ("Жук", 3.0),
        ("𠀀甲", 2.0),
    ],
)
def test_width_is_one_for_han_and_half_for_what_is_narrow(text: str, width: float) -> None:
    assert em_width(text) == width


def test_quotes_and_signs_are_counted_apart_for_lines_squeezed() -> None:
    line = one("“甲”，（乙）12、")
    assert (line.wide, line.quotes, line.signs, line.clauses) == (9.0, 2, 4, 2)
    assert line.narrow == 6.0


def test_a_line_without_signs_is_as_wide_narrow() -> None:
    assert one("今天上午").narrow == one("今天上午").wide == 4.0


@pytest.mark.parametrize(
    ("blanks", "indent"),
    [("", 0.0), ("\u3000\u3000", 2.0), ("\u2003", 1.0), ("    ", 2.0), ("\t", 2.0), ("\xa0\xa0\u3000", 2.0)],
)
def test_the_indent_is_the_width_of_the_blanks_before(blanks: str, indent: float) -> None:
    line = one(f"{blanks}甲 ")
    assert (line.indent, line.start, line.end) == (indent, len(blanks), len(blanks) + 1)


@pytest.mark.parametrize(
    ("text", "closing"),
    [
        ("他说", Closing.OPEN),
        ("GDP", Closing.OPEN),
        ("□", Closing.OPEN),
        ("他说，", Closing.COMMA),
        ("蔬菜、", Closing.COMMA),
        ("他说：", Closing.COLON),
        ("会议强调——", Closing.COLON),
        ("一是改革；", Closing.SEMI),
        ("这是“新桥”", Closing.CLOSER),
        ("他说，”", Closing.CLOSER),
        ("”", Closing.CLOSER),
        ("“新桥”", Closing.ENCLOSED),
        ("（记者 谭宁）", Closing.ENCLOSED),
        ("【新桥】", Closing.ENCLOSED),
        ("“新桥）", Closing.CLOSER),
        ("通车了！", Closing.LIVELY),
        ("通车了吗？”", Closing.LIVELY),
        ("还有……", Closing.LIVELY),
        ("通车。", Closing.STOP),
        ("通车。”）", Closing.STOP),
        ("“通车。”", Closing.STOP),
        ("通車。」", Closing.STOP),
        ("通车。**", Closing.STOP),
    ],
)
def test_how_a_line_ends(text: str, closing: Closing) -> None:
    assert one(text).closing is closing


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("今天", Opening.PLAIN),
        ("，今天", Opening.CANNOT),
        ("”今天", Opening.CANNOT),
        ("）今天", Opening.CANNOT),
        ("…今天", Opening.CANNOT),
        ("“今天", Opening.QUOTE),
        ("「今天", Opening.QUOTE),
        ("（今天", Opening.QUOTE),
        ("——访谭宁", Opening.DASH),
        ("□记者", Opening.GLYPH),
        (">>>02", Opening.GLYPH),
        ("**今天", Opening.GLYPH),
        ("12日", Opening.DIGIT),
        ("１２日", Opening.DIGIT),
    ],
)
def test_how_a_line_begins(text: str, opening: Opening) -> None:
    assert one(text).opening is opening


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("今天", 1.0),
        ("2025年", 2.0),
        ("12.5%的", 2.5),
        ("market上", 3.0),
        ("“今天", 2.0),
        ("天，他", 2.0),
        ("“今”天", 3.0),
        ("《新桥》", 2.0),
        ("37℃。晴", 3.0),
    ],
)
def test_the_head_is_the_first_piece_that_cannot_be_parted(text: str, head: float) -> None:
    assert one(text).head == head


@pytest.mark.parametrize("text", ["市 十 七 届 人 大", "新 桥 通 车", "市  十  七  届"])
def test_a_line_with_blanks_between_its_characters_is_spaced(text: str) -> None:
    assert one(text).spaced


@pytest.mark.parametrize("text", ["市　十　七　届　人　大", "新　桥　通　车"])
def test_wide_blanks_space_a_line_as_well(text: str) -> None:
    assert one(text).spaced


@pytest.mark.parametrize(
    "text", ["新桥通车", "记者 谭宁", "新桥 通车", "孙 欣 冉茂", "1 2 3 4 5", "甲 乙", ""]
)
def test_other_lines_are_not_spaced(text: str) -> None:
    assert not any(line.spaced for line in split_lines(text))


@pytest.mark.parametrize("text", ["新桥通车 市民欢庆", "看“新桥” 听市民", "新桥通车　市民欢庆"])
def test_a_blank_between_two_halves_parts_a_line(text: str) -> None:
    assert one(text).parted


@pytest.mark.parametrize("text", ["新桥通车", "新桥通车 12日", "GDP 增长", "孙 欣"])
def test_other_lines_are_not_parted(text: str) -> None:
    assert not one(text).parted


@pytest.mark.parametrize("text", ["通车。他说", "通车。”他说", "通车。他说。"])
def test_a_stop_inside_breaks_a_line(text: str) -> None:
    assert one(text).broken


@pytest.mark.parametrize("text", ["通车，他说", "通车。", "通车。”", "通车。）**", "。", "通车！他说"])
def test_a_stop_at_the_end_does_not(text: str) -> None:
    assert not one(text).broken
