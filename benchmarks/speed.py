"""How fast pages are read: beside other libraries, by length and number of articles, memory, import.

    pip install -r benchmarks/requirements.txt
    python benchmarks/speed.py            # under three minutes
    python benchmarks/speed.py --whole    # texts of up to 50 MB as well

Prints Markdown tables, ratios first. All is processor time. Two things compared take turns in one process,
and what counts is the median of the ratios of a turn, so that other work on the machine, which slows both,
counts little. The others do other work; they say how fast text is read at all on this machine. Without them
installed their rows are left out.
"""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
import tracemalloc
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stderr
from functools import partial
from html import escape
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Final

import paperparse as pp
from paperparse.testing import FORMS, print_page
from paperparse.testing.writer import write_page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SEEDS: Final = Path(__file__).resolve().parent.parent / "seeds"
TURNS: Final = 7
WARM: Final = 60
"""Pages read before anything is timed: patterns are compiled whole only when they have been used a while."""
IMPORT: Final = (
    "import time; start = time.process_time(); import paperparse; print(time.process_time() - start)"
)
BASE: Final = 50_000
"""Bytes of the text that others are measured against: some three pages in UTF-8."""


def seconds(task: Callable[[], object]) -> float:
    """Processor time of a task."""
    start = process_time()
    task()
    return process_time() - start


def in_turn(
    one: Callable[[], object], other: Callable[[], object], turns: int = TURNS
) -> tuple[float, float]:
    """The median over several turns of the time of one over that of the other, and the least time of one."""
    one(), other()
    pairs = [(seconds(one), seconds(other)) for _ in range(turns)]
    return median(first / second for first, second in pairs), min(first for first, _ in pairs)


def head(*names: str) -> None:
    """The head of a table."""
    print(f"\n| {' | '.join(names)} |\n|{'---|' * len(names)}", flush=True)


def row(*values: str) -> None:
    """One row of a table."""
    print(f"| {' | '.join(values)} |", flush=True)


def press(count: int, form: str = "wrapped-indent") -> list[str]:
    """Pages of the press in one form."""
    rng = Random(1)  # noqa: S311 - chance, not secrecy
    return [
        print_page(write_page(rng.randint(2, 8), rng), FORMS[form], rng.randrange(2**32)).text
        for _ in range(count)
    ]


