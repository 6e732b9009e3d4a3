"""Lines of a list, told from headlines and from running text by what they have in common."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperparse.layout.lists import FEWEST, find_lists
from paperparse.text.fold import fold
from paperparse.text.lines import split_lines


def found(text: str) -> list[int]:
    return find_lists(fold(text), split_lines(text))


@pytest.mark.parametrize(
    "lines",
    [
        ["江北队二比一临湖", "白石体院零比零云麓", "长汀三比一金沙"],
        ["大白菜 每公斤1.20元", "鸡蛋 每公斤8.60元", "带鱼 每公斤18.00元", "豆角 每公斤6.40元"],
        ["金沙 3 7", "临湖 5 9", "云麓 6 8"],  # two signs do, if they are blanks
        ["一等奖：孙宁（县医院）", "二等奖：周立（供电所）", "三等奖：何秀（园林局）"],
    ],
)
def test_lines_of_one_pattern_are_a_list(lines: list[str]) -> None:
    assert found("\n".join(lines)) == [len(lines)] * len(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["江北队二比一临湖", "白石体院零比零云麓"],  # a kicker may be like its headline
        ["新桥今日通车", "两岸居民同喜", "往来更加方便"],
        ["中国女篮 3", "江城晚报 5", "新桥通车 7"],  # a blank beside a number tells nothing
        # running text with numbers, broken where its lines are full
        ["今年前10个月，全县进出口增长7", "%，其中出口增长12%，进口增长", "3%，民营企业增长9%，比上年高"],
        ["前10个月增长7%。", "后2个月增长3%。", "全年增长5%。"],  # closed by stops
    ],
)
def test_other_lines_are_none(lines: list[str]) -> None:
    assert found("\n".join(lines)) == [0] * len(lines)


def test_a_wider_gap_ends_a_list() -> None:
    row = "甲队二比一乙队"
    assert found("\n".join([row] * FEWEST + [""] + [row] * FEWEST)) == [FEWEST] * 2 * FEWEST


def test_lines_of_a_list_may_all_be_set_apart() -> None:
    assert found("\n\n".join(["甲队二比一乙队"] * 4)) == [4] * 4


@given(st.text(alphabet="甲乙比元%：（）　12\n。，A", max_size=80))
def test_each_line_has_a_count_that_no_list_of_fewer_has(text: str) -> None:
    counts = found(text)
    assert len(counts) == len(split_lines(text))
    assert all(count == 0 or count >= FEWEST for count in counts)
