from __future__ import annotations

import pytest
from cases import tables
from hypothesis import given
from hypothesis import strategies as st

from paperparse.marks.names import is_transcribed, part_names, worth
from paperparse.marks.numbers import count_of, page_of, year_of
from paperparse.text.fold import fold


@pytest.mark.parametrize(
    ("run", "names"),
    [
        ("李冬梅高瑶", ("李冬梅", "高瑶")),
        ("孙 欣", ("孙欣",)),
        ("衣 涛 刘 萍", ("衣涛", "刘萍")),
        ("刘磊贺林平", ("刘磊", "贺林平")),
        ("黄琬婷杨春竹", ("黄琬婷", "杨春竹")),
        ("王玥李明", ("王玥", "李明")),
        ("欧阳洁葛孟超", ("欧阳洁", "葛孟超")),
        ("譚寧", ("譚寧",)),
        ("尼玛·次仁、王伟", ("尼玛·次仁", "王伟")),
        ("John Smith, 王伟", ("John Smith", "王伟")),
        ("尕玛多吉", ("尕玛多吉",)),
        ("巴依斯古楞", ("巴依斯古楞",)),
        ("虢灿、禤文静", ("虢灿", "禤文静")),
        ("", ()),
        ("、 ，", ()),
    ],
)
def test_names_are_parted(run: str, names: tuple[str, ...]) -> None:
    assert part_names(run, fold(run), tables().surnames).names == names


def test_a_margin_too_small_keeps_the_run_whole() -> None:
    people = part_names("武卫政柳王敏", "武卫政柳王敏", tables().surnames)
    assert people.doubtful
    assert people.names == ("武卫政柳王敏",)
    assert 0 < people.certain < 1


def test_a_transcribed_name_is_no_stranger_from_four_characters_on() -> None:
    surnames = tables().surnames
    assert is_transcribed("苏都毕力格", surnames)
    assert not is_transcribed("苏都毕力强", surnames)
    assert worth("苏都毕力格", surnames, whole=True)[1]
    assert not worth("热依拉", surnames, whole=True)[1]


def test_what_has_no_place_in_a_name_is_odd() -> None:
    assert part_names("从市教育局获悉", "从市教育局获悉", tables().surnames).odd


@given(st.text(alphabet=st.sampled_from(list("王李伟明欧阳 、·A的")), max_size=120))
def test_names_hold_every_letter_once(run: str) -> None:
    people = part_names(run, run, tables().surnames)
    letters = [char for char in run if char not in " 、·"]
    assert sorted("".join(people.names).replace(" ", "").replace("·", "")) == sorted(letters)


def test_a_dot_at_the_end_of_a_name_is_no_part_of_it() -> None:
    for run, names in (("王伟·", ("王伟",)), ("尼玛·次仁·", ("尼玛·次仁",)), ("·", ())):
        assert part_names(run, run, tables().surnames).names == names


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("十", 10),
        ("十一", 11),
        ("二十三", 23),
        ("廿一", 21),
        ("卅", 30),
        ("〇", 0),
        ("12", 12),
        ("十十", None),
        ("x", None),
    ],
)
def test_numerals(numeral: str, number: int | None) -> None:
    assert count_of(numeral) == number


def test_years_have_four_digits() -> None:
    assert (year_of("二〇二五"), year_of("2025"), year_of("25")) == (2025, 2025, None)


def test_pages_have_one_form() -> None:
    assert [page_of(p) for p in ("A03", "a3", "三", "第", "B 十二", "头")] == [
        "A3",
        "A3",
        "3",
        "",
        "B12",
        "1",
    ]
