import pytest

from paperparse.layout.seams import (
    BLOCK,
    ENCLOSED_LINES,
    MANY,
    Seam,
    find_enclosed,
    find_seams,
)
from paperparse.text.fold import fold
from paperparse.text.lines import split_lines


def seams(text: str) -> list[Seam]:
    return list(find_seams(fold(text), split_lines(text)))


@pytest.mark.parametrize(
    ("text", "seam"),
    [
        ("会议讨论了发\n展问题", Seam.COMMON),
        ("饸饹面馆开张，饸\n饹很香", Seam.PAGE),
        ("新桥通车\n饸饹飘香", Seam.RARE),
        ("新桥通车。\n发展很快", Seam.SIGN),
        ("今年是2019\n年", Seam.SIGN),
        ("會議討論了發\n\n展問題", Seam.COMMON),
    ],
)
def test_two_lines_meet(text: str, seam: Seam) -> None:
    assert seams(text)[1] is seam


def test_the_first_line_meets_nothing() -> None:
    assert seams("发展") == [Seam.SIGN]
    assert seams("") == []


def test_the_seam_itself_does_not_stand_for_a_pair_of_the_page() -> None:
    assert seams("香饸\n饹香") == [Seam.SIGN, Seam.RARE]


def test_pages_far_apart_do_not_speak_for_each_other() -> None:
    filler = "\n".join(["一行。"] * BLOCK)
    assert seams(f"饸饹很香。\n{filler}\n香饸\n饹香")[-1] is Seam.RARE


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("他说：“今天\n很好。”", [False, True]),
        ("《中国安全\n生产\n报》记者", [False, True, True]),
        ("（见第二\n版）他说", [False, True]),
        ("“第一段。\n“第二段。\n今天\n很好。”", [False, False, True, True]),
        ("他说：“今天很好。”\n“是的。”", [False, False]),
        ("很好。”\n他说：“今天", [False, False]),
        ("他说：《今天\n很好。”", [False, False]),
    ],
)
def test_a_quotation_goes_on_over_a_line_end(text: str, inside: list[bool]) -> None:
    assert list(find_enclosed(fold(text), split_lines(text))) == inside


def test_a_quotation_that_is_closed_too_far_below_says_nothing() -> None:
    near = "“甲\n" + "乙\n" * (ENCLOSED_LINES - 1) + "丙”"
    far = "“甲\n" + "乙\n" * ENCLOSED_LINES + "丙”"
    assert sum(find_enclosed(fold(near), split_lines(near))) == ENCLOSED_LINES
    assert not any(find_enclosed(fold(far), split_lines(far)))


def test_a_page_of_many_lines_is_looked_up_alike() -> None:
    page = ["会议讨论了发", "展问题", "饸饹飘香，饸", "饹很香", "新桥通车", "饸饼飘香"]
    few = seams("\n".join(page))
    assert len(set(few)) == 4
    times = MANY // len(page) + 1
    assert seams("\n".join(page * times))[1 : len(page)] == few[1:]
