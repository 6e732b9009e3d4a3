from __future__ import annotations

import pytest
from cases import strand, tables

from paperparse.marks.grammar import grammar_of
from paperparse.marks.names import People
from paperparse.marks.signed import Item, Signed, kind_of, mark_of, mark_of_items
from paperparse.model import BylineKind, NoteCode

FIELD = "记者王冬梅 摄影李平"


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("记者", BylineKind.REPORTER),
        ("本报记者", BylineKind.REPORTER),
        ("摄影", BylineKind.PHOTOGRAPHER),
        ("某某", BylineKind.OTHER),
    ],
)
def test_a_role_amounts_to_the_word_it_ends_in(role: str, kind: BylineKind) -> None:
    assert kind_of(role, grammar_of(tables())) is kind


def test_bylines_own_the_range_between_them() -> None:
    found = [
        Signed(0, (0, 2), None, People(names=("王冬梅",))),
        Signed(6, (6, 8), None, People(names=("李平",))),
    ]
    mark = mark_of(strand(FIELD), len(FIELD), found, tables())
    assert (mark.start, mark.end) == (0, len(FIELD))
    assert [(line.role, line.names, line.text) for line in mark.bylines] == [
        ("记者", ("王冬梅",), "记者王冬梅"),
        ("摄影", ("李平",), "摄影李平"),
    ]


def test_who_signs_without_a_role_is_an_author() -> None:
    mark = mark_of(strand("王冬梅"), 3, [Signed(0, (0, 0), None, People(names=("王冬梅",)))], tables())
    assert [(line.role, line.kind) for line in mark.bylines] == [("", BylineKind.AUTHOR)]


def test_names_that_were_not_parted_are_noted() -> None:
    people = People(names=("武卫政柳王敏",), certain=0.5, doubtful=True)
    mark = mark_of_items(strand("武卫政柳王敏"), 0, 6, [Item(0, "", BylineKind.AUTHOR, None, people)])
    assert [note.code for note in mark.notes] == [NoteCode.BYLINE_DOUBTFUL]
    assert mark.certain == 0.5
