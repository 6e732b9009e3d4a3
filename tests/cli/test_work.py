"""Many tasks on several processes: in order, a bounded number under way, whatever happens to a process."""

from __future__ import annotations

import os
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from paperparse.cli.inputs import Source
from paperparse.cli.output import Format, Setting
from paperparse.cli.work import AHEAD, Task, outcomes, run, tasks

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

SETTING = Setting(format=Format.JSONL)


def source(
    name: str, text: str = "新桥今日通车\n\n本报讯 今天上午，新桥建成通车。", folder: str = ""
) -> Source:
    return Source(name, None, None, PurePosixPath(name), folder, text.encode())


def task(name: str) -> Task:
    return Task(name, (source(name),), SETTING)


class Deadly(Task):
    """A task that ends any process it is handed to, as a page too large for the memory would."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (9,)


def test_a_process_that_dies_costs_its_own_task_alone() -> None:
    wanted = [task("1"), task("2"), Deadly("3", (), SETTING), task("4"), task("5")]
    found = list(outcomes(wanted, 2))
    assert [one.name for one in found] == ["1", "2", "3", "4", "5"]
    assert [one.error is None for one in found] == [True, True, False, True, True]
    assert "died" in (found[2].error or "")
    assert all(one.articles == 1 for one in found if not one.error)


def test_no_more_than_a_few_tasks_are_taken_ahead() -> None:
    taken = 0

    def many() -> Iterator[Task]:
        nonlocal taken
        for number in range(60):
            taken += 1
            yield task(str(number))

    most = 0
    done = 0
    for done, _ in enumerate(outcomes(many(), 2), 1):
        most = max(most, taken - done)
    assert done == 60
    assert most <= 2 * AHEAD


def test_one_process_takes_them_one_by_one() -> None:
    waiting = iter([task("1"), task("2")])
    found = outcomes(waiting, 1)
    assert next(found).name == "1"
    assert next(waiting).name == "2"


def test_a_fault_of_ours_is_told_and_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        msg = "no such key"
        raise KeyError(msg)

    monkeypatch.setattr("paperparse.cli.work.parse", broken)
    assert (run(task("1")).error or "").startswith("a fault of paperparse, KeyError")


def test_pages_of_a_folder_make_one_issue_each() -> None:
    found = [source("1", folder="a"), source("2", folder="a"), source("3", folder="b")]
    issues = list(tasks(found, Setting(issue=True)))
    assert [[one.name for one in issue.sources] for issue in issues] == [["1", "2"], ["3"]]
    assert [issue.name for issue in issues] == ["a", "3"]
    assert [str(issue.stem) for issue in issues] == ["a", "3"]
    assert [one.name for one in tasks(found, Setting())] == ["1", "2", "3"]
