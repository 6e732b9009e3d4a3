import pytest
from cases import strand, tables

from paperparse.marks.reports import date_of
from paperparse.marks.signing import read_signing
from paperparse.model import BylineKind


@pytest.mark.parametrize(
    ("groups", "date"),
    [
        ({}, (None, None, None)),
        ({"month": "4", "day": "15"}, (None, 4, 15)),
        ({"republic": "113", "month": "五", "day": "三"}, (2024, 5, 3)),
        ({"month": "13"}, None),
        ({"day": "0"}, None),
    ],
)
def test_dates_that_can_be(groups: dict[str, str], date: object) -> None:
    assert date_of(groups) == date


def test_bylines_and_dateline_part_what_the_bylines_own_alone() -> None:
    text = "記者王小明／台北報導 攝影：李冬梅"
    mark = read_signing(strand(text), 0, len(text), tables())
    assert mark is not None
    assert mark.parted is not None
    assert [line.text for line in mark.bylines] == ["記者王小明／台北報導", "攝影：李冬梅"]
    assert [line.text for line in mark.parted.bylines] == ["記者王小明／", "攝影：李冬梅"]
    assert mark.parted.dateline.text == "台北報導"


def test_a_word_of_the_report_is_no_role_of_the_byline() -> None:
    text = "王小明／台北報導"
    mark = read_signing(strand(text), 0, len(text), tables())
    assert mark is not None
    assert mark.parted is not None
    assert [line.role for line in mark.bylines] == ["報導"]
    assert [(line.role, line.kind) for line in mark.parted.bylines] == [("", BylineKind.AUTHOR)]


@pytest.mark.parametrize("text", ["記者王小明報導", "記者王小明", "王小明攝影報導", "記者王小明 發自北京"])
def test_a_word_for_what_was_done_is_no_report(text: str) -> None:
    mark = read_signing(strand(text), 0, len(text), tables())
    assert mark is None or mark.parted is None
