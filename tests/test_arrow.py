"""Pages in Arrow are the pages of the library, and no row stops the others."""

import datetime as dt
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import paperparse as pp
from paperparse.export.json import schema as json_schema
from paperparse.testing import Proof
from paperparse.testing.strategies import proofs

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed (extra arrow)")
pq = pytest.importorskip("pyarrow.parquet")

from paperparse import arrow  # noqa: E402 - only where pyarrow is

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
TEXT = "新桥今日通车\n\n□记者 谭宁\n本报5月12日讯 今天上午，新桥建成通车。"

SPANS = (pp.Span(1, 2, 5),)
BYLINE = pp.Byline("记者", pp.BylineKind.REPORTER, ("谭宁",), "本报", "本报记者 谭宁", SPANS)
PASSAGES = (pp.Passage("新桥", SPANS),)
NOTES = (pp.Note(pp.NoteCode.HEADLINE_DOUBTFUL, SPANS[0], "why"),)
FULL = pp.Page(
    "新桥今日通车",
    index=1,
    number="A2",
    section="要闻",
    date=dt.date(2025, 5, 12),
    encoding="gb18030",
    articles=(
        pp.Article(
            "a1",
            headline=pp.Headline(PASSAGES, PASSAGES, PASSAGES, PASSAGES),
            bylines=(BYLINE,),
            dateline=pp.Dateline("本报", "北京", 2025, 5, 12, "讯", "本报北京2025年5月12日讯", SPANS),
            body=(pp.Block(pp.BlockKind.SUBHEAD, "今天", SPANS),),
            captions=(pp.Caption("图为新桥", (BYLINE,), SPANS),),
            highlights=PASSAGES,
            continued_from=pp.Jump("1", "上接第一版", SPANS),
            continued_to=pp.Jump("A3", "下转A3版", SPANS),
            spans=SPANS,
            confidence=0.625,
            notes=NOTES,
        ),
    ),
    furniture=(pp.Furniture(pp.FurnitureKind.FOLIO, "A2", SPANS),),
    notes=NOTES,
)


