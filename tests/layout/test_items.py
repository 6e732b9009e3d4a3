"""Pieces of news that follow each other, each opened by the same glyph."""

from __future__ import annotations

import pytest
from attrs import evolve

import paperparse as pp
from paperparse.conventions import load
from paperparse.layout.evidence import Mark
from paperparse.layout.items import mark_items
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


@pytest.mark.parametrize("glyph", "○●△▲")
def test_pieces_of_news_that_follow_each_other_are_paragraphs(glyph: str) -> None:
    items = [
        f"{glyph}县农技站昨天开始下乡，三天里走了七个村\n子，查看早稻长势。",
        f"{glyph}县医院新门诊楼本月底启用，看病的人可从\n东门进院。",
        f"{glyph}北门小学的学生昨天到河边植树，共种下柳\n树两百棵。",
    ]
    page = pp.parse("\n".join([ABOVE, "", "各地简讯", "", *items]))
    brief = page.articles[-1]
    assert [block.text.lstrip(glyph)[:4] for block in brief.body] == ["县农技站", "县医院新", "北门小学"]
    assert not any(found.captions or found.highlights for found in page.articles)


def test_key_points_without_a_stop_are_no_list_of_news() -> None:
    text = f"■老屋八十间都要修\n■工期为十个月\n■商户迁到码头仓库\n{BELOW}"
    marks = mark_lines(text, fold(text), split_lines(text), load(Options().conventions))
    assert marks[:3] == (Mark.OPENER,) * 3


def test_two_pieces_are_a_list_where_their_glyph_opens_no_captions() -> None:
    text = "○县农技站昨天开始下乡。\n○县医院新门诊楼本月底启用。"
    lines, marks = split_lines(text), [Mark.NONE] * 2
    tables = load(Options().conventions)
    assert mark_items(Marked(text, fold(text), lines, marks, tables)) == {0: Mark.ITEM, 1: Mark.ITEM}
    assert marks == [Mark.NONE] * 2
    other = text.replace("○", "▲")
    assert mark_items(Marked(other, fold(other), lines, [Mark.OPENER] * 2, tables)) == {}


def test_which_glyphs_open_pieces_of_news_is_a_fact_of_the_tables() -> None:
    # a table of someone else may name others
    tables = load(Options().conventions)
    other = evolve(tables, parts={**tables.parts, "bullet": "▲"})
    text = "▲县农技站昨天开始下乡。\n▲县医院新门诊楼本月底启用。"
    assert mark_items(Marked(text, fold(text), split_lines(text), [Mark.OPENER] * 2, other)) == {
        0: Mark.ITEM,
        1: Mark.ITEM,
    }


SIGNED = (
    "◆12月17日，县农技站的技术员下乡走了七个村子。（沈念慈）",
    "◆12月18日，县医院的新门诊楼启用，看病的人可从东门进院。（王小明）",
    "◆12月20日，北门小学的学生到河边植树，种下柳树两百棵。（李冬梅）",
)


@pytest.mark.parametrize("between", ["", "\n"])
def test_pieces_of_news_may_close_with_who_signs_them(between: str) -> None:
    items = [item.replace("（", f"{between}（") for item in SIGNED]
    page = pp.parse("\n".join([ABOVE, "", "短讯", *items]))
    signed = [line.names for article in page.articles for line in article.bylines]
    assert signed == [("沈念慈",), ("王小明",), ("李冬梅",)]
    assert not any(found.highlights or found.captions for found in page.articles)


@pytest.mark.parametrize("note", ["（见右图）", "（5月12日）", "（图略）"])
def test_a_note_in_brackets_signs_no_piece_of_news(note: str) -> None:
    page = pp.parse("\n".join([ABOVE, "", *(item.split("（")[0].rstrip("。") + note for item in SIGNED)]))
    assert not any(article.bylines for article in page.articles)
    assert [point.text[:6] for article in page.articles for point in article.highlights]
