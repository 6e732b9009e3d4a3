"""What is told beside the output: progress, faults, and a summary at the end. All of it on standard error."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Final

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from paperparse.cli.show import BAD, DOUBT, Look
from paperparse.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from paperparse.cli.work import Outcome

__all__ = ["ClosedError", "Report", "look_of", "say"]

FAILED: Final = 1


def look_of(stream: IO[str] | None) -> Look:
    """How text looks on a stream: in colours on a terminal, plain anywhere else."""
    if stream is None or not stream.isatty():
        return Look()
    console = Console(file=stream)
    colours = console.color_system if not console.no_color else None
    return Look(console.width, colours)


class ClosedError(Exception):
    """Whoever read the output closed it; no OSError, for which click has a code of its own."""


def say(text: str) -> None:
    """Write to standard output, in UTF-8 whatever the locale.

    Args:
        text: What to write.

    Raises:
        ClosedError: Nobody reads it any more.
    """
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise ClosedError from None


class Report:
    """Keeps count of what was done and tells it; it holds numbers, so that memory stays flat."""

    def __init__(self, *, quiet: bool, shows_text: bool) -> None:
        """Begin counting.

        Args:
            quiet: Whether to tell faults alone.
            shows_text: Whether the output goes to a terminal, where a progress bar would be in its way.
        """
        self._console = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)
        self._quiet = quiet
        self._draws = self._console.is_terminal and not quiet and not shows_text
        self._bar: tuple[Progress, TaskID] | None = None
        self._begin = time.perf_counter()
        self._pages = self._articles = self._notes = self._failed = 0
        self.done = 0

    @contextmanager
    def progress(self, count: Callable[[], int]) -> Iterator[None]:
        """Draw a progress bar while the work goes on, on a terminal alone.

        Args:
            count: Says how many tasks there are; asked only when there is a bar to draw.
        """
        if not self._draws:
            yield
            return
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
        )
        with Progress(*columns, console=self._console, transient=True) as bar:
            self._bar = (bar, bar.add_task("reading", total=count()))
            yield
        self._bar = None

    def add(self, outcome: Outcome) -> None:
        """Count what came of a task, and tell at once what went wrong."""
        self.done += 1
        self._pages += outcome.pages
        self._articles += outcome.articles
        self._notes += outcome.notes
        if outcome.error is not None:
            self._failed += 1
            self._tell(f"{outcome.name}: {outcome.error}", BAD)
        if outcome.hint is not None and not self._quiet:
            self._tell(f"{outcome.name}: {outcome.hint}", DOUBT)
        if self._bar is not None:
            self._bar[0].advance(self._bar[1])

    def _tell(self, words: str, style: str) -> None:
        """One line on standard error; the names of files may hold anything."""
        self._console.print(visible(words).replace("\n", " "), style=style)

    def end(self) -> int:
        """Tell the summary.

        Returns:
            The exit code.
        """
        if not self._quiet:
            took = time.perf_counter() - self._begin
            words = [
                _count(self._pages, "page"),
                _count(self._articles, "article"),
                _count(self._notes, "note"),
                f"{took:.1f} s",
            ]
            if self._failed:
                words.insert(3, f"{self._failed} of {_count(self.done, 'source')} could not be read")
            self._tell(" · ".join(words), BAD if self._failed else "")
        sys.stderr.flush()
        return FAILED if self._failed else 0


def _count(number: int, what: str) -> str:
    """A number and what it counts."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
