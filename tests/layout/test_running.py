"""Rows of furniture at a page's edge, and notices to readers, told by the company they keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import paperparse as pp
from paperparse.conventions import load
from paperparse.layout.evidence import Mark
from paperparse.layout.marking import mark_lines
from paperparse.layout.running import MOST
from paperparse.marks import furniture
from paperparse.options import Options
from paperparse.text.fold import fold
from paperparse.text.lines import split_lines

if TYPE_CHECKING:
    from paperparse.conventions import Tables
    from paperparse.text.strand import Strand

TABLES = load(Options().conventions)
STORY = """新桥今日通车
两岸居民迎来新通道
本报讯 今天上午，新桥建成通车，两岸居民
往来不再绕行。桥长一千二百米，双向四车
道，两侧设有人行步道。"""


def running(text: str) -> list[str]:
    """The lines marked as a row of furniture or a notice."""
    lines = split_lines(text)
    marks = mark_lines(text, fold(text), lines, TABLES)
    return [
        text[line.start : line.end]
        for line, mark in zip(lines, marks, strict=True)
        if mark in {Mark.RUNNING, Mark.FURNITURE}
    ]


HEADS = [
    "8 海外\n2023年2月9日 星期四\n联合晨报 chenbao.sg",
    "言论\n22\n2024年6月4日 星期二\n联合晨报",
    "A14南馬 東方報 2018年7月10日星期二",
    "星馬日報 SIN MA DAILY 地方 18. 8. 2023 星期五 9",
    "B2\n世界時報 WORLD TIMES\n舊金山\n2015年10月23日 星期五",
    "南部新聞 B３\n自主時報\n中華民國１０６年７月２７日／星期四",
    "晚報\n2018.03.25星期日\n港聞A6",
    "T5\n游泳·综合\n2012年8月16日\n赛场纵览\n本版编辑　林　风",
    "1951-03-04\n\n第2版()\n专栏：",
    "中華通訊社 國內新聞稿\n112年3月8日 第3頁",
    "香江日報　一九七七年五月二十四日　星期二　農曆丁巳年四月初七日　第二張第一頁",
    "江川县报\n2023年5月23日　星期二\n第3712期　今日4版\n【今日导读】\n2版　城西大桥合龙\n4版　渡口的旧船票",
]
FEET = [
    "07\n法庭·内外\n2021年11月19日\n江城法报\n编辑 陈 舟　校对 李小溪　电话 (0371)65520000",
    "更多消息，请上chenbao.sg或扫描QR码",
    "社區消息爆料請電 ０８００-０００-０００",
    "来稿请附姓名及电话，篇幅以八百字为限。",
    "更多内容请看本报A6版\n本版资料不构成买卖依据。",
    "和記搬屋 快捷妥當 價錢相宜 (626)555-0100",
]


@pytest.mark.parametrize("head", HEADS)
def test_a_row_at_the_top_is_furniture_from_end_to_end(head: str) -> None:
    assert running(f"{head}\n{STORY}") == head.replace("\n\n", "\n").split("\n")


@pytest.mark.parametrize("foot", FEET)
def test_a_row_or_a_notice_at_the_foot_is_furniture(foot: str) -> None:
    assert running(f"{STORY}\n{foot}") == foot.split("\n")


@pytest.mark.parametrize(
    "top",
    [
        "山城花开",  # a title above the day of a web edition
        "扫码支付今起上线",
        "周末过后　邮箱爆满",
        "本省编写4部乡土志",
        "全市去年生产粮食67730000",
        "大桥总投资 12000000",
        "市民服务热线 67730000",
        "水电站全年发电67730000",
        "地铁票 早点 晚饭 全市均有售",
    ],
)
def test_a_headline_is_no_furniture(top: str) -> None:
    assert top not in running(f"{top}\n2024年5月1日\n{STORY}")
    assert top not in running(f"{STORY}\n\n{top}\n{STORY}")
    assert top not in running(f"{STORY}\n\n{top}\n\n{STORY}")


def test_a_column_named_in_an_archive_counts_only_beside_a_folio_or_day() -> None:
    assert running("城西公园开放\n\n专栏：城市") == []
    assert running("1951-03-04\n\n第2版()\n专栏：城市\n" + STORY) == ["1951-03-04", "第2版()", "专栏：城市"]


def test_a_notice_in_the_middle_of_a_sentence_is_none() -> None:
    line = "记者拨打了门市电话(626)555-0100"
    assert running(f"{STORY[:-1]}，\n{line}\n，并无人接听。") == []


def test_what_a_row_prints_is_read() -> None:
    page = pp.parse(f"8 海外\n2023年2月9日 星期四\n联合晨报 chenbao.sg\n{STORY}")
    assert (page.number, page.section, str(page.date)) == ("8", "海外", "2023-02-09")
    assert [piece.kind.value for piece in page.furniture] == ["folio", "date", "masthead"]
    assert len(page.articles) == 1
    assert not page.notes


def test_numbers_drawn_in_a_lottery_are_no_folios() -> None:
    assert running(f"{STORY}\n\n02、09、14、17、21、33\n\n{STORY}") == []


def test_a_line_is_judged_in_one_row_alone() -> None:
    # thirteen titles in which no line is sure are one row; the day below them is in the next
    titles = [f"{place}日报" for place in "江河湖海山川林泉溪谷原野田岭峰洲滩湾港浦"]
    lines = [*titles, "2023年2月9日 星期四", *titles]
    marked = running("\n".join([*lines, STORY]))
    assert marked[0] == titles[MOST + 1]
    assert "2023年2月9日 星期四" in marked


@pytest.mark.parametrize("line", FEET[1:])
def test_each_line_at_a_foot_is_read_as_a_notice_once(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def count(strand: Strand, start: int, end: int, tables: Tables) -> object:
        read.append(strand.text)
        return read_notice(strand, start, end, tables)

    read_notice = furniture.read_notice
    monkeypatch.setattr(furniture, "read_notice", count)
    assert running(f"{STORY}\n\n新桥今日通车\n\n{line}") == line.split("\n")
    # what holds no word of a notice is not read at all
    assert sorted(read) == sorted(line.split("\n"))


ADVERTS = "招租：临街门面房120平米，电话13800138000 联系人 刘先生\n疏通下水道 专业防水 电话：88886666"
NEWS = "社区食堂开进写字楼\n本报讯 昨天，社区食堂开进写字楼，上班族中午多了一个去处，一份十五元。"


@pytest.mark.parametrize("page", [f"{ADVERTS}\n\n{NEWS}", f"{NEWS}\n\n{ADVERTS}\n\n{NEWS}"])
def test_adverts_that_stand_together_are_no_headline_and_name_no_section(page: str) -> None:
    read = pp.parse(page)
    heads = [passage.text for article in read.articles for passage in article.headline.passages]
    assert set(heads) == {"社区食堂开进写字楼"}
    assert "".join(piece.text for piece in read.furniture).replace("\n", "") == ADVERTS.replace("\n", "")
    assert read.section is None


def test_a_notice_goes_on_in_no_line_below_it() -> None:
    first, second = ADVERTS.splitlines()
    text = f"{NEWS}\n\n{first}\n社区食堂开进写字楼的第二天\n{second}\n\n{NEWS}"
    lines = [line for piece in pp.parse(text).furniture for line in piece.text.splitlines()]
    assert first not in lines
