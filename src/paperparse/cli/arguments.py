"""What the commands have in common: options, what to read, and how both are checked."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING, Final

import click

from paperparse.cli.inputs import STDIN, Source
from paperparse.conventions import load
from paperparse.errors import ConventionError, PaperParseError
from paperparse.options import Options
from paperparse.text.source import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

__all__ = ["TABLES", "Day", "arguments_of", "options_of", "reading", "with_stdin"]

TABLES: Final = (
    "A convention table: a name such as mainland, or the path of a TOML file. May be given several times."
)


def reading(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that reads pages."""
    for decorate in (
        click.option("--conventions", "tables", multiple=True, metavar="TABLE", help=TABLES),
        click.option("--encoding", metavar="NAME", help="Encoding of the files; found out when not given."),
    ):
        command = decorate(command)
    return command


def options_of(encoding: str | None, tables: tuple[str, ...]) -> Options:
    """The options of the library; a table that is broken is told at once, not for every file."""
    options = Options(encoding=encoding, conventions=tables or ("all",))
    try:
        load(options.conventions)
        decode(b"", options=options)
    except (ConventionError, PaperParseError) as fault:
        raise click.UsageError(str(fault)) from None
    return options


def arguments_of(files: tuple[str, ...]) -> tuple[str, ...]:
    """What to read: the arguments, or standard input when there are none and something is piped in."""
    if files:
        return files
    if sys.stdin.isatty():
        msg = "name a file, a folder or a glob, or pipe a page in"
        raise click.UsageError(msg)
    return (STDIN,)


def with_stdin(found: Iterator[Source]) -> Iterator[Source]:
    """Sources, standard input read into the one that stands for it: workers have another."""
    for source in found:
        if source.folder != STDIN:
            yield source
        else:
            yield Source(source.name, None, None, source.stem, STDIN, sys.stdin.buffer.read())


class Day(click.ParamType[dt.date]):
    """A day as ISO 8601 writes it."""

    name = "YYYY-MM-DD"

    def convert(
        self, value: str | dt.date, param: click.Parameter | None, ctx: click.Context | None
    ) -> dt.date:
        """Read a day."""
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day; write it as 2024-05-12", param, ctx)
