"""The work on one source, and many of them on several processes with a bounded number under way."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import groupby, islice
from pathlib import PurePath, PurePosixPath
from typing import TYPE_CHECKING, Final

from attrs import frozen

from paperparse.cli.inputs import InputError, Source, read_source
from paperparse.cli.output import Setting, write
from paperparse.errors import PaperParseError
from paperparse.issue import parse_issue
from paperparse.model import Issue
from paperparse.parse import parse
from paperparse.text.source import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from paperparse.model import Page

__all__ = ["Outcome", "Task", "outcomes", "read_all", "run", "tasks"]

AHEAD: Final = 4
"""Tasks handed out to each process at most. Enough that none waits, few enough that memory stays flat."""


@frozen
class Task:
    """One thing to read and write.

    Attributes:
        name: What to call it to people.
        sources: One source, or the pages of an issue.
        setting: How to read and write it.
    """

    name: str
    sources: tuple[Source, ...]
    setting: Setting

    @property
    def stem(self) -> PurePosixPath:
        """Where its file goes under the output folder: an issue is called as its folder is."""
        first = self.sources[0]
        if len(self.sources) == 1:
            return first.stem
        return first.stem.parent if first.stem.parent.parts else PurePosixPath(PurePath(first.folder).name)


@frozen
class Outcome:
    """What came of a task.

    Attributes:
        name: The task's name.
        text: What to print; empty when it was written to a file.
        pages: Pages read.
        articles: Articles found.
        notes: Notes on them.
        error: What went wrong, or None.
        hint: What the user may want to know, or None.
    """

    name: str
    text: str = ""
    pages: int = 0
    articles: int = 0
    notes: int = 0
    error: str | None = None
    hint: str | None = None


def tasks(found: Iterable[Source], setting: Setting) -> Iterator[Task]:
    """Tasks from sources: one each, or for issues one for each run of neighbours in a folder.

    Args:
        found: The sources, in order.
        setting: How to read and write them.

    Yields:
        One task after another, while sources are still being looked for.
    """
    if not setting.issue:
        for source in found:
            yield Task(source.name, (source,), setting)
        return
    for folder, group in groupby(found, key=lambda source: source.folder):
        pages = tuple(group)
        name = pages[0].name if len(pages) == 1 else folder
        yield Task(name, pages, setting)


@frozen
class _Read:
    """What was read of a task's sources.

    Attributes:
        found: The page or issue.
        faults: For each source that could not be read what was wrong; the others were.
    """

    found: Page | Issue
    faults: tuple[str, ...] = ()


def read_all(wanted: tuple[Source, ...], setting: Setting) -> _Read:
    """Read one source as a page, or several, or one with form feeds, as an issue.

    Args:
        wanted: The sources.
        setting: How to read them.

    Returns:
        A page, or an issue when it was asked for. An issue goes without the pages that cannot be read.

    Raises:
        InputError: No source can be read.
        PaperParseError: The one source is no text.
    """
    if not setting.issue:
        return _Read(parse(read_source(wanted[0]), options=setting.options))
    pages: list[bytes] = []
    faults: list[str] = []
    for source in wanted:
        try:
            data = read_source(source)
            decode(data, options=setting.options)
        except (InputError, PaperParseError) as fault:
            faults.append(str(fault) if len(wanted) == 1 else f"{source.name}: {fault}")
        else:
            pages.append(data)
    if not pages:
        raise InputError("; ".join(faults))
    return _Read(parse_issue(pages, options=setting.options), tuple(faults))


def run(task: Task) -> Outcome:
    """Do one task. Whatever goes wrong is in the outcome, so that one bad file never stops the rest.

    Args:
        task: The task.

    Returns:
        What came of it.
    """
    try:
        done = read_all(task.sources, task.setting)
        found = done.found
        text = write(found, task.name, task.stem, task.setting)
    except (InputError, PaperParseError) as fault:
        return Outcome(task.name, error=str(fault))
    except OSError as fault:
        return Outcome(task.name, error=f"{fault.strerror or fault}: {fault.filename or ''}".rstrip(": "))
    except Exception as fault:  # noqa: BLE001  # a fault of ours in one page must not cost the others
        return Outcome(task.name, error=f"a fault of paperparse, {type(fault).__name__}: {fault}")
    pages = found.pages if isinstance(found, Issue) else (found,)
    feeds = 0 if isinstance(found, Issue) else found.text.rstrip("\f").count("\f")
    hint = f"has {feeds + 1} pages parted by form feeds; read them with --issue" if feeds else None
    notes = sum(len(part.notes) for part in (found, *found.articles))
    error = "; ".join(done.faults) or None
    return Outcome(task.name, text, len(pages), len(found.articles), notes, error, hint)


def outcomes(wanted: Iterable[Task], processes: int) -> Iterator[Outcome]:
    """Do many tasks, on several processes if asked, in order.

    Args:
        wanted: The tasks; taken only as fast as they are done.
        processes: How many processes to use; 1 is this one.

    Yields:
        The outcome of each task, in the order of the tasks.
    """
    if processes == 1:
        yield from map(run, wanted)
        return
    waiting = iter(wanted)
    busy: deque[tuple[Task, Future[Outcome]]] = deque()
    pool = _pool(processes)
    try:
        while True:
            for task in islice(waiting, AHEAD * processes - len(busy)):
                busy.append((task, _submit(pool, task)))
            if not busy:
                return
            task, future = busy.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                # a process died and took the pool with it: find out whose fault it was, one by one
                lost = [(task, future), *busy]
                busy.clear()
                pool.shutdown()
                for one, other in lost:
                    yield _result(other) or _alone(one)
                pool = _pool(processes)
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(processes: int) -> ProcessPoolExecutor:
    """A pool of fresh processes; forking one that draws a progress bar from a thread is not safe."""
    context = multiprocessing.get_context("spawn")
    # an interrupt is for the process that handed out the work; it ends the others
    return ProcessPoolExecutor(processes, context, signal.signal, (signal.SIGINT, signal.SIG_IGN))


def _submit(pool: ProcessPoolExecutor, task: Task) -> Future[Outcome]:
    """Hand out a task; a pool that is broken already fails it."""
    try:
        return pool.submit(run, task)
    except BrokenProcessPool as fault:
        failed: Future[Outcome] = Future()
        failed.set_exception(fault)
        return failed


def _result(future: Future[Outcome]) -> Outcome | None:
    """What a task came to before its pool broke, if it did."""
    if not future.done() or future.cancelled() or future.exception() is not None:
        return None
    return future.result()


def _alone(task: Task) -> Outcome:
    """Do a task in a process of its own, which may die of it."""
    with _pool(1) as pool:
        try:
            return pool.submit(run, task).result()
        except BrokenProcessPool:
            return Outcome(task.name, error="the process that read it died, most likely for want of memory")
