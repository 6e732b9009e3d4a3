"""The commands as users type them."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import signal
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING

import pytest
from attrs import frozen

import paperparse as pp
from paperparse.cli import app
from seeds import SEEDS, TEXTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FIRST = "新桥今日通车\n\n□记者 谭宁\n本报5月12日讯 今天上午，新桥建成通车。"
SECOND = "古树有了身份证\n\n□记者 孙 欣\n本报5月12日讯 全市古树昨日全部挂牌。"
FORMATS = ("text", "json", "jsonl", "markdown", "ninjs", "newsarticle", "tei", "rows")


@frozen
class Done:
    """What a command left behind."""

    returncode: int
    stdout: str
    stderr: str


def run(*arguments: str | Path, text: bytes = b"") -> Done:
    """Run the command line in this process, with no terminal anywhere."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text)))
        code = app.run([str(argument) for argument in arguments])
    return Done(code, *(_said(stream) for stream in (out, err)))


def _said(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()


def run_alone(*arguments: str | Path, text: bytes = b"", env: dict[str, str] | None = None) -> Done:
    """Run ``python -m paperparse`` as users do, in a process of its own."""
    done = subprocess.run(  # noqa: S603  # ourselves
        [sys.executable, "-m", "paperparse", *map(str, arguments)],
        input=text,
        capture_output=True,
        env={**os.environ, **(env or {})},
        check=False,
        timeout=120,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two good pages and three bad ones."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "01.txt").write_text(FIRST, encoding="utf-8")
    (pages / "02.txt").write_bytes(SECOND.encode("gb18030"))
    (pages / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    (pages / "cut.txt.gz").write_bytes(gzip.compress(FIRST.encode() * 50)[:60])
    (pages / "noise.zip").write_bytes(b"PK\x03\x04 no archive")
    return pages


def heads(lines: str) -> list[str]:
    """The main headlines of JSON Lines."""
    return [json.loads(line)["headline"]["main"][0]["text"] for line in lines.splitlines()]


def test_one_page_as_plain_text() -> None:
    done = run_alone("parse", SEEDS[0])
    assert done.returncode == 0
    assert "\x1b" not in done.stdout + done.stderr
    for article in pp.parse(SEEDS[0]).articles:
        assert all(block.text in done.stdout for block in article.body)
        assert all(passage.text in done.stdout for passage in article.headline.passages)
    assert re.fullmatch(r"1 page · \d+ articles · \d+ notes? · [\d.]+ s\n", done.stderr)


def test_colours_are_forced_only_by_a_terminal() -> None:
    done = run_alone("parse", SEEDS[0], env={"FORCE_COLOR": "1", "TERM": "xterm-256color"})
    assert "\x1b" not in done.stdout


def test_standard_input_is_read_without_arguments() -> None:
    done = run("parse", "-f", "jsonl", text=FIRST.encode("gb18030"))
    assert heads(done.stdout) == ["新桥今日通车"]
    assert done.returncode == 0
    assert run("parse", "-f", "jsonl", "-", text=FIRST.encode()).stdout == done.stdout


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_one_bad_file_never_stops_the_rest(folder: Path, jobs: str) -> None:
    done = run("parse", "-f", "jsonl", "-j", jobs, folder, folder / "none.txt")
    assert heads(done.stdout) == ["新桥今日通车", "古树有了身份证"]
    assert done.returncode == 1
    for name in ("bad.txt", "cut.txt.gz", "noise.zip", "none.txt"):
        assert sum(name in line for line in done.stderr.splitlines()) == 1
    assert "4 of 6 sources could not be read" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_goes_to_files(folder: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    done = run("parse", "-f", form, "-o", out, folder)
    assert (done.returncode, done.stdout) == (1, "")
    written = sorted(path.name for path in out.iterdir() if "sidecar" not in path.name)
    assert [name.split(".")[0] for name in written] == ["01", "02"]
    assert all(
        "新桥今日通车" in path.read_text(encoding="utf-8")
        for path in out.glob("01.*")
        if "sidecar" not in path.name
    )
    lossless = {"text", "json", "jsonl"}
    assert len(list(out.glob("*.sidecar.json"))) == (0 if form in lossless else 2)
    assert not list(out.glob(".*"))


def test_files_and_standard_output_say_the_same(folder: Path, tmp_path: Path) -> None:
    for form in FORMATS:
        run("parse", "-q", "-f", form, "-o", tmp_path, folder / "01.txt")
        (path,) = [one for one in tmp_path.glob("01.*") if "sidecar" not in one.name]
        assert path.read_text(encoding="utf-8") == run("parse", "-q", "-f", form, folder / "01.txt").stdout
        for one in tmp_path.glob("01.*"):
            one.unlink()


def test_json_is_what_the_library_writes() -> None:
    done = run("parse", "-f", "json", *SEEDS)
    pages = [pp.from_json(line) for line in done.stdout.splitlines()]
    assert pages == [pp.parse(path) for path in SEEDS]


def test_several_processes_say_the_same() -> None:
    assert run("parse", "-f", "json", "-j", "2", *SEEDS).stdout == run("parse", "-f", "json", *SEEDS).stdout


def test_the_files_of_a_folder_are_an_issue(folder: Path) -> None:
    done = run("parse", "-f", "json", "--issue", folder)
    issue, _ = pp.from_json(done.stdout.splitlines()[0]), None
    assert isinstance(issue, pp.Issue)
    assert [page.encoding for page in issue.pages] == ["utf-8", "gb18030"]
    assert done.returncode == 1
    assert "bad.txt" in done.stderr


def test_an_issue_is_written_under_the_name_of_its_folder(tmp_path: Path) -> None:
    for name in ("05-12/01.txt", "05-12/02.txt", "05-13/01.txt", "05-13/02.txt"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(FIRST, encoding="utf-8")
    run("parse", "--issue", "-f", "json", "-o", tmp_path / "out", tmp_path / "in")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["05-12.json", "05-13.json"]
    run("parse", "--issue", "-f", "json", "-o", tmp_path / "one", tmp_path / "in" / "05-12")
    assert [path.name for path in (tmp_path / "one").iterdir()] == ["05-12.json"]


def test_form_feeds_part_pages_of_an_issue_and_are_hinted_at() -> None:
    text = f"{FIRST}\f{SECOND}\f".encode()
    issue = pp.from_json(run("parse", "-f", "json", "--issue", text=text).stdout)
    assert isinstance(issue, pp.Issue)
    assert len(issue.pages) == 2
    assert "2 pages parted by form feeds" in run("parse", text=text).stderr
    assert "form feeds" not in run("parse", text=FIRST.encode() + b"\f").stderr


def test_the_day_of_the_issue() -> None:
    done = run("parse", "-f", "rows", "--issue-date", "2024-05-13", text=FIRST.encode())
    row = json.loads(done.stdout)
    assert (row["date"], row["written"]) == ("2024-05-13", "2024-05-12")
    assert "(2024-05-12)" in run("parse", "--issue-date", "2024-05-13", text=FIRST.encode()).stdout


def test_the_encoding_asked_for_is_used() -> None:
    done = run("parse", "-f", "json", "--encoding", "big5", text="本報訊".encode("big5"))
    page = pp.from_json(done.stdout)
    assert isinstance(page, pp.Page)
    assert page.encoding == "big5"


@pytest.mark.parametrize(
    "arguments",
    [
        ("parse", "--encoding", "klingon", "x"),
        ("parse", "--conventions", "none", "x"),
        ("parse", "--issue-date", "12. May", "x"),
        ("parse", "--format", "docx", "x"),
        ("parse", "-f", "tei", *map(str, SEEDS[:2])),
        ("parse", "-o", __file__, "x"),
        ("nonsense",),
        ("conventions", "nonsense"),
    ],
)
def test_misuse_is_told_and_is_two(arguments: Sequence[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "Error: " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_closed_pipe_ends_it_quietly() -> None:
    names = " ".join(map(str, [*SEEDS] * 8))
    code = f"{sys.executable} -m paperparse parse -q {names} | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", code], capture_output=True, check=False, timeout=120)  # noqa: S603, S607
    assert (done.returncode, done.stderr) == (141, b"")


def test_hostile_text_cannot_steer_a_terminal() -> None:
    done = run("parse", text=f"\x1b]0;title\x07{FIRST}\u202e\n\x1b[31m红\n".encode())
    assert not set(done.stdout) & set("\x1b\x07\u202e")


def test_any_locale_will_do() -> None:
    done = run_alone("parse", SEEDS[0], env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert pp.parse(SEEDS[0]).articles[0].body[0].text in done.stdout


def test_inspect_tells_every_line_and_headline() -> None:
    done = run("inspect", "--most", "100", SEEDS[0])
    assert (done.returncode, done.stderr) == (0, "")
    for article in pp.parse(SEEDS[0]).articles:
        assert re.search(rf"→ {article.id}, margin", done.stdout) or not article.headline.main
    lines = [line for line in TEXTS[SEEDS[0].stem].splitlines() if line.strip()]
    assert re.search(rf"(?m)^ *{len(lines)} ", done.stdout)
    assert "● headlines stand after the body" in done.stdout


def test_inspect_shows_one_part_alone() -> None:
    done = run("inspect", "--only", "titles", SEEDS[0])
    assert "Titles:" in done.stdout
    assert "Lines:" not in done.stdout


def test_conventions_lists_and_checks(tmp_path: Path) -> None:
    assert "byline-role" in run("conventions").stdout
    assert "role-reporter" in run("conventions", "byline-role").stdout
    assert run("conventions", "--check").returncode == 0
    table = tmp_path / "mine.toml"
    table.write_text(
        'schema = "paperparse-conventions/1"\ntitle = "Mine"\nextends = ["mainland"]\n'
        '[[row]]\nid = "mine"\nmark = "byline-role"\nwords = ["主笔"]\nkind = "commentator"\n'
        'examples = ["主笔", "主编"]\ncounterexamples = ["主张"]\nsource = "here"\n',
        encoding="utf-8",
    )
    done = run("conventions", "--check", "--conventions", table)
    # a table of others is tried when it is loaded
    assert done.returncode == 2
    assert "mine.toml" in done.stderr
    assert "主编" in done.stderr


def test_proof_writes_one_file(tmp_path: Path) -> None:
    out = tmp_path / "proof.html"
    assert run("proof", SEEDS[0], "-o", out).returncode == 0
    assert out.read_text(encoding="utf-8") == run("proof", SEEDS[0]).stdout
    done = run("proof", tmp_path / "none.txt", "-o", tmp_path / "none.html")
    assert done.returncode == 1
    assert not (tmp_path / "none.html").exists()


def test_without_the_extra_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text('raise ModuleNotFoundError("No module", name="click")\n')
    done = run_alone("parse", SEEDS[0], env={"PYTHONPATH": str(tmp_path)})
    assert done.returncode == 2
    assert done.stderr == (
        "paperparse: the command line needs click; install it with: pip install 'paperparse[cli]'\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other interrupts")
def test_an_interrupt_ends_it_with_one_line(tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"{number}.txt").write_bytes(SEEDS[0].read_bytes())
    # a shell makes what it runs in the background deaf to interrupts, and so would this test's be
    code = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    code += "from paperparse.cli import main; main()"
    process = subprocess.Popen(  # noqa: S603  # ourselves
        [sys.executable, "-c", code, "parse", "-q", "-j", "2", "-f", "jsonl", str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        assert process.stdout is not None
        process.stdout.readline()  # it is at work
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    finally:
        process.kill()
        process.communicate()
    assert (process.returncode, errors.split()) == (130, [b"interrupted"])
