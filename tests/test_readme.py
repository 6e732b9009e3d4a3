"""What the README says is so: its example, its commands, its tables, its links."""

from __future__ import annotations

import doctest
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

import paperparse as pp

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(match[1], match[2]) for match in FENCE.finditer(README)]
COMMANDS = [code.strip() for language, code in BLOCKS if language == "sh"]
PUBLIC = {name: getattr(pp, name) for name in pp.__all__}


def table(heading: str) -> list[str]:
    """The first cells of the table under a heading."""
    section = README.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("|")]
    return [row for row in rows if "`" in row]


def test_the_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (page,) = [code for language, code in BLOCKS if language == "text"]
    (code,) = [code for language, code in BLOCKS if language == "python"]
    (tmp_path / "page.txt").write_text(page, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    test = doctest.DocTestParser().get_doctest(code, {}, "README.md", "README.md", 0)
    report: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(test, out=report.append)
    assert result.attempted > 0
    assert not result.failed, "".join(report)


def test_the_example_stands_on_a_real_page() -> None:
    (page,) = [code for language, code in BLOCKS if language == "text"]
    seeds = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "seeds").glob("*.txt"))
    assert all(part in seeds for part in page.strip().split("\n\n"))


def test_two_commands_of_one_line() -> None:
    assert len(COMMANDS) == 2
    assert all("\n" not in command for command in COMMANDS)
    assert all(command.startswith("python3 -m venv .venv && .venv/bin/pip install ") for command in COMMANDS)
    read, test = COMMANDS
    script = ROOT / read.split()[-1]
    assert script.is_file()
    assert "-m pytest" in test


def test_extras_named_are_there() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "optional-dependencies"
    ]
    named = re.findall(r"\.\[([\w,]+)\]", README)
    assert named
    assert {extra for group in named for extra in group.split(",")} <= set(extras)


def test_links_lead_somewhere() -> None:
    targets = [target for target in re.findall(r"\]\(([^)]+)\)", README) if "://" not in target]
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_model_table_is_whole() -> None:
    listed = re.findall(r"`(\w+)`", " ".join(table("What you get")))
    model = {
        name
        for name, kind in PUBLIC.items()
        if isinstance(kind, type) and attrs.has(kind) and kind.__module__ == "paperparse.model"
    }
    # a passage is told of with the headline it is part of
    assert sorted(listed) == sorted(model - {"Passage"})


def test_the_function_table_is_whole() -> None:
    listed = re.findall(r"`(\w+)\(", " ".join(table("What you call")))
    assert sorted(listed) == sorted(name for name, value in PUBLIC.items() if not isinstance(value, type))


def test_every_error_is_named() -> None:
    errors = [
        name for name, value in PUBLIC.items() if isinstance(value, type) and issubclass(value, Exception)
    ]
    assert [name for name in errors if f"`{name}`" not in README] == []


def test_notes_named_are_codes() -> None:
    section = README.split("\n## Errors and notes\n")[1].split("\n## ")[0]
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", section))
    assert named
    assert named <= set(pp.NoteCode)


def test_the_changelog_knows_this_version() -> None:
    assert pp.__version__ in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
