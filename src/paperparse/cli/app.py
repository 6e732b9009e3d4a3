"""The commands, their options and their exit codes."""

from __future__ import annotations

import os
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from paperparse import __version__
from paperparse.cli.arguments import TABLES, Day, arguments_of, options_of, reading, with_stdin
from paperparse.cli.inputs import InputError, read_source, sources
from paperparse.cli.inspecting import MOST, PARTS, inspect_lines
from paperparse.cli.output import Format, Setting
from paperparse.cli.report import ClosedError, Report, look_of, say
from paperparse.cli.show import paint
from paperparse.cli.tables import check_rows, list_marks, list_rows
from paperparse.cli.work import outcomes, read_all, tasks
from paperparse.conventions import load
from paperparse.conventions.rows import Mark
from paperparse.errors import PaperParseError
from paperparse.text.source import decode
from paperparse.trace import trace_page

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

__all__ = ["run"]

FAILED: Final = 1
MISUSE: Final = 2
INTERRUPTED: Final = 130
CLOSED: Final = 141
"""What shells give for a program that was stopped by a closed pipe."""

CODES: Final = """\b
Exit codes:
  0    everything was read
  1    something could not be read; it is named, and the rest was done
  2    the command was not understood, or a convention table is broken
  130  interrupted
  141  whoever read the output closed it
"""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: What stands after the name of the program; by default what the process was given.

    Returns:
        The exit code.
    """
    try:
        code = paperparse.main(arguments, prog_name="paperparse", standalone_mode=False)
    except click.ClickException as fault:
        fault.show()
        return fault.exit_code
    except click.Abort:
        sys.stderr.write("interrupted\n")
        return INTERRUPTED
    except ClosedError:
        # nothing may be flushed into the closed pipe when the process ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED
    return code if isinstance(code, int) else 0


@click.group(epilog=CODES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
def paperparse() -> None:
    """Raw print text of Chinese newspaper pages in, typed articles out.

    FILES are text files, .gz and .zip files, folders of them, globs, or - for standard input.
    """


@paperparse.command("parse", epilog=CODES)
@click.argument("files", nargs=-1, metavar="[FILES]...")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice([str(form) for form in Format]),
    default=str(Format.TEXT),
    show_default=True,
    help="What to write.",
)
@click.option(
    "-o",
    "--output",
    "out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Write a file for each source into DIR.",
)
@click.option("--issue", is_flag=True, help="The files of a folder, or the pages of one file, are one issue.")
@click.option("--issue-date", type=Day(), help="The day the paper came out, where it is not printed.")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(0),
    default=1,
    show_default=True,
    metavar="N",
    help="Processes; 0 for one for each core.",
)
@click.option("-q", "--quiet", is_flag=True, help="No summary and no progress; faults are still told.")
@reading
def parse_command(  # noqa: PLR0913  # one argument for each option
    files: tuple[str, ...],
    form: str,
    out: Path | None,
    *,
    issue: bool,
    issue_date: dt.date | None,
    jobs: int,
    quiet: bool,
    encoding: str | None,
    tables: tuple[str, ...],
) -> int:
    """Read pages and write their articles."""
    if out is not None and out.exists() and not out.is_dir():
        msg = f"{out} is no folder"
        raise click.UsageError(msg)
    look = look_of(sys.stdout) if out is None else look_of(None)
    setting = Setting(
        format=Format(form),
        options=options_of(encoding, tables),
        issue=issue,
        issue_date=issue_date,
        out=out,
        look=look,
        pretty=look.width is not None,
    )
    arguments = arguments_of(files)
    if (
        setting.format is Format.TEI
        and out is None
        and len(list(islice(tasks(sources(arguments), setting), 2))) > 1
    ):
        msg = "several TEI documents cannot go to one place; name a folder with -o"
        raise click.UsageError(msg)
    report = Report(quiet=quiet, shows_text=look.width is not None)
    work = tasks(with_stdin(sources(arguments, besides=out)), setting)
    with report.progress(lambda: sum(1 for _ in tasks(sources(arguments, besides=out), setting))):
        for outcome in outcomes(work, jobs or os.cpu_count() or 1):
            say(outcome.text)
            report.add(outcome)
    return report.end()


@paperparse.command("proof", epilog=CODES)
@click.argument("files", nargs=-1, metavar="[FILES]...")
@click.option(
    "-o",
    "--output",
    "out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="HTML",
    help="The file to write; standard output when it is piped.",
)
@click.option("--issue", is_flag=True, help="Read form feeds as page ends, in one file too.")
@click.option("--title", default="", help="Title of the page; the name of the first file when not given.")
@reading
def proof_command(  # noqa: PLR0913  # as above
    files: tuple[str, ...],
    out: Path | None,
    *,
    issue: bool,
    title: str,
    encoding: str | None,
    tables: tuple[str, ...],
) -> int:
    """Set pages and what was read on them side by side, as one HTML file.

    Several files are the pages of one issue.
    """
    if out is None and sys.stdout.isatty():
        msg = "name the file to write with -o"
        raise click.UsageError(msg)
    wanted = tuple(with_stdin(sources(arguments_of(files))))
    if not wanted:
        msg = "there is no page in what was named"
        raise click.UsageError(msg)
    setting = Setting(options=options_of(encoding, tables), issue=issue or len(wanted) > 1)
    try:
        done = read_all(wanted, setting)
    except (InputError, PaperParseError) as fault:
        click.echo(f"paperparse: {wanted[0].name if len(wanted) == 1 else ''}: {fault}", err=True)
        return FAILED
    from paperparse.proof import render_proof  # noqa: PLC0415  # the other commands go without templates

    html = render_proof(done.found, title=title or wanted[0].stem.name)
    if out is None:
        say(html)
    else:
        try:
            out.write_bytes(html.encode())
        except OSError as fault:
            msg = f"{out}: {fault.strerror}"
            raise click.ClickException(msg) from None
    for words in done.faults:
        click.echo(f"paperparse: {words}", err=True)
    return FAILED if done.faults else 0


@paperparse.command("inspect", epilog=CODES)
@click.argument("files", nargs=-1, metavar="[FILES]...")
@click.option(
    "--only",
    "parts",
    multiple=True,
    type=click.Choice(PARTS),
    help="Show only this; may be given several times.",
)
@click.option(
    "--most",
    type=click.IntRange(1),
    default=MOST,
    show_default=True,
    metavar="N",
    help="Reasons and choices shown of each decision.",
)
@reading
def inspect_command(
    files: tuple[str, ...], parts: tuple[str, ...], most: int, encoding: str | None, tables: tuple[str, ...]
) -> int:
    """Tell every decision about a page with its score, its runner-up and its reasons.

    Lines that were nearly read otherwise stand out on a terminal.
    """
    options = options_of(encoding, tables)
    look = look_of(sys.stdout)
    code = 0
    for source in with_stdin(sources(arguments_of(files))):
        try:
            text = decode(read_source(source), options=options).text
        except (InputError, PaperParseError) as fault:
            click.echo(f"paperparse: {source.name}: {fault}", err=True)
            code = FAILED
            continue
        for index, page in enumerate(text.removesuffix("\f").split("\f")):
            name = f"{source.name}, page {index + 1}" if "\f" in text.removesuffix("\f") else source.name
            trace = trace_page(page, index=index, options=options)
            say(paint(inspect_lines(trace, name, parts or PARTS, most=most), look))
    return code


@paperparse.command("conventions", epilog=CODES)
@click.argument("mark", type=click.Choice([mark.value for mark in Mark]), required=False, metavar="[MARK]")
@click.option("--conventions", "tables", multiple=True, metavar="TABLE", help=TABLES)
@click.option("--check", is_flag=True, help="Run every row on its examples and counterexamples.")
def conventions_command(mark: str | None, tables: tuple[str, ...], *, check: bool) -> int:
    """List the print marks that are known, or the rows of one MARK; check tables of your own."""
    found = load(options_of(None, tables).conventions)
    look = look_of(sys.stdout)
    if not check:
        say(paint(list_rows(found, Mark(mark)) if mark else list_marks(found), look))
        return 0
    faults = check_rows(found)
    say(paint(iter(faults), look))
    click.echo(f"{len(found.rows)} rows, {len(faults)} faults", err=True)
    return FAILED if faults else 0
