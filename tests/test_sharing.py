"""Threads and processes may share everything: no call leaves a trace that another sees, no cache grows."""

from __future__ import annotations

import copy
import functools
import importlib
import importlib.util
import os
import pickle
import pkgutil
import subprocess
import sys
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import paperparse as pp
from paperparse.text.resync import _CODES, decode_pairs
from paperparse.text.source import Decoded
from seeds import NAMES, TEXTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ISSUE = pp.parse_issue([TEXTS[name] for name in NAMES], options=pp.Options(script="traditional"))
TABLE = """
schema = "paperparse-conventions/1"
extends = ["mainland"]
[[row]]
id = "my-role"
mark = "byline-role"
pattern = '文 *胆'
kind = "reporter"
examples = ["文胆"]
source = "a test"
"""


def parts(value: Any) -> Iterator[object]:  # noqa: ANN401  # any part of the model
    """A value and all that is in it."""
    yield value
    if isinstance(value, tuple):
        for part in value:
            yield from parts(part)
    elif attrs.has(type(value)):
        yield from parts(attrs.astuple(value, recurse=False))


SAMPLES: dict[type, object] = {type(part): part for part in parts(ISSUE) if attrs.has(type(part))}
SAMPLES |= {
    pp.Link: pp.Link("p0a0", "p1a0", 0.9),
    pp.Jump: pp.Jump("A3", "（下转A3版）", (pp.Span(0, 0, 7),)),
    pp.Options: pp.Options(script="simplified", conventions=("mainland", "shared"), encoding="gbk"),
    Decoded: pp.decode("本报讯".encode("gbk")),
}
MODEL = [kind for name in pp.__all__ if attrs.has(kind := getattr(pp, name))]


def pickled(value: object, protocol: int) -> object:
    """What comes out at the other side."""
    again: object = pickle.loads(pickle.dumps(value, protocol))  # noqa: S301  # our own bytes
    return again


COPIES: list[Callable[[Any], Any]] = [
    copy.copy,
    copy.deepcopy,
    *(functools.partial(pickled, protocol=protocol) for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1)),
]


@pytest.mark.parametrize("kind", MODEL)
@pytest.mark.parametrize("make", COPIES)
def test_every_value_can_be_copied_and_sent(kind: type, make: Callable[[Any], Any]) -> None:
    value = SAMPLES[kind]
    again = make(value)
    assert type(again) is kind
    assert again == value
    assert hash(again) == hash(value)


@pytest.mark.parametrize(
    "error",
    [
        pp.PaperParseError("odd"),
        pp.ArgumentError("odd"),
        pp.OptionsError("odd"),
        pp.SpanError("odd"),
        pp.SchemaError("odd"),
        pp.DecodeError("odd", ("utf-8",), "a PNG image"),
        pp.ConventionError("mine.toml", "row-1", "is odd"),
        pp.ConventionError("mine.toml", None, "is odd"),
    ],
)
@pytest.mark.parametrize("make", COPIES)
def test_every_error_can_come_back_from_another_process(error: Exception, make: Callable[[Any], Any]) -> None:
    again = make(error)
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))


# In a fresh process, so that all threads meet every cache empty, at the same moment.
THREADS = """
import sys, threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
import paperparse as pp

options = pp.Options(conventions=("mainland", sys.argv[1]), script="traditional")
pages = [Path(name).read_text(encoding="utf-8") for name in sys.argv[2:]]
start = threading.Barrier(8)

def work(thread):
    start.wait()
    found = []
    for at in range(len(pages)):
        page = pages[(at + thread) % len(pages)]
        read = pp.parse(page.encode("gb18030"), options=options)
        found.append((page, pp.to_json(read)))
        assert pp.from_json(found[-1][1]) == read
    return sorted(found)

sys.setswitchinterval(1e-5)
with ThreadPoolExecutor(8) as pool:
    results = list(pool.map(work, range(8)))
assert all(result == results[0] for result in results), "threads disagree"
alone = sorted((page, pp.to_json(pp.parse(page.encode("gb18030"), options=options))) for page in pages)
assert results[0] == alone, "threads differ from one"
print(len(results))
"""


