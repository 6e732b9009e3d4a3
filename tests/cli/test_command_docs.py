"""The page on the command line names what there is."""

from __future__ import annotations

import re
from pathlib import Path

import click

from paperparse.cli import app
from paperparse.cli.inputs import LARGEST
from paperparse.cli.output import SUFFIX, Format

PAGE = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")


def test_every_option_of_parse() -> None:
    options = {
        max(option.opts, key=len) for option in app.parse_command.params if isinstance(option, click.Option)
    }
    told = set(re.findall(r"^\| [^|]*?`(--[a-z-]+)", PAGE, re.MULTILINE))
    assert told == options


def test_every_format_and_its_file() -> None:
    told = dict(re.findall(r"^\| `(\w+)` \|.*\| `(\.[\w.]+)` \|$", PAGE, re.MULTILINE))
    assert told == {str(form): SUFFIX[form] for form in Format}


def test_every_exit_code() -> None:
    told = [int(code) for code in re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE)]
    assert told == [0, app.FAILED, app.MISUSE, app.INTERRUPTED, app.CLOSED]
    assert told == [int(code) for code in re.findall(r"(?m)^  (\d+)", app.CODES)]


def test_every_command() -> None:
    told = set(re.findall(r"(?m)^\$ paperparse (\w+)", PAGE))
    assert told == set(app.paperparse.commands)


def test_the_largest_source() -> None:
    assert f"{LARGEST >> 20} MiB" in PAGE
