"""Columns of page texts in, columns of pages out, for Spark, Ray, Dask and Daft (extra ``arrow``).

A page becomes a struct that mirrors the model field by field, derived from the model itself, so that the
two cannot part: classes are structs, tuples are lists, enums their values, days ``date32``, whole numbers
``int32``, the others ``float64``. A span is a struct too (``page``, ``start``, ``end``). Every field may be
null as far as Arrow is concerned, because engines disagree about fields that may not.

Batches stream through: what is held at one time is one batch of input and a few dozen pages of output.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from functools import cache, lru_cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin, get_type_hints

import attrs

from paperparse.model import Page
from paperparse.options import Options
from paperparse.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cattrs import Converter

try:
    import pyarrow as pa
except ModuleNotFoundError as error:
    _HINT = "paperparse.arrow needs pyarrow: pip install 'paperparse[arrow]'"
    raise ModuleNotFoundError(_HINT, name="pyarrow") from error

__all__ = [
    "page_type",
    "pages_from_arrow",
    "pages_to_arrow",
    "parse_batches",
    "parse_table",
    "result_schema",
]

_ROWS: Final = 64
"""Pages of one batch of output: enough that a batch costs next to nothing, few enough to hold."""
_MOST_CHARACTERS: Final = 4_000_000
"""Code points after which a batch of output is closed before it is full, so that books of pages fit too."""
_SIMPLE: Final = {
    str: pa.string(),
    int: pa.int32(),
    float: pa.float64(),
    dt.date: pa.date32(),
}


def page_type() -> pa.StructType:
    """The type of a page: the model's fields by their names.

    Returns:
        A struct type; the article's is ``page_type().field("articles").type.value_type``.

    Examples:
        >>> page_type().field("date").type
        DataType(date32[day])
        >>> page_type().field("articles").type.value_type.field("confidence").type
        DataType(double)
    """
    return _type(Page)


def result_schema(
    schema: pa.Schema, *, column: str = "text", page: str = "page", error: str = "error"
) -> pa.Schema:
    """The schema of what :func:`parse_batches` gives, for engines that want it beforehand.

    Args:
        schema: The schema of the batches that go in.
        column: The column of page texts.
        page: What to call the column of pages.
        error: What to call the column of errors.

    Returns:
        The columns that go in but for ``column``, then ``page`` and ``error``.

    Raises:
        TypeError: The column holds neither text nor bytes.
        ValueError: There is no such column, or a column is called ``page`` or ``error`` already.

    Examples:
        >>> result_schema(pa.schema({"id": pa.int64(), "text": pa.string()})).names
        ['id', 'page', 'error']
    """
    at = schema.get_field_index(column)
    if at < 0:
        msg = f"not one column {column!r} among {', '.join(schema.names)}"
        raise ValueError(msg)
    if not _holds_pages(schema.field(at).type):
        msg = f"the column {column!r} holds {schema.field(at).type}, neither text nor bytes"
        raise TypeError(msg)
    passed = schema.remove(at)
    if taken := {page, error} & set(passed.names) or ({page} if page == error else set()):
        msg = f"the name {min(taken)!r} is taken; choose another for what comes out"
        raise ValueError(msg)
    return passed.append(pa.field(page, page_type())).append(pa.field(error, pa.string()))


def parse_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    column: str = "text",
    page: str = "page",
    error: str = "error",
    options: Options = Options(),
) -> Iterator[pa.RecordBatch]:
    """Parse a column of page texts, batch by batch.

    Every row that goes in comes out, in order, with its other columns as they were. A row that cannot be
    read has no page, and its error says why; a row that can has no error. So one bad page costs itself and
    not the job.

    Args:
        batches: Record batches, all of one schema.
        column: The column to parse, text or bytes. It is not passed on, for the page holds its text.
        page: What to call the column of pages.
        error: What to call the column of errors: the kind of error, a colon and its message.
        options: Choices for every page.

    Yields:
        Record batches of :func:`result_schema`, one at least for each batch that goes in, though it be
        empty.

    Raises:
        ConventionError: A convention table named in the options cannot be used.
        DecodeError: The encoding asked for is unknown.
        TypeError: The column holds neither text nor bytes.
        ValueError: There is no such column, a column is called ``page`` or ``error`` already.

    Examples:
        >>> batch = pa.RecordBatch.from_pydict({"id": [7, 8], "text": ["本报讯 新桥通车。", None]})
        >>> for row in next(parse_batches([batch])).to_pylist():
        ...     print(row["id"], row["page"] and row["page"]["articles"][0]["dateline"]["kind"], row["error"])
        7 讯 None
        8 None TypeError: the row holds no text
    """
    parse(b"", options=options)  # options that cannot be used are a fault of the job, not of its rows
    for batch in batches:
        schema = result_schema(batch.schema, column=column, page=page, error=error)
        texts = batch.column(column)
        passed = batch.select([name for name in batch.schema.names if name != column])
        start = 0
        for pages, errors in _parsed(texts, options):
            kept = passed.slice(start, len(errors)).columns
            yield pa.RecordBatch.from_arrays([*kept, pages, errors], schema=schema)
            start += len(errors)


def parse_table(
    table: pa.Table,
    *,
    column: str = "text",
    page: str = "page",
    error: str = "error",
    options: Options = Options(),
) -> pa.Table:
    """Parse a column of page texts of a table that fits in memory.

    Args:
        table: Any table.
        column: The column to parse, text or bytes.
        page: What to call the column of pages.
        error: What to call the column of errors.
        options: Choices for every page.

    Returns:
        The table that :func:`parse_batches` gives batch by batch.

    Raises:
        ConventionError: A convention table named in the options cannot be used.
        DecodeError: The encoding asked for is unknown.
        TypeError: The column holds neither text nor bytes.
        ValueError: There is no such column, a column is called ``page`` or ``error`` already.

    Examples:
        >>> table = parse_table(pa.table({"body": [b"%PDF-1.7"]}), column="body")
        >>> table.column("page").null_count, table.column("error")[0].as_py()
        (1, 'DecodeError: this is a PDF file; take its text out first')
    """
    schema = result_schema(table.schema, column=column, page=page, error=error)
    batches = parse_batches(table.to_batches(), column=column, page=page, error=error, options=options)
    return pa.Table.from_batches(batches, schema=schema)


def pages_to_arrow(pages: Iterable[Page | None]) -> pa.StructArray:
    """Write pages as a column.

    Args:
        pages: The pages, None for a row without one.

    Returns:
        An array of :func:`page_type`.

    Raises:
        UnicodeEncodeError: A page holds lone surrogates, which Arrow's text cannot.
        OverflowError: An offset is beyond 32 bits.

    Examples:
        >>> pages_to_arrow([Page("本报讯"), None]).null_count
        1
    """
    convert = _converter().unstructure
    rows = [None if page is None else convert(page, Page) for page in pages]
    try:
        return pa.array(rows, page_type())
    except pa.ArrowInvalid as fault:
        raise OverflowError(str(fault)) from None


def pages_from_arrow(column: pa.Array | pa.ChunkedArray) -> Iterator[Page | None]:
    """Read the pages of a column, one after another.

    Args:
        column: A column of :func:`page_type`, as :func:`parse_batches` gives it or as an engine or a file
            gives it back.

    Yields:
        A page for each row that has one, equal to the one written, and None for each that has none.

    Raises:
        TypeError: It is no column of pages.

    Examples:
        >>> pages = [Page("本报讯"), None]
        >>> list(pages_from_arrow(pages_to_arrow(pages))) == pages
        True
    """
    if not pa.types.is_struct(column.type) or {field.name for field in column.type} != set(_hints(Page)):
        msg = f"a column of pages is a struct with the fields of Page, not {column.type!s:.80}"
        raise TypeError(msg)
    convert = _converter().structure
    for row in column:
        value = row.as_py()
        yield None if value is None else convert(value, Page)


def _parsed(texts: pa.Array, options: Options) -> Iterator[tuple[pa.StructArray, pa.StringArray]]:
    """The pages and errors of a column, in pieces small enough to hold."""
    pages: list[pa.StructArray] = [pages_to_arrow(())]
    errors: list[str | None] = []
    size = 0
    for at in range(len(texts)):
        one, problem, length = _parse_row(texts, at, options)
        pages.append(one)
        errors.append(problem)
        size += length
        if at + 1 < len(texts) and (len(errors) == _ROWS or size >= _MOST_CHARACTERS):
            yield pa.concat_arrays(pages), pa.array(errors, pa.string())
            pages, errors, size = [pages_to_arrow(())], [], 0
    yield pa.concat_arrays(pages), pa.array(errors, pa.string())


def _parse_row(texts: pa.Array, at: int, options: Options) -> tuple[pa.StructArray, str | None, int]:
    """One row's page as an array of one, its error, and its length in code points."""
    try:
        source = texts[at].as_py()
        if source is None:
            raise TypeError("the row holds no text")  # noqa: EM101, TRY003, TRY301 - becomes the row's error
        page = parse(source, options=options)
        return pages_to_arrow((page,)), None, len(page.text)
    except Exception as fault:  # noqa: BLE001 - whatever it is, a job of millions must outlive it
        return pages_to_arrow((None,)), _readable(fault), 0


