from __future__ import annotations

from cases import strand

from paperparse.marks.fields import Kind
from paperparse.marks.gathering import Signer
from paperparse.marks.steps import Step

FIELD = "江城日报记者王冬梅李平文"
OUTLET = Step(Kind.OUTLET, 0, 4, printed=(0, 4))
ROLE = Step(Kind.ROLE, 4, 6, printed=(4, 6))
FIRST = Step(Kind.NAME, 6, 9, printed=(6, 9))
SECOND = Step(Kind.NAME, 9, 11, printed=(9, 11))
TRAILER = Step(Kind.TRAILER, 11, 12, printed=(11, 12))


def signer(text: str, *steps: Step) -> Signer:
    gathered = Signer(strand(text))
    for step in steps:
        gathered.take(step)
    gathered.close(None)
    return gathered


def test_names_sign_in_the_role_and_outlet_before_them() -> None:
    (line,) = signer(FIELD, OUTLET, ROLE, FIRST, SECOND).found
    assert (line.start, line.role, line.outlet) == (0, (4, 6), "江城日报")
    assert line.people.names == ("王冬梅", "李平")


def test_a_word_behind_the_names_closes_their_byline() -> None:
    gathered = signer(FIELD, FIRST, TRAILER, SECOND)
    assert [(line.people.names, line.role) for line in gathered.found] == [
        (("王冬梅",), (11, 12)),
        (("李平",), (0, 0)),
    ]
    assert gathered.said


def test_names_alone_say_nothing() -> None:
    gathered = signer(FIELD, FIRST, SECOND)
    assert gathered.found
    assert not gathered.said


def test_a_role_without_names_is_no_byline() -> None:
    assert signer(FIELD, OUTLET, ROLE).found == []


def test_an_outlet_in_a_bracket_of_its_own_is_none() -> None:
    outlet, role, name = (
        Step(kind, *where, printed=where)
        for kind, where in ((Kind.OUTLET, (1, 5)), (Kind.ROLE, (6, 8)), (Kind.NAME, (8, 11)))
    )
    (line,) = signer("(江城日报)记者王冬梅", outlet, role, name).found
    assert line.outlet is None


def test_titles_in_a_row_are_one_outlet() -> None:
    second = Step(Kind.OUTLET, 4, 8, printed=(4, 8))
    name = Step(Kind.NAME, 8, 11, printed=(8, 11))
    (line,) = signer("江城日报江城晚报王冬梅", OUTLET, second, name).found
    assert line.outlet == "江城日报江城晚报"
