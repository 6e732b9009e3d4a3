"""Articles from files: what is taken, and what is left out."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest

from paperparse.model import BlockKind
from paperparse.testing.archive import copy_of_row, read_pages
from paperparse.testing.golden import read_golden

if TYPE_CHECKING:
    from pathlib import Path

LONG = "渡口重开以后，南岸的居民每天都赶早班船过江，船票两元，十分钟一班，从不误点，遇上大雾才停航。"


def row(*paragraphs: str, **fields: str | int) -> dict[str, Any]:
    return {
        "date": "20240502",
        "page": 3,
        "no": 1,
        "kicker": "",
        "title": "渡口重开",
        "subtitle": "",
        **fields,
    } | {"paragraphs": [*paragraphs, LONG + LONG]}


def test_subheads_are_short_and_open_between_paragraphs() -> None:
    copy = copy_of_row(row(LONG, "船票两元不变"))
    assert copy is not None
    assert [item.kind for item in copy.body] == [BlockKind.PARAGRAPH, BlockKind.SUBHEAD, BlockKind.PARAGRAPH]


def test_datelines_and_bracketed_bylines_leave_the_first_paragraph() -> None:
    copy = copy_of_row(row("据新华社巴黎5月1日电\xa0\xa0（记者孙宁、李一帆 通讯员周舟）" + LONG))
    assert copy is not None
    assert copy.wire is not None
    assert copy.wire.text == "据新华社巴黎5月1日电"
    assert [signature.names for signature in copy.bylines] == [("孙宁", "李一帆"), ("周舟",)]
    assert copy.body[0].text == LONG


def test_closing_brackets_become_tails() -> None:
    given = row(LONG)
    given["paragraphs"].append("（本报开罗5月1日电  记者孙宁）")
    copy = copy_of_row(given)
    assert copy is not None
    assert copy.tail is not None
    assert copy.tail.wire is not None
    assert (copy.tail.wire.place, copy.tail.signatures[0].names) == ("开罗", ("孙宁",))


@pytest.mark.parametrize(
    "odd",
    [
        "（相关报道见第四版）",
        "孙宁摄（城市影像）",
        "责编：孙宁",
        "一",
        "第一条 渡口由镇里管理。",
        "\xa0",
        "（未完待续）——",
    ],
)
def test_rows_with_odd_matter_are_left_out(odd: str) -> None:
    assert copy_of_row(row(LONG, odd)) is None


def test_lists_and_poems_are_left_out() -> None:
    assert copy_of_row(row("船来了", "人走了", "江水东流", "灯火如旧")) is None


def test_labels_leave_the_title() -> None:
    copy = copy_of_row(row(LONG, title="渡口重开（城事）"))
    assert copy is not None
    assert (copy.label, copy.main) == (("城事",), ("渡口重开",))


def test_rows_of_one_page_come_together(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl.gz"
    rows = [row(LONG, no=1), row(LONG, no=2), row(LONG, page=4)]
    file.write_bytes(gzip.compress("\n".join(json.dumps(item) for item in rows).encode()))
    assert [len(page) for page in read_pages(file)] == [2, 1]


def test_golden_pages_can_be_set_again(tmp_path: Path) -> None:
    block = {"kind": "paragraph", "text": LONG}
    signed = [{"role": "记者", "names": ["孙宁"], "outlet": None}]
    article = {"id": "1", "main": ["渡口重开"], "bylines": signed, "body": [block], "lines": [1]}
    (tmp_path / "one.json").write_text(
        json.dumps({"source": "one.txt", "articles": [article]}), encoding="utf-8"
    )
    ((copy,),) = read_golden(tmp_path)
    assert (copy.main, copy.bylines[0].names, copy.body[0].text) == (("渡口重开",), ("孙宁",), LONG)
