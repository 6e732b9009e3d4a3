from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from cases import strand, tables
from hypothesis import given
from hypothesis import strategies as st

from growth import grows_in_proportion
from paperparse.marks.byline import parse_byline
from paperparse.marks.readings import LONGEST, doubted, read_field
from paperparse.options import Options

if TYPE_CHECKING:
    from paperparse.marks.results import BylineMark

ALL = Options(conventions=("all",))
PIECES = [
    "记者",
    " ",
    "、",
    "王伟",
    "李冬梅",
    "江城日报",
    "（",
    "）",
    "/",
    "台北",
    "報導",
    "文",
    "A",
    "·",
    "报道",
    "尕玛",
]


def read(text: str) -> BylineMark | None:
    return read_field(strand(text), tables())


def names(text: str) -> list[tuple[str, tuple[str, ...]]]:
    mark = read(text)
    return [] if mark is None else [(line.role, line.names) for line in mark.bylines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a word no table knows, parted from the rest
        ("江城日报出品 采写：记者王恺宁 武平", [("记者", ("王恺宁", "武平"))]),
        # an outlet no table knows
        ("新县融媒体中心记者 韩 燕", [("记者", ("韩燕",))]),
        # an outlet glued behind a name
        ("王冬梅天府早报记者李平", [("", ("王冬梅",)), ("记者", ("李平",))]),
        # a role without a name
        ("江城日报记者注意到", []),
        # names and nothing that says that they sign
        ("王冬梅 李平", []),
        # where it is from says so
        ("王冬梅 来源：新华网", [("", ("王冬梅",))]),
    ],
)
def test_the_likeliest_reading_is_taken(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert names(text) == expected


def test_a_sentence_is_no_author_field() -> None:
    assert read("江城日报记者王冬梅昨天到了北京。他说") is None
    assert read("看看新闻网记者何冬梅报道。") is not None


def test_a_name_that_is_a_place_is_doubted() -> None:
    (line,) = parse_byline("记者 王冬梅", options=ALL)
    assert not doubted((line,), tables())
    assert doubted((evolve(line, names=("云林",)),), tables())


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_bylines_follow_one_another_within_the_field(text: str) -> None:
    mark = read(text)
    if mark is None:
        return
    owned = [i for line in mark.bylines for span in line.spans for i in range(span.start, span.end)]
    assert len(owned) == len(set(owned))
    assert owned == sorted(owned)
    assert all(0 <= i < len(text) for i in owned)
    squeezed = "".join(text.split())
    assert all(name in squeezed for line in mark.bylines for name in line.names)


@given(st.text(max_size=80))
def test_any_text_may_be_a_field(text: str) -> None:
    read_field(strand(text), tables())


def test_the_work_grows_no_faster_than_the_field() -> None:
    for unit in ("王冬梅", "江城日报记者", "记者 ", "文/", "李平、", "台北/", "A "):
        long, short = (strand((unit * LONGEST)[:size]) for size in (LONGEST, LONGEST // 4))
        assert grows_in_proportion(
            partial(read_field, short, tables()), partial(read_field, long, tables()), doublings=2
        ), unit
