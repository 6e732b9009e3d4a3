"""How fast pages are read: characters a second, growth, memory, import.

    python benchmarks/speed.py

Prints a Markdown table. Times are the least of several runs in one process; the import is that of a new
process. Nothing is compared with a figure of another machine.
"""

from __future__ import annotations

import subprocess
import sys
import tracemalloc
from pathlib import Path
from random import Random
from time import perf_counter, process_time
from typing import TYPE_CHECKING

import paperparse as pp
from paperparse.testing import FORMS, print_page
from paperparse.testing.writer import write_page

if TYPE_CHECKING:
    from collections.abc import Callable

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
RUNS = 5
IMPORT = "import time; start = time.perf_counter(); import paperparse; print(time.perf_counter() - start)"


def least(task: Callable[[], object], runs: int = RUNS) -> float:
    """The least processor time of several runs, in seconds."""
    found = float("inf")
    for _ in range(runs):
        start = process_time()
        task()
        found = min(found, process_time() - start)
    return found


def row(name: str, value: str) -> None:
    """One row of the table."""
    print(f"| {name} | {value} |")


def pages(count: int) -> str:
    """Pages of the press one below the other."""
    rng = Random(1)  # noqa: S311 - chance, not secrecy
    form = FORMS["wrapped-indent"]
    return "\n\n".join(
        print_page(write_page(rng.randint(2, 8), rng), form, rng.randrange(2**32)).text for _ in range(count)
    )


def main() -> None:
    """Measure and print."""
    print("| | |\n|---|---|")
    took = [
        float(
            subprocess.run(  # noqa: S603 - this Python, a line of ours
                [sys.executable, "-c", IMPORT], check=True, capture_output=True, text=True
            ).stdout
        )
        for _ in range(RUNS)
    ]
    row("`import paperparse` in a new process", f"{min(took) * 1000:.0f} ms")
    texts = [file.read_text(encoding="utf-8") for file in sorted(SEEDS.glob("*.txt"))]
    start = perf_counter()
    pp.parse(texts[0])
    row("first page of a process, with all tables read", f"{(perf_counter() - start) * 1000:.0f} ms")
    size = sum(map(len, texts))
    took_all = least(lambda: [pp.parse(text) for text in texts])
    row("a page of `seeds/`, on average", f"{took_all / len(texts) * 1000:.1f} ms")
    row("characters a second on `seeds/`", f"{size / took_all / 1e6:.3f} million")
    before = 0.0
    for count in (5, 20, 80):
        text = pages(count)
        cost = least(lambda text=text: pp.parse(text), 2) / len(text) * 1e6  # type: ignore[misc]
        grown = f", {cost / before:.2f} times the one before" if before else ""
        row(f"a character of a text of {len(text):,}", f"{cost:.1f} µs{grown}")
        before = cost
    tracemalloc.start()
    page = pp.parse(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    row("peak memory for it, each character", f"{peak / len(text):.0f} bytes")
    json = pp.to_json(page)
    row(
        "JSON out, characters of page a second",
        f"{len(text) / least(lambda: pp.to_json(page), 3) / 1e6:.1f} million",
    )
    row("JSON in", f"{len(text) / least(lambda: pp.from_json(json), 3) / 1e6:.1f} million")


if __name__ == "__main__":
    main()
