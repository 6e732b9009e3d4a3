from __future__ import annotations

from time import perf_counter
from typing import Any
from unittest.mock import Mock

import pytest
from cases import cases, strand, tables

from paperparse.conventions import Mark as Convention
from paperparse.marks import roleless
from paperparse.marks.roleless import LONGEST, read_bare, read_foot

TABLES = tables()


@pytest.mark.parametrize("case", cases("bare"))
def test_who_signs_and_what_speaks_for_it(case: dict[str, Any]) -> None:
    text = case["text"]
    found = read_bare(strand(text), 0, len(text), TABLES)
    if case["names"] is None:
        assert found is None
        return
    assert found is not None
    (line,) = found.mark.bylines
    assert (list(line.names), line.role, line.outlet) == (case["names"], case["role"], case["outlet"])
    assert sorted(found.traits) == case["traits"]
    assert (found.mark.start, found.mark.end) == (0, len(text))


def test_common_names_are_worth_more_than_words() -> None:
    likely = read_bare(strand("王小明"), 0, 3, TABLES)
    unlikely = read_bare(strand("石头记"), 0, 3, TABLES)
    assert likely is not None
    assert unlikely is None or unlikely.worth < likely.worth


def test_long_ranges_are_not_looked_at() -> None:
    text = "清河县" * LONGEST + " 王小明"
    assert read_bare(strand(text), 0, len(text), TABLES) is None


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        ("全村通了路。（沈念慈）", "（沈念慈）"),
        ("他说：“好。”（王海波 张静）", None),
        ("“横眉冷对千夫指。”（鲁迅）", None),
        ("他写了《野草》（鲁迅）", None),
        ("他说好。（王海波 张静）", "（王海波 张静）"),
        ("加水煎服。（建瓯　王小明）", "（建瓯　王小明）"),
        ("来信致谢。（清河县读者沈念慈）", "（清河县读者沈念慈）"),
        ("故事还在继续。（未完待续）", None),
        ("故事还在继续。（全文完）", None),
        ("大家都笑了。（掌声）", None),
        ("会场在北京。（高原之歌）", None),
        ("他的父亲（沈念慈）", None),
        ("（沈念慈）", None),
        ("沈念慈）", None),
        ("", None),
    ],
)
def test_a_name_in_a_bracket_behind_the_last_sentence(text: str, tail: str | None) -> None:
    found = read_foot(strand(text), 0, len(text), TABLES)
    assert (None if found is None else text[found.start : found.end]) == tail


@pytest.mark.parametrize("case", cases("feet"))
def test_a_gloss_in_a_bracket_is_no_name(case: dict[str, Any]) -> None:
    text = f"全村通了路。（{case['text']}）"
    found = read_foot(strand(text), 0, len(text), TABLES, strict=True)
    assert (found is not None) is case["signs"]


def test_where_a_bracket_is_likely_to_sign_a_rarer_name_does() -> None:
    text = "全村通了路。（毕克勤）"
    assert read_foot(strand(text), 0, len(text), TABLES) is not None
    assert read_foot(strand(text), 0, len(text), TABLES, strict=True) is None


def test_a_shape_no_range_asks_for_is_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    shape = Mock()
    shape.fullmatch.return_value = None
    monkeypatch.setattr(roleless, "_shapes", lambda _: (((frozenset("/"),), shape),))
    assert read_bare(strand("沈念慈"), 0, 3, TABLES) is None
    assert not shape.fullmatch.called
    read_bare(strand("沈念慈/江城市"), 0, 7, TABLES)
    assert shape.fullmatch.called


@pytest.mark.parametrize("unit", ["局所", "县镇"])
def test_endings_in_a_row_are_read_one_way(unit: str) -> None:
    shapes = [pattern for _, pattern in TABLES.compiled(Convention.SIGNATURE)]

    def cost(text: str) -> float:
        found = []
        for _ in range(9):
            start = perf_counter()
            for shape in shapes:
                shape.fullmatch(text)
            found.append(perf_counter() - start)
        return min(found)

    text = unit * 22 + " 主任;"
    cost(text)
    plain = cost("渡口" * 22 + " 主任;")
    assert cost(text) < 8 * max(plain, 5e-5)


def test_what_stands_behind_the_range_is_not_looked_at() -> None:
    found = read_bare(strand("沈念慈 江城/市"), 0, 3, TABLES)
    assert found is not None
    assert "slash" not in found.traits
