"""Parse a directory of pages with Dask, here in one process for each core of this machine.

Give the directory of text files and the one to write Parquet files to::

    pip install '.[dask]' && python examples/on_dask.py seeds parsed

On a cluster, make a ``distributed.Client`` of its address first, and install paperparse on its workers.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
from dask import bag

from paperparse import arrow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHARE = 100  # files of one task


def read(paths: Iterable[Path]) -> Iterator[pa.RecordBatch]:
    """Files as record batches, each as it is needed."""
    for path in paths:
        yield pa.RecordBatch.from_pydict({"path": [str(path)], "text": [path.read_bytes()]})


def write(batches: Iterable[pa.RecordBatch], target: Path) -> list[Path]:
    """One share as one file, named like its first page."""
    table = pa.Table.from_batches(batches)
    path = target / Path(table.column("path")[0].as_py()).with_suffix(".parquet").name
    pq.write_table(table, path)
    return [path]


def main() -> None:
    """Parse every page and tell what came of them."""
    source, target = map(Path, sys.argv[1:])
    target.mkdir(parents=True, exist_ok=True)
    shares = bag.from_sequence(sorted(source.glob("*.txt")), partition_size=SHARE)
    parsed = shares.map_partitions(read).map_partitions(arrow.parse_batches)
    written = parsed.map_partitions(write, target).compute()
    pages = ds.dataset(written).to_table(columns=["path", "error"])
    unread = pages.filter(pages.column("error").is_valid()).to_pylist()
    print(f"{pages.num_rows} pages, {len(unread)} of them not read")
    for row in unread:
        print(row["path"], row["error"], sep=": ")


if __name__ == "__main__":
    main()
