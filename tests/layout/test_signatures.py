from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paperparse import parse
from paperparse.conventions import Tables, load
from paperparse.layout import signatures
from paperparse.layout.evidence import load_weights, observe_page
from paperparse.layout.marking import find_marks
from paperparse.layout.roles import read_roles
from paperparse.layout.signatures import Laid, Signatures, find_signatures, load_signatures
from paperparse.marks.roleless import Bare, read_bare
from paperparse.options import Options
from paperparse.parse import lay_out
from paperparse.text.fold import fold
from paperparse.text.lines import split_lines

if TYPE_CHECKING:
    from paperparse.text.strand import Strand

TABLES = load(Options().conventions)
BRIDGE = "今天上午，新桥建成通车，两岸来往只要三分钟，\n渡口从此停航，街坊都来看，老人带着孩子走了一趟。"
WHEAT = "今年夏粮喜获丰收，农户忙着晒谷入仓，田野里机\n声隆隆，一派繁忙，合作社的仓库已经装满了。"
HEAD = "渡口停航之后的一点感想"
NEXT = "晒谷场上的忙与闲"


def found(text: str) -> list[str]:
    """The words of the lines on which somebody signs."""
    folded, lines = fold(text), split_lines(text)
    marks = find_marks(text, folded, lines, TABLES).marks
    roles = read_roles(observe_page(folded, lines, marks), [line.gap for line in lines], load_weights()).roles
    signed: Signatures = find_signatures(Laid(text, folded, 0, lines, marks, roles), TABLES)
    return [text[lines[at].start : lines[at].end] for at in sorted(signed.lines)]


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        (f"{HEAD}\n沈念慈\n{BRIDGE}", ["沈念慈"]),
        (f"{HEAD}\n\n何 平\n\n{BRIDGE}", ["何 平"]),
        (f"{HEAD}\n□市第二医院急诊科　何　平\n{BRIDGE}", ["□市第二医院急诊科　何　平"]),
        (f"{HEAD}\n沈念慈律师\n{BRIDGE}", ["沈念慈律师"]),
        (f"{HEAD}\n{BRIDGE}\n沈念慈\n\n{NEXT}\n{WHEAT}", ["沈念慈"]),
        (f"{HEAD}\n{BRIDGE}\n（沈念慈）\n\n{NEXT}\n{WHEAT}", ["（沈念慈）"]),
        (f"{HEAD}\n{BRIDGE}\n\n（沈念）\n\n{NEXT}\n{WHEAT}", ["（沈念）"]),
        (f"{HEAD}\n□ 方 言\n{BRIDGE}", ["□ 方 言"]),
        (f"{HEAD}\n●江城铸锻分厂　何　平\n{BRIDGE}", ["●江城铸锻分厂　何　平"]),
        (f"{HEAD}\n\n江城棉纺二厂修机工　王小明\n{BRIDGE}", ["江城棉纺二厂修机工　王小明"]),
        (f"{HEAD}\n王小明（江城市／建筑师）\n{BRIDGE}", ["王小明（江城市／建筑师）"]),
        (f"{HEAD}\n{BRIDGE}\n　　　　　清河县五区　王小明\n{NEXT}\n{WHEAT}", ["清河县五区　王小明"]),
        (
            f"{HEAD}\n{BRIDGE}\n江城公积金局\n客户服务处处长\n沈念慈\n\n{NEXT}\n{WHEAT}",
            ["江城公积金局", "客户服务处处长", "沈念慈"],
        ),
    ],
)
def test_who_signs_below_a_headline_or_a_body(text: str, signed: list[str]) -> None:
    assert found(text) == signed


