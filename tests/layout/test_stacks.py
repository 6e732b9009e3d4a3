"""Where one pair of columns ends and another begins below it."""

from paperparse.layout.blocks import find_blocks
from paperparse.layout.columns import put_in_order
from paperparse.layout.gutters import Views
from paperparse.layout.rivers import find_rivers
from paperparse.layout.stacks import unstack
from paperparse.text.lines import split_rows

BRIDGE = (
    ["　　新桥今天通车，", "两岸来往只要三分", "钟，渡口从此停航"],
    [
        "了，到场的街坊说",
        "盼这座桥，已经盼",
        "了整整二十年了。",
    ],
)
SCHOOL = (
    ["　　村小添了图书，", "孩子们放学以后，", "都爱坐在窗边看书"],
    [
        "，一看就是大半天",
        "，老师说，书是城",
        "里的读者捐来的。",
    ],
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
    return [len(list(unstack(page, views, block))) for block in find_blocks(page, looks, rivers)]


def test_articles_of_one_measure_are_read_one_after_the_other() -> None:
    page = f"{beside(*BRIDGE)}\n\n村小有了图书角\n\n{beside(*SCHOOL)}"
    assert sum(count(page)) == 2
    said = [*BRIDGE[0], *BRIDGE[1], "村小有了图书角", *SCHOOL[0], *SCHOOL[1]]
    assert [line.strip() for line in read(page)] == [words.strip() for words in said]


def test_columns_that_both_go_on_below_a_blank_row_are_one_block() -> None:
    left = [*BRIDGE[0], "", "了。街坊们都来看，", "桥头站满了老少人", "群，一直站到天黑。"]
    right = [*SCHOOL[0], "", "，常常忘了回家吃", "饭，家长找到学校", "，才知道有了书。"]
    page = beside(left, right)
    assert count(page) == [1]
    assert [line.strip() for line in read(page)] == [
        words.strip() for words in (*left, *right) if words.strip()
    ]


def test_a_block_without_a_blank_row_is_left_alone() -> None:
    left, right = [*BRIDGE[0], *SCHOOL[0]], [*BRIDGE[1], *SCHOOL[1]]
    assert count(beside(left, right)) == [1]
