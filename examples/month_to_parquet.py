"""Put a month of pages into one Parquet file, and ask it something.

The month is a directory with one of text files for each day, ``2024-05/12/01.txt``::

    pip install '.[arrow]' && python examples/month_to_parquet.py 2024-05 2024-05.parquet

A row is a page: its day, its file, and all paperparse reads on it as one column of structs, which any
reader of Parquet opens. What is asked here is how many articles each day had, and who signed on most pages.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from paperparse import arrow

if TYPE_CHECKING:
    from collections.abc import Iterator

READ = pa.schema({"day": pa.string(), "file": pa.string(), "text": pa.binary()})
MOST = 5  # people shown


def read(month: Path) -> Iterator[pa.RecordBatch]:
    """The pages of each day, a batch a day; only one day is held at a time."""
    for day in sorted(path for path in month.iterdir() if path.is_dir()):
        pages = [
            {"day": f"{month.name}-{day.name}", "file": path.name, "text": path.read_bytes()}
            for path in sorted(day.glob("*.txt"))
        ]
        yield pa.RecordBatch.from_pylist(pages, schema=READ)


def store(month: Path, target: Path) -> None:
    """Parse the month into a file, as it is read."""
    with pq.ParquetWriter(target, arrow.result_schema(READ), compression="zstd") as writer:
        for batch in arrow.parse_batches(read(month)):
            writer.write_batch(batch)


def ask(source: Path) -> None:
    """Count, from the columns the question needs and no others."""
    needed = ["day", "file", "error", "page.articles.list.element.bylines.list.element.names"]
    days: Counter[str] = Counter()
    people: Counter[str] = Counter()
    for batch in pq.ParquetFile(source).iter_batches(columns=needed):
        for row in batch.to_pylist():
            articles = row["page"]["articles"] if row["page"] else []
            days[row["day"]] += len(articles)
            people.update(
                {name for article in articles for byline in article["bylines"] for name in byline["names"]}
            )
            if row["error"]:
                print(f"{row['day']}/{row['file']}: {row['error']}", file=sys.stderr)
    for day, articles in days.items():
        print(day, articles, sep="\t")
    for name, pages in people.most_common(MOST):
        print(name, pages, sep="\t")


def main() -> None:
    """Store a month, then read it."""
    month, target = map(Path, sys.argv[1:])
    store(month, target)
    ask(target)


if __name__ == "__main__":
    main()
