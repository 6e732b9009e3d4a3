"""The pages of the documentation that are written from convention tables say what the tables say."""

from __future__ import annotations

import importlib
import re
import tomllib
from pathlib import Path

import pytest

import paperparse as pp
from paperparse.conventions import Mark
from paperparse.conventions.sources import find, shipped

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "my-paper.toml"


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    pytest.importorskip("sphinx", reason="the pages are written when the documentation is built")
    monkeypatch.syspath_prepend(ROOT / "docs")
    table_pages = importlib.import_module("table_pages")
    known = table_pages.meanings()
    assert [mark for mark in Mark if not known[mark]] == [], "a mark says nothing about its meaning"
    return {name: table_pages.page_of(name, known) for name in shipped()}


def test_every_table_has_a_page_and_every_row_a_line(pages: dict[str, str]) -> None:
    assert set(pages) == set(shipped()) >= {"mainland", "shared"}
    for name, page in pages.items():
        lines = {line.split("`")[1]: line for line in page.splitlines() if line.startswith("| `")}
        rows = find(name).read().get("row", [])
        assert sorted(lines) == sorted(row["id"] for row in rows)
        for row in rows:
            told = lines[row["id"]].replace("\\", "")
            assert all(text in told for text in (*row.get("words", ()), *row["examples"], row["source"]))


def test_every_line_of_a_table_has_as_many_cells(pages: dict[str, str]) -> None:
    for page in pages.values():
        tables = [line for line in page.splitlines() if line.startswith("|")]
        assert {len(re.findall(r"(?<!\\)\|", line)) for line in tables} == {6} or not tables


def test_the_table_that_is_taught_with_has_ten_lines_and_works() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert len(text.splitlines()) == 10
    options = pp.Options(conventions=(str(EXAMPLE),))
    words = tomllib.loads(text)["row"][0]["words"]
    assert all(pp.parse_byline(f"{word} 谭宁", options=options)[0].role == word for word in words)
    assert not any(pp.parse_byline(f"{word} 谭宁") for word in words)
