"""Whether what stands on either side of a cut reads on as one phrase."""

import pytest

from paperparse.linking.across import HIGH, LOW, across, even_digits, number_across

TEXT = "新桥通车。轻轨通车。新桥很长。新桥很宽。新桥很"


def weigh(left: str, right: str, text: str = TEXT) -> float:
    return across(left, right, text.count, len(text))


def test_what_followed_elsewhere_may_be_expected() -> None:
    assert weigh("新桥很", "长") > 0 > weigh("新桥很", "通")


def test_a_longer_context_says_more() -> None:
    text = "甲乙丙。丁乙戊。丁乙戊。丁乙戊。甲乙"
    assert weigh("甲乙", "丙", text) > weigh("乙", "丙", text)


def test_what_stands_nowhere_else_says_nothing() -> None:
    assert weigh("从来没有", "见过") == 0


def test_no_cut_says_more_than_a_limit() -> None:
    text = "长长" * 400 + "新桥"
    assert LOW <= weigh("长长长", "桥", text) < weigh("新", "桥", text + text) <= HIGH


def test_digits_are_one() -> None:
    assert even_digits("占地97亩，分9期") == "占地00亩，分0期"


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        ("已完成5", "7%。", "number-on"),
        ("分9", "期推进", "number-on"),
        ("增长3.", "5%", "number-on"),
        ("已完成5", "他说", "number-stops"),
        ("已经", "%以上", "number-lost"),
        ("已有", "58个网点", ""),
        ("建成通", "车", ""),
        ("", "", ""),
    ],
)
def test_a_cut_may_go_through_a_number(left: str, right: str, name: str) -> None:
    assert number_across(left, right) == name