def of_length(pages: Sequence[str], size: int) -> str:
    """Pages one below the other until they take so many bytes in UTF-8."""
    whole = "\n\n".join(pages)
    each = len(whole.encode()) / len(whole)
    wanted = round(size / each)
    return "\n\n".join([whole] * (wanted // len(whole) + 1))[:wanted]


def as_html(text: str) -> str:
    """The same text as a page of the web, its blocks as paragraphs."""
    blocks = "".join(f"<p>{escape(block)}</p>\n" for block in text.split("\n\n"))
    start = "<!doctype html><html><head><meta charset='utf-8'></head><body><article>"
    return f"{start}{blocks}</article></body></html>"


def others() -> dict[str, Callable[[str], object]]:
    """What reads text elsewhere, by name."""
    found: dict[str, Callable[[str], object]] = {}
    if find_spec("trafilatura"):
        extract = import_module("trafilatura").extract
        found["`trafilatura.extract`, the same text as HTML"] = lambda text: extract(as_html(text))
    if find_spec("jieba"):
        with redirect_stderr(io.StringIO()):
            jieba = import_module("jieba")
            jieba.initialize()
        found["`list(jieba.cut)`"] = lambda text: list(jieba.cut(text))
    if find_spec("ftfy"):
        found["`ftfy.fix_text`"] = import_module("ftfy").fix_text
    convert = import_module("opencc").OpenCC("t2s").convert
    found["`opencc` t2s"] = convert
    return found


def each(read: Callable[[str], object], texts: Sequence[str]) -> None:
    """Read some texts."""
    for text in texts:
        read(text)


def beside(seeds: Sequence[str]) -> None:
    """The comparison."""
    head("characters a second, paperparse's over those of", "on `seeds/`", "on pages of the press")
    printed = [text for form in FORMS for text in press(1, form)]
    each(pp.parse, [*seeds, *printed] * (WARM // (len(seeds) + len(printed)) + 1))
    for name, read in others().items():
        found = []
        for texts in (seeds, printed):
            ratio, _ = in_turn(partial(each, read, texts), partial(each, pp.parse, texts), 5)
            found.append(f"{ratio:.2g}")
        row(name, *found)
    size = sum(map(len, seeds))
    least = min(seconds(partial(each, pp.parse, seeds)) for _ in range(TURNS))
    print(
        f"\nOn `seeds/` that is {least / len(seeds) * 1000:.1f} ms a page and"
        f" {size / least / 1e6:.2f} million characters a second."
    )


def by_length(*, whole: bool) -> None:
    """The cost of a character, by how long the text is."""
    head("a text of", "a character costs, times that of one of 50 kB", "µs")
    pages = press(40)
    base = of_length(pages, BASE)
    sizes = [1_000, 5_000, BASE, 200_000, 1_000_000] + [5_000_000, 50_000_000] * whole
    for size in sizes:
        text = of_length(pages, size)
        times = max(len(base) // len(text), 1)
        turns = TURNS if size <= 4 * BASE else 3 if size <= 20 * BASE else 1
        ratio, least = in_turn(partial(each, pp.parse, [text] * times), partial(pp.parse, base), turns)
        weight = len(base) / (len(text) * times)
        row(f"{size / 1000:,.0f} kB", f"{ratio * weight:.2f}", f"{least / len(text) / times * 1e6:.2f}")


def by_articles() -> None:
    """The cost of a character, by how many articles a page has."""
    head("a page of", "a character costs, times that of one of 100 articles", "characters")
    rng, form = Random(2), FORMS["wrapped-indent"]  # noqa: S311 - chance, not secrecy
    tens = [print_page(write_page(10, rng), form, at).text for at in range(500)]
    made = {1: print_page(write_page(1, rng), form, 1).text}
    made |= {count: "\n\n".join(tens[: count // 10]) for count in (10, 100, 1000, 5000)}
    base = made[100]
    for count, text in made.items():
        times = max(len(base) // len(text), 1)
        turns = 3 if len(text) <= len(base) else 1
        ratio, _ = in_turn(partial(each, pp.parse, [text] * times), partial(pp.parse, base), turns)
        cost = ratio * len(base) / (len(text) * times)
        row(f"{count:,} article{'s' * (count > 1)}", f"{cost:.2f}", f"{len(text):,}")


def import_time() -> float:
    """Milliseconds a new process takes to import the package, compiled as pip leaves it."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    found = [
        subprocess.run(  # noqa: S603 - this Python, a line of ours
            [sys.executable, "-c", IMPORT], check=True, capture_output=True, text=True, env=environment
        ).stdout
        for _ in range(TURNS)
    ]
    return min(map(float, found)) * 1000


def memory(text: str) -> tuple[float, float]:
    """Bytes a character beyond the text itself: what the page holds, and the most while it is read."""
    pp.parse(text[:5000])
    tracemalloc.start()
    page = pp.parse(text)
    held, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held / len(page.text), peak / len(page.text)


def parallel(texts: Sequence[str]) -> float:
    """How much faster two processes are than one."""
    taken = []
    for workers in (1, 2):
        with ProcessPoolExecutor(workers) as pool:
            list(pool.map(pp.parse, texts[: 2 * workers]))
            start = perf_counter()
            list(pool.map(pp.parse, texts, chunksize=4))
            taken.append(perf_counter() - start)
    return taken[0] / taken[1]


def main() -> None:
    """Measure and print."""
    wants = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    wants.add_argument("--whole", action="store_true", help="texts of 5 and 50 MB as well; takes long")
    args = wants.parse_args()
    seeds = [file.read_text(encoding="utf-8") for file in sorted(SEEDS.glob("*.txt"))]
    start = perf_counter()
    pp.parse(seeds[0])
    first = perf_counter() - start
    beside(seeds)
    by_length(whole=args.whole)
    by_articles()
    head("", "")
    row("`import paperparse` in a new process", f"{import_time():.0f} ms")
    row("first page of a process, with all tables read", f"{first * 1000:.0f} ms")
    text = of_length(press(40), 1_000_000)
    held, peak = memory(text)
    row("memory a page holds, each character of its text", f"{held:.0f} bytes")
    row("the most while it is read", f"{peak:.0f} bytes")
    page = pp.parse(text)
    json = pp.to_json(page)
    for name, task in (("out", partial(pp.to_json, page)), ("in", partial(pp.from_json, json))):
        took = min(seconds(task) for _ in range(3))
        row(f"JSON {name}, characters of the page a second", f"{len(text) / took / 1e6:.1f} million")
    row(f"two processes against one, of {os.cpu_count()} cores", f"{parallel(press(120)):.2f} times as fast")


if __name__ == "__main__":
    main()
