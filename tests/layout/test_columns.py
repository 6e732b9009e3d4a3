"""Columns that share their rows are read one after the other, and nothing else is taken apart."""

from __future__ import annotations

import json
from itertools import zip_longest
from pathlib import Path
from random import Random
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from growth import grows_in_proportion
from paperparse import FurnitureKind, parse
from paperparse.layout.columns import put_in_order
from paperparse.text.lines import em_width, split_lines, stretches
from seeds import SEEDS

CASES = json.loads(Path(__file__).with_name("columns.json").read_text(encoding="utf-8"))

LEFT = (
    "　　新桥今天上午通车，两岸",
    "居民步行三分钟就能到对岸。",
    "渡口的老船工许长庚站在桥头，",
    "数着来往的自行车。他说，从",
    "前一趟要等上半个钟头。",
    "　　桥长四百米，桥面宽十二",
    "米，两侧留出了步道。施工用",
    "了十九个月，比原定的日子早",
    "了四十天。",
)
RIGHT = (
    "　　县医院的夜间门诊昨天开",
    "诊，首晚接待病人三十七名。",
    "护士长柳映雪说，多数是带孩",
    "子来的家长，下班以后才有空。",
    "　　药房也延长到夜里十点，",
    "常用药备了二百多种。医院打",
    "算下月再开两个诊室。",
)


def _beside(left: tuple[str, ...], right: tuple[str, ...], gutter: str) -> str:
    """Two columns on the same rows; without a gutter the left one is padded."""
    width = max(map(em_width, left))
    rows = []
    for one, two in zip_longest(left, right, fillvalue=""):
        padding = gutter or " " * (round((width - em_width(one)) * 2) + 4)
        rows.append(one + padding + two if two else one)
    return "\n".join(rows)


def _read(page: str) -> list[str]:
    """The lines of a page as they are read."""
    return [page[line.start : line.end] for line in put_in_order(page).lines]


@pytest.mark.parametrize("gutter", ["", " | ", " ｜ ", "│", " ", "  "])
def test_two_columns_are_read_one_after_the_other(gutter: str) -> None:
    page = _beside(LEFT, RIGHT, gutter)
    assert _read(page) == [line.strip() for line in (*LEFT, *RIGHT)]


@pytest.mark.parametrize("gutter", ["", " | "])
def test_split_columns_give_the_paragraphs_of_columns_set_apart(gutter: str) -> None:
    apart = parse("\n".join((*LEFT, "", *RIGHT)))
    beside = parse(_beside(LEFT, RIGHT, gutter))
    assert [a.text for a in beside.articles] == [a.text for a in apart.articles]


def test_three_columns() -> None:
    middle = tuple(line.replace("县医院", "市医院") for line in RIGHT)
    page = _beside(tuple(_beside(LEFT, middle, "").split("\n")), RIGHT, "")
    assert _read(page) == [line.strip() for line in (*LEFT, *middle, *RIGHT)]


def test_a_gutter_may_drift() -> None:
    rows = [
        f"{one}{' ' * (round((15 - em_width(one)) * 2) + 4 + at // 3)}{two}"
        for at, (one, two) in enumerate(zip(LEFT, RIGHT, strict=False))
    ]
    assert _read("\n".join(rows))[: len(RIGHT)] == [line.strip() for line in LEFT[: len(RIGHT)]]


def test_the_right_column_begins_after_a_blank_line() -> None:
    lines = put_in_order(_beside(LEFT, RIGHT, "")).lines
    assert lines[len(LEFT)].gap == 1
    assert lines[len(LEFT)].indent == 2


@pytest.mark.parametrize("blank", [" ", "　"], ids=["narrow", "wide"])
@pytest.mark.parametrize("gutter", [1, 2, 3])
def test_only_first_lines_stand_in_whatever_a_column_is_padded_with(gutter: int, blank: str) -> None:
    width = max(map(em_width, LEFT)) + gutter
    page = "\n".join(
        one + blank * round((width - em_width(one)) / (1 if blank == "　" else 0.5)) + two if two else one
        for one, two in zip_longest(LEFT, RIGHT, fillvalue="")
    )
    lines = put_in_order(page).lines
    assert [page[line.start : line.end] for line in lines] == [line.strip() for line in (*LEFT, *RIGHT)]
    assert [line.indent for line in lines] == [2.0 * line.startswith("　") for line in (*LEFT, *RIGHT)]


def test_two_wide_blanks_part_columns_that_nothing_pads() -> None:
    page = _beside(LEFT, RIGHT, "　　")
    assert _read(page) == [line.strip() for line in (*LEFT, *RIGHT)]


def test_signs_of_a_gutter_are_furniture_and_no_note() -> None:
    page = parse(_beside(LEFT, RIGHT, " | "))
    assert [(piece.kind, len(piece.spans)) for piece in page.furniture] == [
        (FurnitureKind.UNKNOWN, len(RIGHT))
    ]
    assert not page.notes


