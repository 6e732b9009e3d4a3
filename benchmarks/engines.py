"""What engines give against what one process gives, row for row, on pages of the press.

    python benchmarks/engines.py spark dask              # 2,000 pages and 20 files that are none
    python benchmarks/engines.py ray daft --pages 200

Each engine is run as its example is (``examples/on_spark.py`` and so on), in a process of its own, and the
Parquet files it leaves are compared: every page must be equal to what ``paperparse.parse`` makes of its file,
its JSON the same to the last character, and every file that is no page must have its error. Any difference
is printed and fails.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING, Final

import pyarrow.dataset as ds
from attrs import frozen

import paperparse as pp
from paperparse import arrow
from paperparse.testing import FORMS, print_page, write

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = Path(__file__).parent.parent / "examples"
ENGINES: Final = ("spark", "ray", "dask", "daft")
BROKEN: Final = 100  # pages for one file that is none
ENCODINGS: Final = ("utf-8", "gb18030", "utf-16")


@frozen
class Row:
    """What became of one file.

    Attributes:
        page: Its page as JSON, or None.
        error: Its error, or None.
    """

    page: str | None
    error: str | None


def print_pages(folder: Path, count: int, seed: int) -> None:
    """Write small pages in every form and several encodings, and some files that are no pages."""
    rng = Random(seed)  # noqa: S311 - chance, not secrecy
    forms = tuple(FORMS.values())
    for number in range(count):
        copies = [write(rng) for _ in range(rng.randint(1, 2))]
        text = print_page(copies, forms[number % len(forms)], number).text
        (folder / f"{number:05d}.txt").write_bytes(text.encode(ENCODINGS[number % len(ENCODINGS)]))
    for number in range(count // BROKEN):
        (folder / f"{count + number:05d}.txt").write_bytes(b"%PDF-1.7\n" + rng.randbytes(200))


def alone(folder: Path) -> dict[str, Row]:
    """What one process makes of the files, without Arrow."""
    rows: dict[str, Row] = {}
    for path in sorted(folder.glob("*.txt")):
        try:
            rows[path.name] = Row(pp.to_json(pp.parse(path)), None)
        except pp.PaperParseError as error:
            rows[path.name] = Row(None, f"{type(error).__name__}: {error}")
    return rows


def left_by(folder: Path) -> Iterator[tuple[str, Row]]:
    """The rows of an engine's Parquet files."""
    for batch in ds.dataset(folder, format="parquet").to_batches(columns=["path", "page", "error"]):
        pages = arrow.pages_from_arrow(batch.column("page"))
        paths, errors = batch.column("path").to_pylist(), batch.column("error").to_pylist()
        for path, page, error in zip(paths, pages, errors, strict=True):
            yield Path(path).name, Row(None if page is None else pp.to_json(page), error)


def differences(found: list[tuple[str, Row]], wanted: dict[str, Row]) -> list[str]:
    """Which files came out otherwise, twice or not at all."""
    names = [name for name, _ in found]
    return [
        *(f"{name}: missing" for name in sorted(wanted.keys() - set(names))),
        *(f"{name}: {names.count(name)} times" for name in sorted(set(names)) if names.count(name) > 1),
        *(f"{name}: {row} is not {wanted.get(name)}"[:400] for name, row in found if row != wanted.get(name)),
    ]


def main() -> int:
    """Run the engines named, one after another."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("engines", nargs="+", choices=ENGINES)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=2024)
    options = parser.parse_args()
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "pages"
        pages.mkdir()
        print_pages(pages, options.pages, options.seed)
        start = perf_counter()
        wanted = alone(pages)
        print(f"one process: {len(wanted)} rows in {perf_counter() - start:.1f} s", flush=True)
        for engine in options.engines:
            target = Path(folder) / engine
            start = perf_counter()
            command = [sys.executable, str(EXAMPLES / f"on_{engine}.py"), str(pages), str(target)]
            result = subprocess.run(  # noqa: S603 - our own scripts
                command, capture_output=True, encoding="utf-8", check=False
            )
            took = perf_counter() - start
            if result.returncode:
                print(f"{engine}: failed\n{result.stdout[-4000:]}\n{result.stderr[-4000:]}")
                return 1
            found = list(left_by(target))
            unlike = differences(found, wanted)
            errors = sum(row.error is not None for _, row in found)
            print(
                f"{engine}: {len(found)} rows in {took:.1f} s, {errors} of them errors; "
                f"{len(unlike)} differ from one process",
                flush=True,
            )
            print("".join(f"  {line}\n" for line in unlike[:20]), end="")
            faults += len(unlike)
    return int(bool(faults))


if __name__ == "__main__":
    raise SystemExit(main())
