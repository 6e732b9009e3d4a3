from __future__ import annotations

from typing import Any

import pytest
from cases import cases, strand, tables
from hypothesis import given
from hypothesis import strategies as st

from paperparse.marks.dateline import parse_dateline, read_head, read_tail
from paperparse.options import Options

PARTS = ("traditions", "found", "heldout", "fields", "outlets", "sets", "varied", "representative")


@pytest.mark.parametrize("case", [param for part in PARTS for param in cases(f"datelines_{part}")])
def test_wild_datelines_of_every_tradition_are_read(case: dict[str, Any]) -> None:
    found = parse_dateline(case["text"], options=Options(conventions=("all",)))
    fields = ("outlet", "place", "year", "month", "day", "kind")
    assert (found and {name: getattr(found, name) for name in fields}) == case["dateline"]


@pytest.mark.parametrize("case", cases("datelines"))
def test_wild_datelines_are_read(case: dict[str, Any]) -> None:
    line = parse_dateline(case["text"])
    fields = ("outlet", "place", "year", "month", "day", "kind")
    assert (None if line is None else {name: getattr(line, name) for name in fields}) == case["dateline"]


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        ("本报拉萨7月2日电(记者尕玛多吉)西藏", ["本报拉萨7月2日电", "(记者尕玛多吉)"]),
        ("（新华社武汉9月23日电  记者熊金超、冯国栋）", ["（新华社武汉9月23日电", "记者熊金超、冯国栋）"]),
        ("本报讯 （记者 王伟 通讯员 李明）昨天", ["本报讯", "（记者 王伟", "通讯员 李明）"]),
        ("本报讯 记者王伟报道：近日", ["本报讯", "记者王伟报道："]),
        ("本报讯：近日", ["本报讯："]),
        ("【本报讯】近日", ["【本报讯】"]),
        ("本报电（钟欣）今天", ["本报电", "（钟欣）"]),
        ("本报讯（图）今天", ["本报讯"]),
    ],
)
def test_dateline_and_bylines_part_the_mark(text: str, leaves: list[str]) -> None:
    mark = read_head(strand(text), 0, len(text), tables())
    assert mark is not None
    assert [mark.dateline.text, *(line.text for line in mark.bylines)] == leaves
    spans = [*mark.dateline.spans, *(span for line in mark.bylines for span in line.spans)]
    assert [text[span.start : span.end] for span in spans] == leaves
    assert spans == sorted(spans)


def test_blanks_before_a_dateline_are_no_part_of_it() -> None:
    text = "　　本报讯 5月11日，"
    mark = read_head(strand(text), 0, len(text), tables())
    assert mark is not None
    assert (mark.start, mark.end) == (2, 5)


@given(
    st.text(
        alphabet=st.sampled_from(list("本报讯新华社电据北京1234567890月日（）(记者王伟 、综合。")),
        max_size=60,
    )
)
def test_any_text_is_safe(text: str) -> None:
    line = strand(text)
    for read in (read_head, read_tail):
        mark = read(line, 0, len(line), tables())
        assert mark is None or 0 <= mark.start < mark.end <= len(text)


def test_a_number_is_refused() -> None:
    with pytest.raises(TypeError, match="int"):
        parse_dateline(3)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("本报讯 记者 王伟 昨天早晨6点50分，", (("王伟",),)),
        ("晚报讯 记者 王 伟 通讯员 李冬梅 为了让街坊少跑路，", (("王伟",), ("李冬梅",))),
        ("本报讯 通讯员沈念慈 入春以来，北方", (("沈念慈",),)),
        ("本报讯 首席记者 王伟 5 月 12 日，", (("王伟",),)),
        ("本报讯（记者 高原）记者9月14日从市里获悉，", (("高原",),)),
        ("本报讯 记者 昨日 从市局获悉，", ()),
        ("本报讯 记者从 市工商局获悉，今年", ()),
        ("本报讯 记者连日来 走访发现，", ()),
        ("本报讯 记者招待会 昨日 举行，", ()),
        ("本报讯 通讯员培训班 昨日开班，", ()),
    ],
)
def test_a_blank_parts_who_reports_from_the_text_behind_a_dateline(
    text: str, names: tuple[tuple[str, ...], ...]
) -> None:
    mark = read_head(strand(text), 0, len(text), tables())
    assert mark is not None
    assert tuple(line.names for line in mark.bylines) == names
