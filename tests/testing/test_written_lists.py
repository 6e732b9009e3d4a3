"""Lists the press prints beside its articles."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from random import Random
from typing import Any

import pytest

from paperparse.layout.lists import FEWEST, find_lists
from paperparse.model import BlockKind
from paperparse.testing import lists
from paperparse.testing.lists import write_list
from paperparse.text.fold import fold
from paperparse.text.lines import Closing, split_lines

TABLE: list[dict[str, Any]] = tomllib.loads(
    files("paperparse.testing").joinpath("lists.toml").read_text(encoding="utf-8")
)["list"]
SEEDS = range(200)
COPIES = [write_list(Random(seed)) for seed in SEEDS]  # noqa: S311 - chance, not secrecy


def test_the_same_chance_writes_the_same_list() -> None:
    assert [write_list(Random(seed)) for seed in SEEDS] == COPIES  # noqa: S311 - chance, not secrecy


def test_a_list_is_a_head_and_lines_that_nobody_signs() -> None:
    for copy in COPIES:
        assert copy.listed
        assert len(copy.main) == 1
        assert len(copy.body) >= FEWEST
        assert {item.kind for item in copy.body} == {BlockKind.PARAGRAPH}
        assert (copy.kicker, copy.sub, copy.bylines, copy.wire, copy.tail) == ((), (), (), None, None)


def test_every_list_is_drawn_under_each_of_its_heads() -> None:
    heads = {head for about in TABLE for head in about["heads"]}
    assert {write_list(Random(seed)).main[0] for seed in range(2000)} == heads  # noqa: S311 - chance


def test_no_line_of_a_list_stands_there_twice_nor_holds_an_open_slot() -> None:
    for copy in COPIES:
        lines = [item.text for item in copy.body]
        assert len(set(lines)) == len(lines)
        assert not any("<" in line or ">" in line for line in lines)


def test_no_line_of_a_list_ends_as_a_sentence_does() -> None:
    for copy in COPIES:
        closings = {split_lines(item.text)[0].closing for item in copy.body}
        assert closings.isdisjoint({Closing.STOP, Closing.LIVELY})


@pytest.mark.parametrize("about", TABLE, ids=lambda about: about["heads"][0])
def test_every_slot_of_a_pattern_is_a_number_or_has_its_words(about: dict[str, Any]) -> None:
    for pattern in about["lines"]:
        names = {part.split(">")[0] for part in pattern.split("<")[1:]}
        assert names
        assert names - {"n", "c", "d", "h"} <= about.keys() - {"heads", "lines"}


def test_lists_are_told_by_what_their_lines_have_in_common() -> None:
    told = 0
    for copy in COPIES:
        text = "\n".join(item.text for item in copy.body)
        told += all(find_lists(fold(text), split_lines(text)))
    assert told / len(COPIES) > 0.8


def test_a_pattern_of_few_lines_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"heads": ["天气"], "lines": ["<sky>"], "sky": ["晴", "多云"]}
    monkeypatch.setattr(lists, "_table", lambda: [row])
    copy = write_list(Random(1))  # noqa: S311 - chance, not secrecy
    assert sorted(text.text for text in copy.body) == sorted(row["sky"])