def table(**columns: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
    return pa.table(columns)


def there_and_back(*pages: pp.Page | None) -> list[pp.Page | None]:
    return list(arrow.pages_from_arrow(arrow.pages_to_arrow(pages)))


def empty_fields(value: Any) -> Iterator[str]:  # noqa: ANN401
    if isinstance(value, tuple):
        assert value
        for item in value:
            yield from empty_fields(item)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            part = getattr(value, field.name)
            if part in (None, ()):
                yield field.name
            yield from empty_fields(part)


def test_every_field_comes_back() -> None:
    assert list(empty_fields(FULL)) == []
    (again,) = there_and_back(FULL)
    assert again == FULL
    assert repr(again) == repr(FULL)  # a value of an enum equals its string, but is not shown like it


def test_defaults_and_rows_without_a_page_come_back() -> None:
    pages = [pp.Page(""), None, pp.Page("甲", articles=(pp.Article("a"),))]
    assert there_and_back(*pages) == pages
    assert there_and_back() == []


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_seeds_come_back_as_json_brings_them(path: Path) -> None:
    page = pp.parse(path)
    (again,) = there_and_back(page)
    assert again == page == pp.from_json(pp.to_json(page))
    assert again is not None
    assert pp.to_json(again) == pp.to_json(page)


@given(proofs(most=2))
@settings(max_examples=20)
def test_printed_pages_come_back(proof: Proof) -> None:
    pages = [proof.truth, pp.parse(proof.text)]
    assert there_and_back(*pages) == pages


@given(st.text(max_size=60))
def test_any_text_comes_back(text: str) -> None:
    page = pp.parse(text)
    assert there_and_back(page) == [page]


def test_the_type_has_the_fields_of_the_json() -> None:
    definitions: Any = json_schema()["$defs"]

    def check(kind: Any, name: str) -> None:  # noqa: ANN401
        assert [field.name for field in kind] == list(definitions[name]["properties"])

    page = arrow.page_type()
    check(page, "Page")
    article = page.field("articles").type.value_type
    check(article, "Article")
    for field, name in (("headline", "Headline"), ("dateline", "Dateline"), ("continued_to", "Jump")):
        check(article.field(field).type, name)
    for field, name in (("bylines", "Byline"), ("body", "Block"), ("captions", "Caption"), ("notes", "Note")):
        check(article.field(field).type.value_type, name)
    check(page.field("furniture").type.value_type, "Furniture")
    assert [(field.name, field.type) for field in article.field("spans").type.value_type] == [
        ("page", pa.int32()),
        ("start", pa.int32()),
        ("end", pa.int32()),
    ]


def test_a_file_holds_pages(tmp_path: Path) -> None:
    pages = [FULL, None, *map(pp.parse, SEEDS)]
    path = tmp_path / "pages.parquet"
    pq.write_table(table(page=arrow.pages_to_arrow(pages)), path)
    assert list(arrow.pages_from_arrow(pq.read_table(path).column("page"))) == pages


def test_other_columns_pass_as_they_are() -> None:
    source = table(id=[7, 8], text=[TEXT, ""], day=[dt.date(2025, 5, 12), None], tags=[["a"], []])
    (batch,) = arrow.parse_batches(source.to_batches())
    assert batch.schema == arrow.result_schema(source.schema)
    assert batch.schema.names == ["id", "day", "tags", "page", "error"]
    assert batch.select(["id", "day", "tags"]) == source.to_batches()[0].select(["id", "day", "tags"])
    assert list(arrow.pages_from_arrow(batch.column("page"))) == [pp.parse(TEXT), pp.parse("")]
    assert batch.column("error").to_pylist() == [None, None]


def test_names_are_a_choice() -> None:
    source = table(page=["01"], body=[TEXT.encode("gb18030")])
    result = arrow.parse_table(source, column="body", page="parsed", error="why")
    assert result.schema.names == ["page", "parsed", "why"]
    (page,) = arrow.pages_from_arrow(result.column("parsed"))
    assert page == pp.parse(TEXT.encode("gb18030"))


@pytest.mark.parametrize(
    "kind",
    [
        pa.string(),
        pa.large_string(),
        pa.string_view(),
        pa.binary(),
        pa.large_binary(),
        pa.binary_view(),
        pa.dictionary(pa.int32(), pa.string()),
    ],
    ids=str,
)
def test_every_layout_of_text_is_read(kind: Any) -> None:  # noqa: ANN401
    held = pa.array([TEXT, None, TEXT])
    column = held.dictionary_encode() if pa.types.is_dictionary(kind) else held.cast(kind)
    result = arrow.parse_table(table(text=column))
    articles = [page and page.articles for page in arrow.pages_from_arrow(result.column("page"))]
    assert articles == [pp.parse(TEXT).articles, None, pp.parse(TEXT).articles]
    assert result.column("error").to_pylist() == [None, "TypeError: the row holds no text", None]


def test_a_bad_row_costs_itself() -> None:
    result = arrow.parse_table(table(text=[TEXT.encode(), b"%PDF-1.7", None, b"", TEXT.encode("utf-16")]))
    assert result.column("page").is_null().to_pylist() == [False, True, True, False, False]
    errors = result.column("error").to_pylist()
    assert [error and error.split(":")[0] for error in errors] == [
        None,
        "DecodeError",
        "TypeError",
        None,
        None,
    ]


def test_text_that_is_no_text_costs_its_row() -> None:
    broken = pa.array([b"\xff\xfe", TEXT.encode()]).view(pa.string())  # as a careless writer leaves it
    result = arrow.parse_table(table(text=broken))
    assert result.column("error")[0].as_py().startswith("UnicodeDecodeError: ")
    assert result.column("error")[1].as_py() is None


def test_a_fault_of_the_parser_costs_its_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(source: str | bytes, *, options: pp.Options) -> pp.Page:
        if source == "甲":
            message = "\ud800"
            raise RecursionError(message)
        return pp.parse("\ud800" if source == "乙" else source, options=options)

    monkeypatch.setattr(arrow, "parse", parse)
    errors = arrow.parse_table(table(text=["甲", "乙", "丙"])).column("error").to_pylist()
    assert errors[0] == "RecursionError: \\ud800"
    assert errors[1].startswith("UnicodeEncodeError: ")
    assert errors[2] is None


def test_options_reach_every_page() -> None:
    data = TEXT.encode("big5hkscs", errors="replace")
    options = pp.Options(encoding="big5hkscs")
    (page,) = arrow.pages_from_arrow(arrow.parse_table(table(text=[data]), options=options).column("page"))
    assert page == pp.parse(data, options=options)


def test_faults_of_the_job_stop_it_before_its_rows() -> None:
    source = table(text=[TEXT])
    with pytest.raises(pp.DecodeError, match="klingon"):
        arrow.parse_table(source, options=pp.Options(encoding="klingon"))
    with pytest.raises(pp.ConventionError, match="nowhere"):
        arrow.parse_table(source, options=pp.Options(conventions=["nowhere"]))
    with pytest.raises(ValueError, match="'body'"):
        arrow.parse_table(source, column="body")
    with pytest.raises(TypeError, match="int64"):
        arrow.parse_table(table(text=[1]))
    with pytest.raises(ValueError, match="'error' is taken"):
        arrow.parse_table(table(text=[TEXT], error=[1]))
    with pytest.raises(ValueError, match="'x' is taken"):
        arrow.parse_table(source, page="x", error="x")
    with pytest.raises(TypeError, match="a column of pages"):
        list(arrow.pages_from_arrow(pa.array([1])))
    with pytest.raises(OverflowError):
        arrow.pages_to_arrow([pp.Page("", index=2**31)])


def test_a_column_named_twice_is_none() -> None:
    batch = pa.RecordBatch.from_arrays([pa.array([TEXT]), pa.array([TEXT])], names=["text", "text"])
    with pytest.raises(ValueError, match="not one column 'text'"):
        next(arrow.parse_batches([batch]))


def test_empty_batches_keep_the_schema() -> None:
    schema = pa.schema({"id": pa.int64(), "text": pa.string()})
    (batch,) = arrow.parse_batches(
        schema.empty_table().to_batches() or [pa.RecordBatch.from_pylist([], schema)]
    )
    assert (batch.num_rows, batch.schema) == (0, arrow.result_schema(schema))
    assert arrow.parse_table(schema.empty_table()).schema == arrow.result_schema(schema)
    assert list(arrow.parse_batches([])) == []


def test_batches_are_read_when_they_are_needed() -> None:
    asked: list[int] = []

    def source() -> Iterator[Any]:
        for number in range(3):
            asked.append(number)
            yield pa.RecordBatch.from_pydict({"id": [number], "text": [TEXT]})

    result = arrow.parse_batches(source())
    assert asked == []
    for number in range(3):
        assert next(result).column("id").to_pylist() == [number]
        assert asked == list(range(number + 1))


def test_a_large_batch_comes_out_in_pieces() -> None:
    source = table(id=list(range(200)), text=[f"第{number}段。" for number in range(200)])
    batches = list(arrow.parse_batches(source.to_batches()))
    assert max(batch.num_rows for batch in batches) <= 64
    assert [one for batch in batches for one in batch.column("id").to_pylist()] == list(range(200))
    texts = [page and page.text for batch in batches for page in arrow.pages_from_arrow(batch.column("page"))]
    assert texts == source.column("text").to_pylist()


def test_large_pages_come_out_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrow, "_MOST_CHARACTERS", 10)
    batches = arrow.parse_batches(table(text=["十二个字，都在这一行里。"] * 2 + ["短。"] * 4).to_batches())
    assert [batch.num_rows for batch in batches] == [1, 1, 4]


def test_memory_does_not_grow_with_the_job() -> None:
    def peak(count: int) -> int:
        batch = pa.RecordBatch.from_pydict({"text": [TEXT] * 16})
        tracemalloc.start()
        before = pa.total_allocated_bytes()
        most = 0
        for _ in arrow.parse_batches(batch for _ in range(count)):
            most = max(most, pa.total_allocated_bytes() - before)
        most += tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(24)  # what is read at first use stays, and what is compiled once it has been used often
    assert peak(12) < 2 * peak(2)  # six times as much if it did
