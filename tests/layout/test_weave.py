"""In which order the parts of rows are read that hold two columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import grows_in_proportion
from paperparse.layout.blocks import find_blocks
from paperparse.layout.columns import put_in_order
from paperparse.layout.cuts import Part
from paperparse.layout.gutters import Views
from paperparse.layout.rivers import find_rivers
from paperparse.layout.strips import strips_of
from paperparse.layout.weave import reach, solve, weave
from paperparse.text.lines import split_rows

BRIDGE = (
    ["　　新桥今天通车，", "渡口停航，来往只要", "三分钟，船家这一停"],
    ["航，到场的街坊说", "盼这座桥，已经盼", "了整整二十年了。"],
)
SCHOOL = (
    ["　　村小添了图书，", "孩子们放学以后，", "都爱坐在窗边看书"],
    ["，一看就是大半天", "，老师说，书是城", "里的读者捐来的。"],
)


def beside(left: list[str], right: list[str]) -> str:
    """Two columns on the same rows."""
    return "\n".join(one.ljust(12, "　") + two for one, two in zip(left, right, strict=True))


def read(page: str) -> list[str]:
    return [page[line.start : line.end] for line in put_in_order(page).lines]


def count(page: str) -> list[int]:
    """Of each block of a page how many it is read as."""
    looks = Views(page, list(split_rows(page)))
    views = [looks[at] for at in range(len(looks.rows))]
    rivers = find_rivers({at: view for at, view in enumerate(views) if view.gaps or view.indent})
    return [len(weave(page, views, block, 0, len(views))) for block in find_blocks(page, looks, rivers)]


def test_articles_of_one_measure_are_read_one_after_the_other() -> None:
    page = f"{beside(*BRIDGE)}\n\n村小有了图书角\n\n{beside(*SCHOOL)}"
    said = [*BRIDGE[0], *BRIDGE[1], "村小有了图书角", *SCHOOL[0], *SCHOOL[1]]
    assert read(page) == [words.strip() for words in said]


def test_columns_that_both_go_on_below_a_blank_row_are_one_block() -> None:
    left = [*BRIDGE[0], "", "航，街坊们都来看，", "桥头站满了老少人", "群，一直站到天黑。"]
    right = [*SCHOOL[0], "", "，常常忘了回家吃", "饭，家长找到学校", "，才知道有了书。"]
    page = beside(left, right)
    assert count(page) == [1]
    assert read(page) == [words.strip() for words in (*left, *right) if words.strip()]


def test_a_block_without_a_blank_row_is_left_alone() -> None:
    left, right = [*BRIDGE[0], *SCHOOL[0]], [*BRIDGE[1], *SCHOOL[1]]
    assert count(beside(left, right)) == [1]


@pytest.mark.parametrize("gutter", ["", " | ", " "])
@pytest.mark.parametrize("rest", [1, 2, 3])
def test_the_rest_of_a_left_column_is_read_before_the_right_one(gutter: str, rest: int) -> None:
    left = [
        "　　新桥今天上午通车，两岸",
        "居民步行三分钟就能到对岸。",
        "渡口的老船工许长庚站在桥头，",
        "数着来往的自行车。他说，从",
        "前一趟要等上半个钟头，如今",
        "眨眼就到，孩子上学再也不用",
        "赶早，菜农进城也不用起夜。",
        "桥长四百米，桥面宽十二米，",
        "两侧还留出了步道，晚上亮着",
    ]
    right = [
        "灯。施工用了十九个月，比原",
        "定的日子早了四十天，没有出",
        "过一次事故。通车的当天，镇",
        "上的小学停课半天，孩子们排",
        "着队走过新桥，又走回来。许",
        "长庚说，明天他就把船卖了。",
    ]
    left = left[: len(right) + rest]
    rows = [
        one + (gutter or " " * (34 - 2 * len(one))) + two
        for one, two in zip(left, right + [""] * rest, strict=True)
    ]
    below = ["", "今日天气", "", "　　全市多云。"]
    page = "\n".join(["两岸通新桥", "", *(row.rstrip(" |　") for row in rows), *below])
    assert read(page) == ["两岸通新桥", *map(str.strip, left), *right, "今日天气", "全市多云。"]


PIECES = st.sampled_from(["甲乙丙丁戊己庚辛", "甲乙丙。", "　　甲乙丙丁戊己", "标题", "", "“甲乙，丙丁戊己"])


@given(st.lists(st.tuples(PIECES, PIECES), min_size=4, max_size=24), st.sampled_from(["", " | ", " "]))
def test_every_row_is_read_once(rows: list[tuple[str, str]], gutter: str) -> None:
    page = "\n".join(one + (gutter or "　" * (12 - len(one))) + two for one, two in rows)
    looks = Views(page, list(split_rows(page)))
    views = [looks[at] for at in range(len(looks.rows))]
    rivers = find_rivers({at: view for at, view in enumerate(views) if view.gaps or view.indent})
    for block in find_blocks(page, looks, rivers):
        low, stop = reach(block, 0, len(views))
        path = solve(strips_of(page, views[low:stop], block, block.first - low))
        assert [step.row for step in path] == [at for at in range(stop - low) if views[low + at].end[0]]
        woven = weave(page, views, block, 0, len(views))
        ends = [one.first + len(one.cuts) for one in woven]
        assert all(last <= then.first for last, then in zip(ends, woven[1:], strict=False))
        assert all(any(cut.part in {Part.BOTH, Part.RIGHT} for cut in one.cuts) for one in woven)


@pytest.mark.parametrize("gutter", ["　　", " | ", " "])
def test_time_is_linear(gutter: str) -> None:
    rows = [
        f"新桥今天通车，两岸{gutter}村小添了图书，孩子",
        f"来往只要三分钟，渡{gutter}们放学以后，都爱坐",
        "口从此停航。",
        "",
    ]

    def page(size: int) -> str:
        return "\n".join(rows * size)

    short, long = page(60), page(240)
    assert grows_in_proportion(lambda: put_in_order(short), lambda: put_in_order(long), 2)
