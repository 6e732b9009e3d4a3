"""The examples that need more than paperparse: engines, Parquet and Scrapy, each where it is installed."""

import json
import re
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import paperparse as pp
from programs import ROOT, SEEDS, run

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed (extra arrow)")
ds = pytest.importorskip("pyarrow.dataset")
pq = pytest.importorskip("pyarrow.parquet")

from paperparse import arrow  # noqa: E402 - only where pyarrow is

BROKEN = "DecodeError: this is a PDF file; take its text out first"


def needs(module: str, extra: str) -> pytest.MarkDecorator:
    there = find_spec(module) is not None
    return pytest.mark.skipif(not there, reason=f"{module} is not installed (extra {extra})")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """The seeds in one directory, with one file that is no page."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for path in SEEDS:
        shutil.copy(path, folder)
    (folder / "broken.txt").write_bytes(b"%PDF-1.7")
    (folder / "notes.md").write_text("not a page", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(
            "on_spark.py",
            marks=[
                needs("pyspark", "spark"),
                pytest.mark.skipif(shutil.which("java") is None, reason="Java is not installed"),
            ],
        ),
        pytest.param("on_ray.py", marks=needs("ray", "ray")),
        pytest.param("on_dask.py", marks=needs("dask", "dask")),
        pytest.param("on_daft.py", marks=needs("daft", "daft")),
    ],
)
def test_an_engine_gives_what_one_process_gives(script: str, pages: Path, tmp_path: Path) -> None:
    target = tmp_path / "parsed"
    result = run(script, str(pages), str(target))
    assert result.returncode == 0, result.stderr[-2000:]
    assert "broken.txt" in result.stdout
    assert BROKEN in result.stdout
    table = ds.dataset(target, format="parquet").to_table()
    names = [Path(path).name for path in table.column("path").to_pylist()]
    parsed = dict(zip(names, arrow.pages_from_arrow(table.column("page")), strict=True))
    errors = dict(zip(names, table.column("error").to_pylist(), strict=True))
    assert sorted(names) == sorted([*(path.name for path in SEEDS), "broken.txt"])
    assert parsed == {**{path.name: pp.parse(path) for path in SEEDS}, "broken.txt": None}
    assert errors == {**{path.name: None for path in SEEDS}, "broken.txt": BROKEN}


def test_month_to_parquet_stores_and_asks(tmp_path: Path) -> None:
    month = tmp_path / "2024-05"
    for day, paths in (("12", SEEDS[:2]), ("13", SEEDS[2:])):
        (month / day).mkdir(parents=True)
        for path in paths:
            shutil.copy(path, month / day)
    (month / "13" / "broken.txt").write_bytes(b"%PDF-1.7")
    target = tmp_path / "month.parquet"
    result = run("month_to_parquet.py", str(month), str(target))
    assert result.returncode == 0, result.stderr
    assert result.stderr == f"2024-05-13/broken.txt: {BROKEN}\n"
    parsed = [pp.parse(path) for path in SEEDS]
    counts = [len(page.articles) for page in parsed]
    lines = [line.split("\t") for line in result.stdout.splitlines()]
    assert lines[:2] == [["2024-05-12", str(sum(counts[:2]))], ["2024-05-13", str(sum(counts[2:]))]]
    signed = [{name for a in page.articles for b in a.bylines for name in b.names} for page in parsed]
    for name, count in lines[2:]:
        assert int(count) == sum(name in people for people in signed)
    table = pq.read_table(target)
    assert table.schema.names == ["day", "file", "page", "error"]
    assert [page for page in arrow.pages_from_arrow(table.column("page")) if page is not None] == parsed


@needs("scrapy", "scrapy")
def test_scrapy_pipeline_crawls_the_pages(tmp_path: Path, pages: Path) -> None:
    target = tmp_path / "articles.jsonl"
    result = run("scrapy_pipeline.py", str(target), str(pages))
    assert result.returncode == 0, result.stderr
    assert "this is a PDF file" in result.stderr  # dropped, and told
    items = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    found = {Path(item["url"]).name: item["articles"] for item in items}
    assert sorted(found) == [path.name for path in SEEDS]
    for path in SEEDS:
        assert [article["text"] for article in found[path.name]] == [a.text for a in pp.parse(path).articles]


def shown(word: str) -> str:
    """The one block of code in the page on engines that has a word in it."""
    text = (ROOT / "docs" / "engines.md").read_text(encoding="utf-8")
    (block,) = [code for code in re.findall(r"```python\n(.*?)```", text, re.DOTALL) if word in code]
    return str(block)


@needs("dask", "dask")
def test_a_data_frame_of_dask_is_parsed_as_the_docs_say() -> None:
    pd = pytest.importorskip("pandas")
    dd = pytest.importorskip("dask.dataframe")
    files = [path.name for path in SEEDS]
    texts = pd.array([path.read_bytes() for path in SEEDS], dtype=pd.ArrowDtype(pa.binary()))
    frame = dd.from_pandas(pd.DataFrame({"file": files, "text": texts}), npartitions=2)
    names: dict[str, Any] = {"pa": pa, "arrow": arrow, "frame": frame}
    exec(shown("parse_frame"), names)  # noqa: S102 - our own page
    parsed = pa.Table.from_pandas(names["parsed"].compute(scheduler="sync"))
    assert parsed.column("file").to_pylist() == files
    assert list(arrow.pages_from_arrow(parsed.column("page"))) == [pp.parse(path) for path in SEEDS]


@needs("daft", "daft")
def test_the_batches_of_daft_are_parsed_as_the_docs_say() -> None:
    daft = pytest.importorskip("daft")
    assert "`arrow.parse_batches(frame.to_arrow_iter())`" in (ROOT / "docs" / "engines.md").read_text("utf-8")
    frame = daft.from_pydict({"text": [path.read_bytes() for path in SEEDS]})
    parsed = pa.Table.from_batches(arrow.parse_batches(frame.to_arrow_iter()))
    assert list(arrow.pages_from_arrow(parsed.column("page"))) == [pp.parse(path) for path in SEEDS]


def test_files_are_parsed_without_an_engine_as_the_docs_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "raw").mkdir()
    for number, path in enumerate(SEEDS):
        table = pa.table({"id": [number], "text": [path.read_text(encoding="utf-8")]})
        pq.write_table(table, tmp_path / "raw" / f"{number}.parquet")
    exec(shown("ParquetWriter"), {"arrow": arrow})  # noqa: S102 - our own page
    written = pq.read_table("pages.parquet")
    assert written.column("id").to_pylist() == list(range(len(SEEDS)))
    texts = [path.read_text(encoding="utf-8") for path in SEEDS]
    assert list(arrow.pages_from_arrow(written.column("page"))) == list(map(pp.parse, texts))
