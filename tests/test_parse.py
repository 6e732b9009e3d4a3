import datetime as dt
import math
from pathlib import Path

import opencc
import pytest

import paperparse as pp
from paperparse.model import FurnitureKind, NoteCode, Page, leaves
from paperparse.trace import trace_page

STORY = (
    "新桥今日建成通车\n\n□记者 谭宁\n本报5月12日讯 今天上午，横跨两岸的新桥建成通车。\n\n两岸往来更加方便。"
)
ODD = {
    "empty": "",
    "blank": " \n\u3000\t\r\n\f\n",
    "one line": "今天上午，横跨两岸的新桥建成通车。",
    "one character": "桥",
    "one sign": "。",
    "one bracket": "（",
    "only headlines": "新桥今日建成通车\n\n稻谷秋收开镰",
    "only a caption": "图为新桥。 新华社记者 李 响 摄",
    "only a byline": "□记者 谭宁",
    "only bylines": "□记者 谭宁\n\n□记者 王娇",
    "only a dateline": "本报5月12日讯",
    "only a jump line": "（上接第一版）",
    "only jump lines": "（上接第一版）\n（上接第一版）\n（下转第二版）",
    "only furniture": "2版 要闻",
    "only key points": "■牙科门诊预约\n■市民办证指南",
    "only glyphs": "■\n□□\n**\n>>>",
    "only an author note": "（作者为中国驻印度大使）",
    "only a folio": "A03",
    "form feed inside": "新桥今日建成通车\f今天上午，横跨两岸的新桥建成通车。",
    "story": STORY,
    "carriage returns": STORY.replace("\n", "\r\n"),
    "without any break": STORY.replace("\n", ""),
    "without any stop": STORY.replace("。", "").replace("，", ""),
    "backwards": STORY[::-1],
    "every character a line": "\n".join(STORY.replace("\n", "")),
    "mid-sentence": "，横跨两岸的新桥建成通车。\n\n今天上午，横跨两岸的",
    "Latin": "The bridge was opened today.\n\nBy Tan Ning\n\nIt took three years to build.",
    "controls": "\x00\x01今天\x1f上午\x7f，新桥\u200b建成\u202e通车。\ufeff",
    "surrogates": "今天\ud800上午，\udfff新桥建成通车。",
    "beyond the BMP": "𠀀𠀁𠀂今天通车。\n\n😀",
    "private use": "\ue000\ue001今天通车。",
    "marks in a row": "（上接第一版）（下转第二版）□记者 谭宁 本报讯",
    "brackets that do not close": "（（（（【【【“““" * 20,
    "a byline in two lines": "今天上午，新桥建成通车。\n□记者 谭宁 通讯\n员 王娇",
    "a jump line in two lines": "今天上午，新桥建成通车。\n（下转\n第二版）",
}


def lost(page: Page) -> dict[int, int]:
    """Characters that are not owned by exactly one leaf, with how many own them."""
    count = {at: 0 for at, char in enumerate(page.text) if not char.isspace()}
    spans = [span for article in page.articles for leaf in leaves(article) for span in leaf]
    spans.extend(span for piece in page.furniture for span in piece.spans)
    for span in spans:
        for at in range(span.start, span.end):
            if at in count:
                count[at] += 1
    return {at: owned for at, owned in count.items() if owned != 1}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_page_raises_nothing_and_loses_nothing(name: str) -> None:
    page = pp.parse(ODD[name])
    assert page.text == ODD[name]
    assert lost(page) == {}
    assert pp.parse(ODD[name]) == page


def test_an_empty_page_holds_nothing() -> None:
    assert pp.parse("") == Page("")
    assert pp.parse(b"").articles == ()


@pytest.mark.parametrize("name", ["blank", "only furniture", "only headlines", "only a byline"])
def test_a_page_without_any_body_has_no_articles(name: str) -> None:
    assert pp.parse(ODD[name]).articles == ()


def test_a_story_is_read() -> None:
    (article,) = pp.parse(STORY).articles
    assert article.headline.text == "新桥今日建成通车"
    assert [byline.names for byline in article.bylines] == [("谭宁",)]
    assert article.dateline is not None
    assert article.dateline.resolve(dt.date(2025, 5, 13)) == dt.date(2025, 5, 12)
    assert article.text == "今天上午，横跨两岸的新桥建成通车。\n两岸往来更加方便。"
    assert article.notes == ()