def test_eight_threads_that_share_all_read_alike(tmp_path: Path) -> None:
    table = tmp_path / "mine.toml"
    table.write_text(TABLE, encoding="utf-8")
    for name in NAMES:
        (tmp_path / name).write_text(TEXTS[name], encoding="utf-8")
    done = subprocess.run(  # noqa: S603  # our own lines
        [sys.executable, "-c", THREADS, str(table), *(str(tmp_path / name) for name in NAMES)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert (done.returncode, done.stdout.strip()) == (0, "8"), done.stderr[-2000:]


def test_threads_may_use_different_tables_at_once(tmp_path: Path) -> None:
    table = tmp_path / "mine.toml"
    table.write_text(TABLE, encoding="utf-8")
    mine, ours = pp.Options(conventions=(str(table),)), pp.Options()
    start = threading.Barrier(8)

    def work(thread: int) -> list[bool]:
        start.wait()
        options = mine if thread % 2 else ours
        return [bool(pp.parse_byline("文胆 谭宁", options=options)) for _ in range(50)]

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(work, range(8)))
    assert results == [[bool(thread % 2)] * 50 for thread in range(8)]


def fail(table: str) -> None:
    pp.parse("本报讯", options=pp.Options(conventions=(table,)))


# not "fork": Python warns of it where threads are about, as they are in a test run
@pytest.mark.parametrize("method", sorted({"forkserver", "spawn"} & set(get_all_start_methods())))
def test_processes_send_pages_and_errors_back(method: str) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context(method)) as pool:
        pages = list(pool.map(pp.parse, [TEXTS[name] for name in NAMES]))
        caught = pool.submit(fail, "nowhere.toml").exception()
    assert pages == [pp.parse(TEXTS[name]) for name in NAMES]
    assert isinstance(caught, pp.ConventionError)
    assert caught.file == "nowhere.toml"


IMPORT = """
import os, sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
import paperparse
home = os.path.dirname(paperparse.__file__)
print(*sorted(sys.modules))
print(*(name for name in opened if name.startswith(home)), sep="\\n")
"""
LATER = {
    *(
        "chardet",
        "opencc",
        "orjson",
        "cattrs",
        "regex",
        "tomllib",
        "importlib.metadata",
        "importlib.resources",
    ),
    *("pathlib", "statistics"),
}
"""What takes long to import and is needed by some calls, or when the first page is read."""


def test_importing_loads_nothing_that_only_some_calls_need_and_reads_no_table() -> None:
    done = subprocess.run(  # noqa: S603  # our own lines; -S: what the environment adds imports on its own
        [sys.executable, "-S", "-c", f"import sys; sys.path[:] = {sys.path!r}{IMPORT}"],
        capture_output=True,
        text=True,
        check=True,
    )
    modules, *opened = done.stdout.splitlines()
    assert "paperparse.parse" in modules.split()
    assert not LATER & set(modules.split())
    assert opened
    assert {os.path.splitext(name)[1] for name in opened} <= {".py", ".pyc"}  # noqa: PTH122  # a string


def caches() -> dict[str, Any]:
    """Every cache of a function in the package."""
    found: dict[str, Any] = {}
    for module in pkgutil.walk_packages(pp.__path__, "paperparse."):
        if module.name == "paperparse.arrow" and importlib.util.find_spec("pyarrow") is None:
            continue  # its extra is not installed
        for name, value in vars(importlib.import_module(module.name)).items():
            if hasattr(value, "cache_parameters") and value.__module__ == module.name:
                found[f"{module.name}.{name}"] = value
    return found


# the keys are words written in the package itself, so there are as many entries as there are such words
WRITTEN_HERE = {
    "paperparse.articles.wording._table",
    "paperparse.articles.wording._weights",
    "paperparse.text.edges.load_edges",
    "paperparse.text.variants.opencc",
}


@pytest.mark.parametrize("name", sorted(caches()))
def test_every_cache_has_a_bound(name: str) -> None:
    cached = caches()[name]
    arguments = cached.__wrapped__.__code__.co_argcount
    if arguments and name not in WRITTEN_HERE:
        assert cached.cache_parameters()["maxsize"] is not None


def test_the_caches_looked_at_are_all_there_are() -> None:
    assert len(caches()) > 10
    assert set(caches()) >= WRITTEN_HERE


def test_tables_without_end_leave_eight_behind(tmp_path: Path) -> None:
    for number in range(12):
        table = tmp_path / f"{number}.toml"
        table.write_text(TABLE, encoding="utf-8")
        options = pp.Options(conventions=(str(table),))
        assert pp.parse("□文胆 谭宁\n今天。", options=options).articles
    held = {name: cached.cache_info() for name, cached in caches().items()}
    assert held["paperparse.conventions.loader._load"].currsize == 8
    assert all(info.maxsize is None or info.currsize <= info.maxsize for info in held.values())


def test_a_table_in_use_holds_no_more_than_when_it_was_loaded() -> None:
    tables = importlib.import_module("paperparse.conventions").load(("mainland",))
    before = pickle.dumps((tables.rows, dict(tables.parts), sorted(tables.anchors)))
    for name in NAMES:
        pp.parse(TEXTS[name])
    assert pickle.dumps((tables.rows, dict(tables.parts), sorted(tables.anchors))) == before
    assert not hasattr(tables, "__dict__")


def test_damage_of_every_kind_fills_no_cache_without_end() -> None:
    from paperparse.text.resync import _read  # noqa: PLC0415  # looked at here alone

    _read.cache_clear()
    codes = [bytes((first, second)) for first in range(0x81, 0xFE) for second in range(0x40, 0xFE)]
    for codec in ("gb18030", "big5hkscs"):
        decode_pairs(b"\n".join(code + b"\xff" for code in codes if b"\x7f" not in code), codec)
    assert _read.cache_info().currsize == _CODES
