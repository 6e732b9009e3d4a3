"""Draw the pictures of the documentation from what the library really shows.

It needs the extras ``cli`` and ``browser`` and a Chromium::

    python docs/screenshots.py
"""

from __future__ import annotations

import io
import shutil
import tempfile
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

import paperparse as pp
from paperparse.cli.inspecting import inspect_lines
from paperparse.cli.show import Look, paint, show
from paperparse.proof import render_proof
from paperparse.trace import trace_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
SEED = ROOT / "seeds" / "000_4db3b518b53717fe.txt"
LOOK = Look(84, "truecolor")
THEME = TerminalTheme(
    (24, 26, 31),
    (222, 220, 214),
    [
        (24, 26, 31), (224, 108, 117), (152, 195, 121), (229, 192, 123),
        (97, 175, 239), (198, 120, 221), (86, 182, 194), (190, 190, 190),
    ],
    [
        (120, 124, 132), (224, 108, 117), (152, 195, 121), (229, 192, 123),
        (97, 175, 239), (198, 120, 221), (86, 182, 194), (255, 255, 255),
    ],
)  # fmt: skip
# the rules of the Chinese fonts are full-width, those of terminals are not
FRAME = """<!doctype html><meta charset="utf-8"><style>
@font-face {{ font-family: rules; src: local("DejaVu Sans Mono"), local("Liberation Mono");
  unicode-range: U+B7, U+2190-2193, U+2500-257F, U+25CB, U+25CF; size-adjust: 83%; }}
body {{ margin: 0; background: #181a1f; color: #dedcd6; }}
pre {{ margin: 0; padding: 18px 22px; font: 15px/1.5 rules, "Noto Sans Mono CJK SC", monospace; }}
</style><pre><span style="color:#98c379">$</span> {command}
{output}</pre>"""


def terminal(browser: Browser, name: str, command: str, output: str, lines: range) -> None:
    """A picture of a command and some lines of what it says on a terminal."""
    wanted = "\n".join(output.splitlines()[lines.start : lines.stop])
    console = Console(
        record=True, file=io.StringIO(), width=200, force_terminal=True, color_system="truecolor"
    )
    console.print(Text.from_ansi(wanted), soft_wrap=True)
    html = console.export_html(theme=THEME, code_format="{code}", inline_styles=True)
    page = browser.new_page(viewport={"width": 680, "height": 200}, device_scale_factor=1.5)
    page.set_content(FRAME.format(command=escape(command), output=html))
    page.locator("pre").screenshot(path=IMAGES / name)
    page.close()


def proof(browser: Browser, name: str, scheme: str) -> None:
    """A picture of the proof page, one headline hovered."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 780}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "proof.html")
        path.write_text(render_proof(pp.parse(SEED), title=f"seeds/{SEED.name}"), encoding="utf-8")
        page.goto(path.as_uri())
        page.locator(".read .t-main").nth(1).hover()
        page.wait_for_timeout(600)
        page.screenshot(path=IMAGES / name)
    context.close()


def main() -> None:
    """Draw them all."""
    IMAGES.mkdir(exist_ok=True)
    read = show(pp.parse(SEED), f"seeds/{SEED.name}", LOOK)
    why = paint(
        inspect_lines(trace_page(SEED.read_text(encoding="utf-8")), f"seeds/{SEED.name}", ("headings",)), LOOK
    )
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        terminal(browser, "terminal.png", f"paperparse parse seeds/{SEED.name}", read, range(34))
        asked = f"paperparse inspect --only headings seeds/{SEED.name}"
        terminal(browser, "inspect.png", asked, why, range(39))
        proof(browser, "proof.png", "light")
        proof(browser, "proof-dark.png", "dark")
        browser.close()


if __name__ == "__main__":
    main()
