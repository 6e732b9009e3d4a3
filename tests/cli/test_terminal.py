"""What is seen on a terminal: colours, breaks, the progress bar."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

import paperparse as pp
from paperparse.cli.show import Look, show
from paperparse.cli.wrap import wrap
from seeds import SEEDS, TEXTS

if TYPE_CHECKING:
    from pathlib import Path

STOPS = "，。、；：！？…”’）》」』】〕"
ANSI = re.compile(r"\x1b\[[\d;]*m")


def on_terminal(command: list[str]) -> str:
    """All that a program shows on a terminal of 100 columns."""
    pty = pytest.importorskip("pty", reason="there are no terminals on this system")
    main, other = pty.openpty()
    process = subprocess.Popen(  # noqa: S603  # ourselves
        command,
        stdout=other,
        stderr=other,
        stdin=other,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", "NO_COLOR": ""},
    )
    os.close(other)
    shown = b""
    while True:
        try:
            part = os.read(main, 1 << 16)
        except OSError:
            break
        if not part:
            break
        shown += part
    process.wait(timeout=60)
    os.close(main)
    return shown.decode()


def test_a_page_on_a_terminal() -> None:
    shown = on_terminal([sys.executable, "-m", "paperparse", "parse", str(SEEDS[0])])
    assert "\x1b[1m" in shown
    lines = [ANSI.sub("", line) for line in shown.splitlines()]
    assert max(map(cell_len, lines)) <= 100
    assert "reading" not in shown  # no bar across the text
    assert re.search(r"1 page · 6 articles", lines[-1])


def test_a_bar_while_files_are_written(tmp_path: Path) -> None:
    shown = on_terminal([sys.executable, "-m", "paperparse", "parse", "-o", str(tmp_path), *map(str, SEEDS)])
    assert "reading" in shown
    assert "5/5" in shown


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("width", [24, 40, 84])
def test_lines_keep_to_the_width_and_to_good_manners(name: str, width: int) -> None:
    text = ANSI.sub("", show(pp.parse(TEXTS[name]), name, Look(width, "256")))
    for line in text.splitlines():
        assert cell_len(line.rstrip(STOPS)) <= width + 2
        assert not line.strip("　 ").startswith(tuple(STOPS))


def test_plain_and_styled_say_the_same() -> None:
    for text in TEXTS.values():
        page = pp.parse(text)
        styled = ANSI.sub("", show(page, "page", Look(60, "truecolor")))
        plain = show(page, "page", Look())

        def said(words: str) -> str:
            return re.sub(r"[\s━─▌]", "", words)

        assert said(styled) == said(plain)


@given(text=st.text(alphabet="国，。“”（ab1. \n—…", max_size=80), width=st.integers(8, 40))
def test_wrapping_loses_nothing(text: str, width: int) -> None:
    lines = wrap(text, width, "▌ ", "▌ ")
    assert "".join("".join(lines).replace("▌ ", "").split()) == "".join(text.split())


def test_an_issue_says_on_which_pages_an_article_stands() -> None:
    issue = pp.parse_issue(list(SEEDS[:2]))
    shown = show(issue, "day", Look())
    assert shown.startswith("day · 2 pages · ")
    assert "── 1 · page " in shown