def test_text_has_no_encoding_and_the_first_index() -> None:
    page = pp.parse(STORY)
    assert (page.encoding, page.index) == (None, 0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_bytes_are_decoded_first(encoding: str) -> None:
    page = pp.parse(STORY.encode(encoding))
    assert page.text == STORY
    assert page.encoding is not None
    assert page.articles == pp.parse(STORY).articles


def test_all_kinds_of_bytes_are_bytes() -> None:
    data = STORY.encode()
    assert pp.parse(data) == pp.parse(bytearray(data)) == pp.parse(memoryview(data))


def test_a_path_is_read(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(STORY.encode("gb18030"))
    assert pp.parse(path) == pp.parse(STORY.encode("gb18030"))


def test_a_string_is_text_and_never_a_path(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(STORY, encoding="utf-8")
    assert pp.parse(str(path)).text == str(path)


def test_a_file_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        pp.parse(tmp_path / "none.txt")


@pytest.mark.parametrize("source", [None, 5, 1.5, ["新桥"], {"text": "新桥"}, object()])
def test_another_type_is_a_type_error(source: object) -> None:
    with pytest.raises(TypeError):
        pp.parse(source)  # type: ignore[arg-type]


def test_options_are_given_by_name_only() -> None:
    with pytest.raises(TypeError):
        pp.parse(STORY, pp.Options())  # type: ignore[call-arg]


def test_the_encoding_can_be_said() -> None:
    page = pp.parse(STORY.encode("gb18030"), options=pp.Options(encoding="gb18030"))
    assert page.text == STORY


def test_tables_that_are_not_there_are_a_convention_error() -> None:
    with pytest.raises(pp.ConventionError):
        pp.parse(STORY, options=pp.Options(conventions=("no such table",)))


def test_bytes_that_are_no_text_are_a_decode_error() -> None:
    with pytest.raises(pp.DecodeError):
        pp.parse(b"%PDF-1.7 " + bytes(range(256)))


def test_a_damaged_character_is_noted_where_it_stands() -> None:
    data = STORY.encode()
    at = len("新桥今日建成通车\n\n□记者 谭宁\n本报5月12日讯 今天".encode())
    page = pp.parse(data[:at] + b"\xff" + data[at:])
    notes = [note for note in page.notes if note.code is NoteCode.DAMAGED_BYTES]
    assert len(notes) == 1
    assert notes[0].span is not None
    assert page.cut(notes[0].span) == "\ufffd"


def test_what_the_furniture_says_of_the_page_is_kept() -> None:
    page = pp.parse(f"2025年5月13日 星期二 A03 要 闻\n\n{STORY}")
    assert (page.number, page.section, page.date) == ("A3", "要闻", dt.date(2025, 5, 13))
    assert [piece.kind for piece in page.furniture] == [FurnitureKind.FOLIO]


def test_a_page_that_prints_no_number_has_none() -> None:
    page = pp.parse(STORY)
    assert (page.number, page.section, page.date) == (None, None, None)


def test_furniture_stands_in_the_order_printed() -> None:
    page = pp.parse(f"2版 要闻\n\n{STORY}\n\n责编 李明 美编 王芳")
    starts = [piece.spans[0].start for piece in page.furniture]
    assert starts == sorted(starts)
    assert len(starts) == 2


def test_text_that_belongs_nowhere_is_noted() -> None:
    page = pp.parse("新桥今日建成通车\n\n稻谷秋收开镰")
    unplaced = [note for note in page.notes if note.code is NoteCode.UNPLACED_TEXT]
    unknown = [piece for piece in page.furniture if piece.kind is FurnitureKind.UNKNOWN]
    assert [note.span for note in unplaced] == [piece.spans[0] for piece in unknown]
    assert unknown


def test_a_form_feed_does_not_end_the_page() -> None:
    page = pp.parse("今天上午，横跨两岸的新桥建成通车。\f两岸往来更加方便。")
    assert "\n".join(article.text for article in page.articles).split() == [
        "今天上午，横跨两岸的新桥建成通车。",
        "两岸往来更加方便。",
    ]


def test_line_breaks_of_another_system_change_nothing_but_offsets() -> None:
    (plain,) = pp.parse(STORY).articles
    (other,) = pp.parse(STORY.replace("\n", "\r\n")).articles
    assert [block.text for block in other.body] == [block.text for block in plain.body]


def test_a_story_in_traditional_characters_has_the_same_structure() -> None:
    convert = opencc.OpenCC("s2t").convert
    (plain,) = pp.parse(STORY).articles
    (other,) = pp.parse(convert(STORY)).articles
    assert other.spans == plain.spans
    assert [block.text for block in other.body] == [convert(block.text) for block in plain.body]


def test_a_headline_spaced_by_wide_blanks_is_closed_up_as_by_narrow_ones() -> None:
    body = "今天上午，市十七届人大举行会议，代表们审议了报告。"
    narrow = pp.parse(f"{' '.join('市十七届人大')}\n\n{body}").articles[0]
    wide = pp.parse(f"{'　'.join('市十七届人大')}\n\n{body}").articles[0]
    assert narrow.headline.text == wide.headline.text == "市十七届人大"


def test_a_caption_of_the_only_article_belongs_to_it() -> None:
    text = "横跨两岸的新桥建成通车，往来更加方便。 王娇摄"
    (article,) = pp.parse(f"{STORY}\n\n图为{text}").articles
    assert [caption.text for caption in article.captions] == [f"图为{text}"]


def test_a_jump_line_broken_by_a_line_end_says_where_an_article_goes_on() -> None:
    (article,) = pp.parse(f"{STORY}（下转\n第二版）").articles
    assert article.continued_to is not None
    assert article.continued_to.page == "2"


def test_a_picture_without_a_headline_goes_with_the_article_beside_it() -> None:
    page = pp.parse(
        "农村公路通到家门口\n\n□记者 王建国\n"
        "    本报讯 今年以来，临河市新建农村公路三百公里，群众出行更加方便。\n"
        "    市交通局局长李明介绍，下一步将让公路通到每个村。\n\n▲公路建成。本报记者 王建国 摄\n\n"
        "高温来袭 医院开设绿色通道\n\n□记者 赵敏\n"
        "    本报讯 连日来，高温天气持续，医院开设中暑患者绿色通道。\n"
        "    急诊科主任张强提醒市民，高温时段尽量减少外出。\n"
    )
    assert [len(article.captions) for article in page.articles] == [1, 0]
    assert page.articles[0].captions[0].credit[0].names == ("王建国",)


def surely(text: str) -> float:
    """How sure the one article of a page is, not rounded as its confidence is."""
    (sureness,) = trace_page(text).sureness
    return math.prod(doubt.chance for doubt in sureness.doubts)


@pytest.mark.parametrize("mark", ["木报5月12日讯 ", "本报5月12日汛 ", "□木报记考 谭宁\n", "口记者 谭宁\n"])
def test_a_mark_that_is_misread_leaves_a_note_and_lowers_the_confidence(mark: str) -> None:
    body = "今天上午，新桥建成通车，两岸居民赶来看望，场面十分热闹。"
    right = {"木": "本", "汛": "讯", "考": "者", "口": "□"}
    plain = "".join(right.get(char, char) for char in mark)
    (found,) = pp.parse(f"新桥今日通车\n\n{mark}{body}").articles
    (wanted,) = pp.parse(f"新桥今日通车\n\n{plain}{body}").articles
    assert NoteCode.MARK_MISREAD in {note.code for note in found.notes}
    assert NoteCode.MARK_MISREAD not in {note.code for note in wanted.notes}
    assert found.confidence <= wanted.confidence
    assert surely(f"新桥今日通车\n\n{mark}{body}") < surely(f"新桥今日通车\n\n{plain}{body}")
    assert [one.names for one in found.bylines] == [one.names for one in wanted.bylines]
    assert (found.dateline is None) == (wanted.dateline is None)
    assert found.body == wanted.body, "what users get is the print, but for the mark the same"
