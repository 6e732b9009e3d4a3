from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paperparse.conventions import Mark, load
from paperparse.errors import ConventionError
from paperparse.marks.byline import parse_byline
from paperparse.options import Options

if TYPE_CHECKING:
    from pathlib import Path

ROW = """
[[row]]
id = "role-stringer"
mark = "byline-role"
words = ["特派采风员"]
kind = "reporter"
examples = ["特派采风员"]
counterexamples = ["采风"]
source = "a test"
"""
HEAD = 'schema = "paperparse-conventions/1"\n'
ROW_OF_PATTERN = """
[[row]]
id = "my-columnist"
mark = "byline-role"
pattern = '走 *笔'
kind = "commentator"
examples = ["走笔"]
counterexamples = ["主张"]
source = "constructed"
"""


def write(folder: Path, text: str) -> str:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_users_table_adds_to_ours(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD + 'extends = ["mainland"]\n[anchors]\nbyline = "采风员"\n' + ROW)
    assert parse_byline("特派采风员 谭宁") == ()
    found = parse_byline("特派采风员 谭宁", options=Options(conventions=(path,)))
    assert [(line.role, line.names) for line in found] == [("特派采风员", ("谭宁",))]


def test_the_kind_of_a_role_given_as_a_pattern_is_kept(tmp_path: Path) -> None:
    row = ROW_OF_PATTERN
    path = write(tmp_path, HEAD + 'extends = ["mainland"]\n[anchors]\nbyline = "走笔"\n' + row)
    found = parse_byline("首席走笔 谭宁", options=Options(conventions=(path,)))
    assert [(line.role, line.kind.value) for line in found] == [("首席走笔", "commentator")]


def test_tables_are_loaded_once() -> None:
    assert load(("mainland",)) is load(("mainland",))
    assert "通讯员" in load(("mainland",)).words(Mark.BYLINE_ROLE)


@pytest.mark.parametrize(
    ("text", "row", "problem"),
    [
        ("schema = ", None, "TOML"),
        ('schema = "other"', None, "schema"),
        (HEAD + "colour = 3", None, "unknown key 'colour'"),
        (HEAD + "parts = 3", None, "parts is no table of strings"),
        (HEAD + "row = 3", None, "row is no array"),
        (HEAD + 'extends = "shared"', None, "extends is no list"),
        (HEAD + 'extends = ["nowhere"]', None, "no such convention table"),
        (HEAD + '[parts]\nbyline-role = "x"', None, "defined twice"),
        (HEAD + '[parts]\na = "{a}"', None, "contains itself"),
        (HEAD + '[parts]\na = "（"', None, "not written for folded text"),
        (HEAD + '[anchors]\nweather = "x"', None, "unknown family"),
        (HEAD + '[anchors]\nbyline = "("', None, "does not compile"),
        (HEAD + "[[row]]\nmark = 'folio'", "0", "no id"),
        (HEAD + ROW + ROW, "role-stringer", "the id is taken"),
        (HEAD + ROW.replace("source", "sauce"), "role-stringer", "unknown key 'sauce'"),
        (HEAD + ROW.replace('"byline-role"', '"weather"'), "role-stringer", "unknown mark 'weather'"),
        (HEAD + ROW.replace('"reporter"', '"cook"'), "role-stringer", "unknown kind 'cook'"),
        (HEAD + ROW.replace('examples = ["特派采风员"]', "examples = []", 1), "role-stringer", "no example"),
        (HEAD + ROW.replace('"a test"', '""'), "role-stringer", "has no source"),
        (HEAD + ROW.replace('["采风"]', "3"), "role-stringer", "counterexamples is no list"),
        (HEAD + ROW.replace('source = "a test"', "source = 3"), "role-stringer", "source is no string"),
        (HEAD + ROW + 'pattern = "x"', "role-stringer", "either words or a pattern"),
        (
            HEAD + ROW.replace("words = [", "pattern = '{nothing}' #"),
            "role-stringer",
            "unknown part {nothing}",
        ),
        (HEAD + ROW.replace("words = [", "pattern = '(' #"), "role-stringer", "does not compile"),
        (HEAD + ROW.replace("words = [", "pattern = '記者' #"), "role-stringer", "would be read as"),
        (
            HEAD + ROW.replace('"byline-role"', '"section"'),
            "role-stringer",
            "rows of 'section' have no kind",
        ),
    ],
)
def test_faults_name_file_and_row(tmp_path: Path, text: str, row: str | None, problem: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(ConventionError) as caught:
        load((path,))
    assert problem in str(caught.value)
    assert caught.value.row == row
    assert caught.value.file in {path, "nowhere"}


@pytest.mark.parametrize("name", ["nowhere", "../mainland", "surnames", "", "missing.toml"])
def test_unknown_names_are_refused(name: str) -> None:
    with pytest.raises(ConventionError, match="no such"):
        load((name,))


def test_tables_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    first, second = tmp_path / "a.toml", tmp_path / "b.toml"
    first.write_text(f'{HEAD}extends = ["{second}"]', encoding="utf-8")
    second.write_text(f'{HEAD}extends = ["{first}"]', encoding="utf-8")
    with pytest.raises(ConventionError, match="which extends it"):
        load((str(first),))


def test_a_table_that_has_changed_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    text = (
        'schema = "paperparse-conventions/1"\nextends = ["mainland"]\n[[row]]\nid = "mine"\n'
        'mark = "byline-role"\nwords = ["ROLE"]\nkind = "commentator"\n'
        'examples = ["ROLE"]\ncounterexamples = ["主张"]\nsource = "a test"\n'
    )
    path.write_text(text.replace("ROLE", "走笔"), encoding="utf-8")
    assert load((str(path),)) is load((str(path),))
    path.write_text(text.replace("ROLE", "总走笔人"), encoding="utf-8")
    assert any("总走笔人" in row.words for row in load((str(path),)).rows)
