"""The examples run as their docstrings say, and print what they promise."""

from __future__ import annotations

import ast
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

import paperparse as pp

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
FIRST = "新桥今日通车\n\n□记者 谭宁\n本报5月12日讯 今天上午，新桥建成通车。"
SECOND = "古树有了身份证\n\n□记者 孙 欣\n本报5月12日讯 全市古树昨日全部挂牌。"


def run(script: str, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    """Run an example as a user would, from anywhere."""
    return subprocess.run(  # noqa: S603 - our own scripts
        [sys.executable, str(EXAMPLES / script), *arguments],
        input=text,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
        timeout=120,
    )


@pytest.fixture(scope="module")
def seeds_read() -> str:
    result = run("read_seeds.py")
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout


def test_every_example_is_tried_here() -> None:
    tried = {"clean_authors.py", "parse_issue.py", "read_seeds.py"}
    assert {path.name for path in EXAMPLES.glob("*.py")} == tried


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.name)
def test_docstring_shows_the_command(path: Path) -> None:
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    assert f"python examples/{path.name}" in text


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
