"""The examples run as their docstrings say, and print what they promise."""

from __future__ import annotations

import ast
import os
import re
import runpy
import tomllib
from pathlib import Path

import pytest

import paperparse as pp
from paperparse.conventions import load
from paperparse.conventions.tables import compile_row
from paperparse.text.fold import fold
from programs import EXAMPLES, ROOT, SEEDS, run, start

FIRST = "新桥今日通车\n\n□记者 谭宁\n本报5月12日讯 今天上午，新桥建成通车。"
SECOND = "古树有了身份证\n\n□记者 孙 欣\n本报5月12日讯 全市古树昨日全部挂牌。"


@pytest.fixture(scope="module")
def seeds_read() -> str:
    result = run("read_seeds.py")
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout


def test_every_example_is_tried() -> None:
    tests = [ROOT / "tests" / name for name in ("test_examples.py", "test_examples_of_extras.py")]
    tried = set(re.findall(r'"([\w/]+\.py)"', "".join(test.read_text(encoding="utf-8") for test in tests)))
    assert {path.name for path in EXAMPLES.glob("*.py")} <= {Path(name).name for name in tried}


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.name)
def test_docstring_shows_the_command(path: Path) -> None:
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    program = "pytest" if path.name.startswith("test_") else "python"
    command = re.search(rf"^    pip install (\S+).* && {program} examples/{path.name}", text, re.MULTILINE)
    assert command
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(re.findall(r"\w+", command[1])) <= set(extras["optional-dependencies"])


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_read_seeds_prints_all_of_every_article(seeds_read: str, seed: Path) -> None:
    shown = "".join(seeds_read.split())
    page = pp.parse(seed)
    assert seed.name in shown
    for article in page.articles:
        assert all("".join(passage.text.split()) in shown for passage in article.headline.passages)
        assert all("".join(block.text.split()) in shown for block in article.body)
        assert all("".join(caption.text.split()) in shown for caption in article.captions)
        assert all("".join(passage.text.split()) in shown for passage in article.highlights)
        for byline in article.bylines:
            assert byline.role + "".join(byline.names) in shown


def test_read_seeds_keeps_to_its_width(seeds_read: str) -> None:
    script = runpy.run_path(str(EXAMPLES / "read_seeds.py"))
    columns, width, clings = script["columns"], script["WIDTH"], script["CLINGS"]
    assert all(columns(line.rstrip(clings)) <= width for line in seeds_read.split("\n"))


def test_read_seeds_takes_files(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(FIRST.encode("gb18030"))
    result = run("read_seeds.py", str(path))
    assert result.returncode == 0
    assert "page.txt · 1 article · gb18030" in result.stdout
    assert (
        "\n新桥今日通车\n━━━━━━━━━━━━\n\n记者 谭宁\n本报5月12日讯\n\n　　今天上午，新桥建成通车。\n"
        in result.stdout
    )


def test_parse_issue_prints_json_lines() -> None:
    result = run("parse_issue.py", text=f"{FIRST}\f{SECOND}\f")
    assert result.returncode == 0
    articles = [pp.from_json(line) for line in result.stdout.splitlines()]
    heads = [article.headline.main[0].text for article in articles if isinstance(article, pp.Article)]
    assert heads == ["新桥今日通车", "古树有了身份证"]
    assert result.stderr.startswith("2 pages, 2 articles\n")


def test_parse_issue_takes_a_page_a_file(tmp_path: Path) -> None:
    paths = [tmp_path / "1.txt", tmp_path / "2.txt"]
    for path, text in zip(paths, (FIRST, SECOND), strict=True):
        path.write_text(text, encoding="utf-8")
    result = run("parse_issue.py", *map(str, paths))
    assert result.returncode == 0
    assert len(result.stdout.splitlines()) == 2


def test_clean_authors_prints_one_person_a_line() -> None:
    result = run("clean_authors.py", text="□青岛日报/观海新闻记者 孙 欣 通讯员 冉 茂\n今天上午\n")
    assert result.returncode == 0
    assert result.stdout.splitlines() == [
        "青岛日报/观海新闻\t记者\treporter\t孙欣",
        "\t通讯员\tcorrespondent\t冉茂",
    ]
    assert result.stderr == "no byline: 今天上午\n"


def test_clean_authors_takes_arguments() -> None:
    result = run("clean_authors.py", "记者 谭宁")
    assert result.stdout == "\t记者\treporter\t谭宁\n"


def test_teach_marks_reads_more_after_learning() -> None:
    result = run("teach_marks.py")
    assert (result.returncode, result.stderr) == (0, "")
    before, after = result.stdout.split("after:\n")
    assert "byline" not in before
    assert "  byline  河津观澜  瞭望哨  谭宁  孙欣然\n" in after
    assert before.splitlines()[-1] == after.splitlines()[-1]  # what was no mark stays as it was


def test_teach_marks_takes_a_file(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(FIRST, encoding="utf-8")
    result = run("teach_marks.py", str(path))
    assert result.stdout.count("  byline  -  记者  谭宁\n") == 2


def test_every_row_taught_reads_its_examples_and_no_counterexample() -> None:
    table = EXAMPLES / "river_paper.toml"
    tables = load(("mainland", str(table)))
    own = {row["id"] for row in tomllib.loads(table.read_text(encoding="utf-8"))["row"]}
    rows = [row for row in tables.rows if row.id in own]
    assert len(rows) == len(own)
    for row in rows:
        pattern = compile_row(row, tables.parts)
        assert all(pattern.fullmatch(fold(text)) for text in row.examples)
        assert not any(pattern.fullmatch(fold(text)) for text in row.counterexamples)


def test_the_scraper_passes_its_tests() -> None:
    script = EXAMPLES / "test_my_scraper.py"
    result = start("-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull, str(script))
    assert result.returncode == 0, result.stdout
    assert result.stdout.splitlines()[-1].startswith("3 passed")


def test_a_scraper_that_loses_a_line_fails(tmp_path: Path) -> None:
    text = (EXAMPLES / "test_my_scraper.py").read_text(encoding="utf-8")
    for right, other in (
        ("html.unescape, lines)", "html.unescape, lines[1:])"),
        ("derandomize=True", "derandomize=True, phases=[Phase.generate]"),  # the smallest page takes long
        ("import given, settings", "import Phase, given, settings"),
    ):
        assert right in text
        text = text.replace(right, other)
    script = tmp_path / "test_bad_scraper.py"
    script.write_text(text, encoding="utf-8")
    result = start(
        "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull, "-k", "changes_nothing", str(script)
    )
    assert result.returncode == 1
    assert result.stdout.splitlines()[-1].startswith("1 failed")
