"""Parse a directory of pages with Daft, here on all cores of this machine.

Give the directory of text files and the one to write Parquet files to::

    pip install '.[daft]' && python examples/on_daft.py seeds parsed

On a cluster, call ``daft.set_runner_ray`` with its address first, and install paperparse on its nodes.
"""

from __future__ import annotations

import sys

import daft
import pyarrow as pa

from paperparse import arrow

RESULT = pa.struct(arrow.result_schema(pa.schema({"text": pa.binary()})))


def parse(contents: daft.Series) -> pa.StructArray:
    """What every worker does with its share of the files: Daft hands over a column, and takes one."""
    table = arrow.parse_table(pa.table({"text": contents.to_arrow()}))
    return table.to_struct_array().combine_chunks()


def main() -> None:
    """Parse every page and tell what came of them."""
    source, target = sys.argv[1:]
    parse_column = daft.func.batch(return_dtype=daft.DataType.from_arrow_type(RESULT), unnest=True)(parse)
    files = daft.from_glob_path(f"{source}/*.txt")
    parsed = files.select("path", parse_column(daft.col("path").download()))
    parsed.write_parquet(target, write_mode="overwrite")
    pages = daft.read_parquet(f"{target}/*.parquet").select("path", "error")
    unread = pages.where(daft.col("error").not_null()).to_pylist()
    print(f"{pages.count_rows()} pages, {len(unread)} of them not read")
    for row in unread:
        print(row["path"], row["error"], sep=": ")


if __name__ == "__main__":
    main()
