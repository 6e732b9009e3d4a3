"""The five tables of weights shipped with the package, looked at as files."""

import math
import tomllib
from pathlib import Path
from typing import Any

import pytest

from paperparse.articles.wording import cues
from paperparse.layout.evidence import Mark
from paperparse.layout.roles import ROLES, Role
from paperparse.text.fold import fold

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "paperparse"
TABLES = {
    "layout/weights.toml": "fit_roles.py",
    "articles/boundaries.toml": "fit_boundaries.py",
    "articles/titles.toml": "fit_titles.py",
    "articles/seams.toml": "fit_titles.py",
    "linking/weights.toml": "fit_links.py",
}
SECTIONS = {
    "layout/weights.toml": {"emission", "transition", "ends"},
    "articles/boundaries.toml": {"weights"},
    "articles/titles.toml": {"upper", "lower"},
    "articles/seams.toml": {"base", "shape", "words"},
    "linking/weights.toml": {"weights"},
}
NEVER = -30.0
CARRIED = {
    Role.BYLINE: {Mark.BYLINE},
    Role.JUMP: {Mark.JUMP},
    Role.FURNITURE: {Mark.FURNITURE},
    Role.CAPTION: {Mark.OPENER, Mark.FIGURE, Mark.CREDIT},
}
WORDS = [("titles", "upper"), ("titles", "lower"), ("seams", "words")]


def source(table: str) -> str:
    return (PACKAGE / table).read_text(encoding="utf-8")


def read(table: str) -> dict[str, Any]:
    return tomllib.loads(source(table))


def numbers(value: Any) -> list[Any]:  # noqa: ANN401  # whatever stands in a table
    if isinstance(value, dict):
        value = list(value.values())
    return [number for item in value for number in numbers(item)] if isinstance(value, list) else [value]


def rows(table: str, section: str) -> dict[str, float]:
    found: dict[str, float] = read(f"articles/{table}.toml")[section]
    return found


def is_word(cue: str) -> bool:
    return cue[0] in "<>"


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_its_sections_and_no_other(table: str) -> None:
    assert read(table).keys() == SECTIONS[table]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_holds_nothing_but_finite_numbers(table: str) -> None:
    found = numbers(read(table))
    assert found
    assert all(isinstance(number, float) and math.isfinite(number) for number in found)


@pytest.mark.parametrize("table", TABLES)
def test_no_weight_settles_a_question_alone_but_what_is_ruled_out(table: str) -> None:
    assert all(number == NEVER or abs(number) < 20 for number in numbers(read(table)))


@pytest.mark.parametrize(("table", "script"), TABLES.items())
def test_a_table_says_which_script_fits_it(table: str, script: str) -> None:
    head = [line for line in source(table).split("\n[")[0].splitlines() if line.startswith("#")]
    assert f"benchmarks/{script}" in " ".join(head)
    assert (ROOT / "benchmarks" / script).is_file()


def test_the_sweep_has_a_row_for_each_role_before_each_gap() -> None:
    table = read("layout/weights.toml")
    assert table["transition"].keys() == {"none", "one", "more"}
    assert table["ends"].keys() == {"opening", "closing"}
    for part in table["transition"].values():
        assert [len(row) for row in part] == [len(ROLES)] * len(ROLES)


@pytest.mark.parametrize("role", CARRIED)
def test_roles_that_need_a_mark_are_ruled_out_without_it_and_open_with_it(role: Role) -> None:
    emission = read("layout/weights.toml")["emission"]
    open_to = {mark for mark in Mark if emission[f"mark:{mark.value}"][role] != NEVER}
    assert open_to == CARRIED[role]


@pytest.mark.parametrize("role", set(ROLES) - CARRIED.keys())
def test_no_other_role_is_ruled_out(role: Role) -> None:
    emission = read("layout/weights.toml")["emission"]
    assert all(row[role] != NEVER for row in emission.values())


@pytest.mark.parametrize(("table", "section"), WORDS)
def test_a_word_cue_is_one_or_two_characters_at_an_end_as_folded(table: str, section: str) -> None:
    words = [cue[1:] for cue in rows(table, section) if is_word(cue)]
    assert words
    assert all(len(word) in {1, 2} for word in words)
    # a row that is not folded would never be asked for
    assert [word for word in words if fold(word) != word] == []


@pytest.mark.parametrize(("table", "section"), WORDS)
def test_no_row_weighs_nothing(table: str, section: str) -> None:
    assert [cue for cue, weight in rows(table, section).items() if not weight] == []


@pytest.mark.parametrize("section", ["upper", "lower"])
def test_every_shape_of_a_title_can_be_observed(section: str) -> None:
    passages = [
        "建桥通车,方便往来",
        "建桥、通车 今日起",
        "访谈:通车了吗?",
        "“通车”——",
        "——两岸12日往来",
        "天地玄黄宇宙洪荒" * 3,
        "新桥通车 往来方便",
        "新桥 今日建成通车",
        "通车“新桥”",
    ]
    shapes = {cue for passage in passages for cue in cues(passage) if not is_word(cue)}
    assert {cue for cue in rows("titles", section) if not is_word(cue)} <= shapes


def test_every_shape_of_a_seam_has_its_row() -> None:
    shapes = ["even", "near", "far", "narrow", "medium", "broad", "wide", "held"]
    assert list(rows("seams", "shape")) == shapes
