from __future__ import annotations

import pytest
from cases import tables

from paperparse.marks.grammar import grammar_of
from paperparse.marks.names import part_names
from paperparse.marks.phrases import are_names, is_headline, may_be_person, run_end
from paperparse.text.fold import fold
from paperparse.text.strand import Strand


def lines(*printed: str) -> Strand:
    """Lines of print as one stretch, with a seam where each begins."""
    bounds, at = [], 0
    for line in printed:
        bounds.append((at, at + len(line)))
        at += len(line)
    text = "".join(printed)
    return Strand.of(text, fold(text), bounds)


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("王冬梅 李平", "王冬梅 李平"),
        ("王冬梅 李平 记者 陈晨", "王冬梅 李平"),
        # too long for a name, right before a role
        ("王冬梅 某某观察周刊 记者 李平", "王冬梅"),
        ("。王冬梅", ""),
    ],
)
def test_a_run_of_names_ends_before_what_is_none(text: str, run: str) -> None:
    end = run_end(lines(text), 0, len(text), grammar_of(tables()).signs_of(text), tables())
    assert text[:end].strip() == run


@pytest.mark.parametrize(
    ("before", "text", "run"),
    [
        # a given name may be a place, and a name has more than one character
        ("记者", "林大同報導", "林大同"),
        ("记者", "王冬梅、林三明報導", "王冬梅、林三明"),
        ("记者", "王冬梅三明報導", "王冬梅"),
        # what one word has said before, another says no more
        ("执笔", "章静绘", "章静绘"),
        ("", "章静绘", "章静"),
        ("文", "王冬梅摄", "王冬梅"),
    ],
)
def test_the_last_character_of_a_name_may_be_a_word_elsewhere(before: str, text: str, run: str) -> None:
    grammar = grammar_of(tables())
    led = grammar.lead.fullmatch(before) is not None
    strand = lines(text)
    end = run_end(strand, 0, len(text), grammar.signs_of(strand.folded), tables(), led=led)
    assert text[:end].strip() == run


@pytest.mark.parametrize(
    ("run", "sure", "expected"),
    [
        ("王冬梅", False, True),
        ("穗卫健", False, False),
        ("穗卫健", True, True),
        ("记者", True, False),
        ("", True, False),
    ],
)
def test_strangers_are_names_where_something_says_so(run: str, *, sure: bool, expected: bool) -> None:
    people = part_names(run, fold(run), tables().surnames)
    assert are_names(people, grammar_of(tables()), sure=sure) is expected


@pytest.mark.parametrize(
    ("printed", "groups", "expected"),
    [
        # a line of its own above 本报记者
        (("新桥今日通车", "本报记者王冬梅"), {"guess": (0, 6), "role": (6, 10)}, True),
        # on the line of its role
        (("某某观察记者王冬梅",), {"guess": (0, 4), "role": (4, 6)}, False),
        # called as papers are
        (("某某日报", "记者王冬梅"), {"guess": (0, 4), "role": (4, 6)}, False),
        # known
        (("新华社记者王冬梅",), {"outlet": (0, 3), "role": (3, 5)}, False),
        # no outlet
        (("记者王冬梅",), {"role": (0, 2)}, False),
    ],
)
def test_a_headline_is_no_outlet(
    printed: tuple[str, ...],
    groups: dict[str, tuple[int, int]],
    *,
    expected: bool,
) -> None:
    assert is_headline(lines(*printed), groups, grammar_of(tables())) is expected


@pytest.mark.parametrize(("text", "expected"), [("王冬梅", True), ("澎湃新闻", False), ("A股", False)])
def test_an_outlet_of_no_table_may_be_a_person(text: str, *, expected: bool) -> None:
    assert may_be_person(lines(text), (0, len(text)), tables()) is expected