def test_rows_above_and_below_stay_where_they_are() -> None:
    head = "两岸居民盼来新桥　夜间门诊今起开诊"
    foot = "今天是星期三，全市多云转晴，东南风二到三级，最高气温二十六摄氏度，最低十七摄氏度。"
    read = _read("\n".join((head, "", _beside(LEFT, RIGHT, ""), "", foot)))
    assert (read[0], read[-1]) == (head, foot)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_is_no_column_is_not_cut(case: dict[str, str]) -> None:
    assert put_in_order(case["text"]).lines == split_lines(case["text"]), case["why"]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem[:3])
def test_real_pages_without_gutters_are_not_cut(seed: Path) -> None:
    text = seed.read_text(encoding="utf-8")
    assert put_in_order(text).lines == split_lines(text)


def _check_that_all_is_read_once(text: str) -> None:
    order = put_in_order(text)
    held = [at for line in order.lines for low, high in stretches(text, line) for at in range(low, high)]
    held += [at for block in order.signs for low, high in block for at in range(low, high)]
    assert len(held) == len(set(held))
    assert {at for at, char in enumerate(text) if not char.isspace()} <= set(held)


@given(st.text(st.sampled_from("甲乙丙，。！“”（） 　|\n\f1a"), max_size=400))
def test_every_character_that_is_no_blank_is_read_once(text: str) -> None:
    _check_that_all_is_read_once(text)


TORN = ("由实践来检验。", "”在河南考察", "走了。（", "“又去", "时，书记看望了各地代表")
SIGNED = st.one_of(
    st.text(st.sampled_from("甲乙，。！“”（）"), max_size=10),
    st.sampled_from(["新桥今天通车，", "停航。", "“盼了。”", "　　船家说，两岸", "孩子们放学以后，"]),
)


@given(
    st.lists(st.lists(SIGNED, min_size=1, max_size=3), min_size=4, max_size=16),
    st.sampled_from([" | ", "│", "  ", " ", "　"]),
)
@example(
    [["新桥今天通车，", "甲乙，"], ["停航。", "甲乙，"], ["“盼了。”", "甲乙，"], ["船家说，", "甲乙，"]],
    " | ",
)
def test_columns_on_a_page_with_torn_rows_are_read_once(rows: list[list[str]], gutter: str) -> None:
    _check_that_all_is_read_once("\n".join([*TORN, "", *(gutter.join(row) for row in rows)]))


def test_a_row_is_not_joined_with_the_next_one_of_its_column() -> None:
    left = (*LEFT[:5], "停航。", "“盼了。”", *LEFT[5:7])
    page = "\n".join([*TORN, "", _beside(left, (*RIGHT, *RIGHT[4:6]), " | ")])
    _check_that_all_is_read_once(page)
    assert {"停航。", "“盼了。”"} <= set(_read(page))


@given(st.integers(2, 30), st.sampled_from(["", " | ", "  "]), st.integers(0, 2))
def test_columns_of_any_length_lose_nothing(length: int, gutter: str, cut: int) -> None:
    left = (LEFT * 4)[:length]
    text = _beside(left, RIGHT[cut:], gutter)
    order = put_in_order(text)
    found = sorted("".join(text[line.start : line.end] for line in order.lines))
    assert sorted("".join(found).replace(" ", "").replace("　", "").replace("|", "")) == sorted(
        text.replace(" ", "").replace("　", "").replace("|", "").replace("\n", "")
    )


@given(st.lists(st.text(st.sampled_from("甲乙丙丁戊一二"), max_size=20), max_size=30))
def test_text_without_white_in_it_is_unchanged(rows: list[str]) -> None:
    text = "\n".join(rows)
    assert put_in_order(text).lines == split_lines(text)


@pytest.mark.parametrize("unit", [" ", "|", "甲，  乙 | ", "甲  \n", "甲，乙丙丁戊己庚 | 丙，丁戊己庚辛壬\n"])
def test_time_is_linear(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        begin = perf_counter()
        put_in_order(text)
        return perf_counter() - begin

    seconds(4000)
    assert seconds(80_000) < max(40 * min(seconds(20_000) for _ in range(2)), 1.0)


def test_time_is_linear_where_nothing_is_said_twice() -> None:
    rng = Random(1)  # noqa: S311 - chance, not secrecy
    han = [chr(0x4E00 + 7 * at) for at in range(250)]

    def words(count: int) -> str:
        return "".join(rng.choices(han, k=count))

    def page(rows: int) -> str:
        return "\n".join(f"{words(6)}，{words(7)} | {words(6)}，{words(7)}" for _ in range(rows))

    short, long = page(500), page(2000)
    assert grows_in_proportion(lambda: put_in_order(short), lambda: put_in_order(long), 2)


def test_rows_that_all_stand_in_are_no_right_column() -> None:
    stanza = ("桥上行人来往，", "渡口无船。", "水边灯火初上，", "人声渐远。")
    head = ["新桥  通车", "渡口  停航", "两岸  同喜", ""]
    text = "\n".join([*head, *(" " * 12 + row for row in stanza * 3)])
    assert put_in_order(text).lines == split_lines(text)
