"""Parse a directory of pages on Spark, here on all cores of this machine.

It needs Java 17. Give the directory of text files and the one to write Parquet files to::

    pip install '.[spark]' && python examples/on_spark.py seeds parsed

On a cluster, say where its master is with ``spark-submit --master``, and install paperparse on its workers.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
from pyspark.sql import SparkSession

from paperparse import arrow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

READ = pa.schema({"path": pa.string(), "content": pa.binary()})


def parse(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """What every worker does with its share of the files."""
    return arrow.parse_batches(batches, column="content")


def main() -> None:
    """Parse every page and tell what came of them."""
    source, target = (Path(name).resolve().as_uri() for name in sys.argv[1:])
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # the workers run the Python that runs this
    spark = SparkSession.builder.appName("paperparse").getOrCreate()
    result = arrow.result_schema(READ, column="content")
    parsed = (
        spark.read.format("binaryFile")
        .option("pathGlobFilter", "*.txt")
        .load(source)
        .select(*READ.names)
        .mapInArrow(parse, spark.createDataFrame(result.empty_table()).schema)
    )
    parsed.write.mode("overwrite").parquet(target)
    pages = spark.read.parquet(target)
    pages.selectExpr("count(page) pages", "sum(size(page.articles)) articles", "count(error) unread").show()
    pages.where("error is not null").select("path", "error").show(truncate=False)
    spark.stop()


if __name__ == "__main__":
    main()