def _readable(fault: Exception) -> str:
    """A fault in words that Arrow can hold."""
    return f"{type(fault).__name__}: {fault}".encode(errors="backslashreplace").decode()


def _holds_pages(kind: pa.DataType) -> bool:
    """Whether values of a type are text or bytes, in whatever layout."""
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    tests = (
        pa.types.is_string,
        pa.types.is_large_string,
        pa.types.is_string_view,
        pa.types.is_binary,
        pa.types.is_large_binary,
        pa.types.is_binary_view,
    )
    return any(test(kind) for test in tests)


@lru_cache(maxsize=64)
def _hints(kind: type) -> dict[str, Any]:
    """The types of a model class's fields by their names, in order."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in attrs.fields(kind)}


@lru_cache(maxsize=64)
def _type(kind: Any) -> pa.DataType:  # noqa: ANN401  # a type hint may be anything
    """The Arrow type of a type hint of the model."""
    if get_origin(kind) is UnionType:
        (kind,) = (one for one in get_args(kind) if one is not type(None))
    if get_origin(kind) is tuple:
        return pa.list_(_type(get_args(kind)[0]))
    if attrs.has(kind):
        return pa.struct([pa.field(name, _type(hint)) for name, hint in _hints(kind).items()])
    return pa.string() if issubclass(kind, StrEnum) else _SIMPLE[kind]


@cache
def _converter() -> Converter:
    """The converter between model and plain values, built at first use."""
    from cattrs import Converter  # noqa: PLC0415  # importing the module must stay cheap

    converter = Converter(detailed_validation=False, unstruct_collection_overrides={tuple: list})
    converter.register_structure_hook(dt.date, lambda value, _: value)
    return converter
