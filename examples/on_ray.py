"""Parse a directory of pages with Ray Data, here on all cores of this machine.

Give the directory of text files and the one to write Parquet files to::

    pip install '.[ray]' && python examples/on_ray.py seeds parsed

On a cluster, set ``RAY_ADDRESS`` to its head and install paperparse on its nodes.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pyarrow as pa
import ray

from paperparse import arrow

if TYPE_CHECKING:
    from collections.abc import Iterator


def parse(table: pa.Table) -> Iterator[pa.Table]:
    """What every worker does with its share of the files: Ray hands over tables, and takes them in pieces."""
    for batch in arrow.parse_batches(table.to_batches(), column="bytes"):
        yield pa.Table.from_batches([batch])


def main() -> None:
    """Parse every page and tell what came of them."""
    source, target = sys.argv[1:]
    files = ray.data.read_binary_files(source, include_paths=True, file_extensions=["txt"])
    files.map_batches(parse, batch_format="pyarrow").write_parquet(target, mode="overwrite")
    pages = ray.data.read_parquet(target, columns=["path", "error"])
    unread = pages.filter(expr=ray.data.expressions.col("error").is_not_null()).take_all()
    print(f"{pages.count()} pages, {len(unread)} of them not read")
    for row in unread:
        print(row["path"], row["error"], sep=": ")


if __name__ == "__main__":
    main()