@pytest.mark.parametrize(
    "text",
    [
        f"何处安放\n{BRIDGE}",
        f"{HEAD}\n高原之歌\n{BRIDGE}",
        f"{HEAD}\n方便群众\n{BRIDGE}",
        f"{HEAD}\n{BRIDGE}\n高新区\n{WHEAT}",
        f"{HEAD}\n{BRIDGE}\n\n马拉松\n大家一起跑过新桥\n{WHEAT}",
        f"随笔\n江南雨\n{BRIDGE}",
        f"{HEAD}\n{BRIDGE}\n（未完待续）",
        f"{HEAD}\n{BRIDGE}\n旗 津 贝 壳 展\n{WHEAT}",
        f"{HEAD}\n{BRIDGE}\n江城市果业发展中心主任沈念慈\n说，今年的果子格外甜，收购价也比去年高了一成。",
        f"{HEAD}\n江城中国商会会长王小明\n说，这座桥等了二十年，今天终于可以走过去看一看了。",
        f"——访江城市建设局局长\n沈念慈\n{BRIDGE}",
        f"新加坡副总理会见\n王小明\n本报5月12日讯 {BRIDGE}",
        f"{HEAD}\n{BRIDGE}\n\n■ 缘 起\n{WHEAT}",
        "沈念慈",
        "",
    ],
)
def test_short_headlines_are_no_names(text: str) -> None:
    assert found(text) == []


def test_what_stands_alike_elsewhere_on_the_page_decides() -> None:
    doubtful = f"{HEAD}\n{BRIDGE}\n\n王小明\n\n{NEXT}\n{WHEAT}"
    others = f"\n　　　　　刘淑英\n\n{NEXT}\n{WHEAT}\n　　　　　王建国\n\n{HEAD}\n{BRIDGE}"
    assert "王小明" not in found(doubtful)
    assert "王小明" in found(doubtful + others)


def test_a_signature_leaves_headline_and_body_whole() -> None:
    text = f"{HEAD}\n沈念慈\n{BRIDGE}\n\n{NEXT}\n{WHEAT}\n（白石镇　何　平）"
    first, second = parse(text).articles
    assert [passage.text for passage in first.headline.main] == [HEAD]
    assert [passage.text for passage in second.headline.main] == [NEXT]
    assert [line.names for article in (first, second) for line in article.bylines] == [("沈念慈",), ("何平",)]
    assert [block.text for block in second.body] == [WHEAT.replace("\n", "")]


def test_house_and_post_above_a_name_are_of_one_byline() -> None:
    (article,) = parse(f"{HEAD}\n{BRIDGE}\n江城公积金局\n客户服务处处长\n沈念慈\n").articles
    (line,) = article.bylines
    assert (line.outlet, line.role, line.names) == ("江城公积金局客户服务处", "处长", ("沈念慈",))
    assert len(line.spans) == 3


def test_a_line_that_seems_to_open_a_key_point_is_a_byline_where_somebody_signs_on_it() -> None:
    article = parse(f"{HEAD}\n□市第二医院急诊科　何　平\n{BRIDGE}").articles[0]
    assert [passage.text for passage in article.headline.passages] == [HEAD]
    assert [line.names for line in article.bylines] == [("何平",)]


def test_lines_marked_so_are_read_as_bylines() -> None:
    sheet = lay_out(f"{HEAD}\n沈念慈\n{BRIDGE}", 0, TABLES)
    assert [sheet.bylines[1].bylines[0].names] == [("沈念慈",)]


def test_weights_are_finite() -> None:
    assert all(-10.0 < value < 10.0 for value in load_signatures().values())


def test_a_line_below_no_post_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [first + last for first in "王李张刘" for last in ("小明", "建国", "冬梅", "志强")]
    read: list[str] = []

    def reading(strand: Strand, start: int, end: int, tables: Tables) -> Bare | None:
        read.append(strand.text)
        return read_bare(strand, start, end, tables)

    monkeypatch.setattr(signatures, "read_bare", reading)
    found("\n".join(names) + f"\n{BRIDGE}")
    assert len(read) <= len(names)


@pytest.mark.parametrize("below", ["", "后来，沈念慈回家了。"])
def test_who_is_told_of_below_is_seldom_the_author(below: str) -> None:
    signed = found(f"{HEAD}\n\n沈念慈\n\n{BRIDGE}\n{below}")
    assert signed == ([] if below else ["沈念慈"])


def test_every_weight_weighs() -> None:
    assert all(load_signatures().values())
