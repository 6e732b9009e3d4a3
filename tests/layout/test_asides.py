"""Captions and pull quotes, told as whole blocks."""

from __future__ import annotations

import pytest

import paperparse as pp
from paperparse.conventions import load
from paperparse.layout.asides import mark_asides
from paperparse.layout.evidence import Mark
from paperparse.layout.marked import Marked
from paperparse.layout.marking import mark_lines
from paperparse.options import Options
from paperparse.text.fold import fold
from paperparse.text.lines import split_lines

ABOVE = """渡口老街要修了
本报讯 渡口老街昨天开始修缮，沿街的八
十间老屋都在修缮之列。施工方介绍，屋顶
和木梁先修，门面后修，工期为十个月，其
间商户暂迁到码头仓库营业。"""
BELOW = """住在老街的邓阿婆说，她在街口卖了三十年
豆花，搬走那天心里空落落的。“屋顶漏了
好几年，能修总是好的。”她的两个女儿都
劝她早点搬。"""


def article(*aside: str) -> pp.Article:
    """The article of a page with lines in the middle of its text."""
    page = pp.parse("\n".join([ABOVE, *aside, BELOW]))
    assert len(page.articles) == 1
    assert [block.text[:5] for block in page.articles[0].body] == ["渡口老街昨", "住在老街的"]
    return page.articles[0]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("渡口老街的木梁被白蚁蛀空，工人正在逐", "根更换。（记者程一舟摄）"), ("程一舟",)),
        (
            ("渡口老街的木梁被白蚁蛀空，工人正在逐", "根更换，老屋原来的样子不变。（程一舟", "摄）"),
            ("程一舟",),
        ),
        (("工人正在更换木梁。", "图／程一舟提供"), None),
        (("工人正在更换老街的木梁，老屋原来的样", "子不会改变。（海峡时报）"), None),
        (("工人正在更换木梁。", "图／北山国家公园管理处提供"), None),
        (("←工人正在更换老街的木梁，老屋原来的样", "子不会改变。"), None),
        (("▲工人正在更换老街的木梁，老屋原来的样", "子不会改变。（記者程一舟／攝", "影）"), ("程一舟",)),
    ],
)
def test_the_lines_above_a_credit_are_its_caption(
    lines: tuple[str, ...], names: tuple[str, ...] | None
) -> None:
    (caption,) = article(*lines).captions
    words = "".join(lines)
    assert "".join(caption.text.split()).startswith(words.lstrip("←▲")[:12])
    if names is not None:
        assert caption.credit[0].names == names


def test_a_sentence_wider_than_its_column_is_no_caption() -> None:
    text = f"{ABOVE}\n工人正在逐根更换渡口老街被白蚁蛀空的木梁，\n老屋的样子不变。\n{BELOW}"
    marks = mark_lines(text, fold(text), split_lines(text), load(Options().conventions))
    assert Mark.PICTURE not in marks


def test_a_headline_above_a_caption_is_no_part_of_it() -> None:
    page = pp.parse(
        f"{ABOVE}\n广场灯会\n元宵开场\n工人昨天为广场上的“小白鹭”\n彩灯接线，彩灯用去铁丝三百\n公斤。（海峡时报）\n"
        "本报讯 广场灯会元宵节晚上开场，二十组彩\n灯摆到江边，看灯不收门票。"
    )
    (caption,) = [caption for found in page.articles for caption in found.captions]
    assert caption.text.startswith("工人昨天为广场上")


def test_words_set_apart_with_who_spoke_them_are_a_highlight() -> None:
    found = article("“ 屋顶漏了好几年，能", "修总是好的。”", "——居民邓阿婆")
    assert [passage.text.split("——")[1] for passage in found.highlights] == ["居民邓阿婆"]


def test_a_headline_in_quotation_marks_with_its_second_line_is_none() -> None:
    page = pp.parse(f"“屋顶漏了好几年”\n——渡口老街见闻\n{BELOW}")
    assert [passage.text for passage in page.articles[0].headline.sub] == ["——渡口老街见闻"]
    assert not page.articles[0].highlights


def test_who_spoke_below_a_quotation_that_opens_nowhere_marks_nothing() -> None:
    # the last line of the page opens a quotation, and stands above no line of it
    text = "甲乙丙。”\n——王小明\n市里开了会。\n“某某"
    marks = mark_lines(text, fold(text), split_lines(text), load(Options().conventions))
    assert marks == (Mark.NONE,) * 4
    assert pp.parse(text).articles


def test_looking_for_asides_changes_no_mark() -> None:
    text = f"{ABOVE}\n←工人正在更换老街的木梁，老屋原来的样\n子不会改变。\n“ 屋顶漏了好几年。”\n——居民邓阿婆"
    tables, lines = load(Options().conventions), split_lines(text)
    marks = [Mark.OPENER if text[line.start] == "←" else Mark.NONE for line in lines]
    kept = list(marks)
    found = mark_asides(Marked(text, fold(text), lines, marks, tables))
    assert marks == kept
    assert found == {5: Mark.PICTURE, 6: Mark.PICTURE_MORE, 7: Mark.QUOTE, 8: Mark.QUOTE_MORE}
