"""How well real text layers are read: pages set in Chromium, printed as PDF, taken apart by other tools.

    pip install -r benchmarks/requirements.txt
    python benchmarks/textlayers.py --articles articles.jsonl.gz --pages 40

Needs ``chromium`` with a Chinese font and ``pdftotext`` (poppler-utils). Nothing of the press takes part: a
browser breaks the lines, and the tools decide in which order they come and what becomes of blanks. An article
counts as right when its body shares 99 % of its pairs of characters with one that was read; everything else
is compared between the articles matched. ``-v`` tells what went wrong.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections import Counter
from html import escape
from itertools import pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import pypdfium2
from gold import read_archive

import paperparse
from paperparse.model import BlockKind
from paperparse.testing.archive import choose_articles
from paperparse.testing.expected import Expected, expected_articles, plain, tight

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from paperparse.testing.copies import Copy, Signature

RIGHT: Final = 0.99
WIDE: Final = 0.5
"""How often two articles stand side by side."""
STYLE: Final = """
@page { size: 380mm 4000mm; margin: 12mm; }
body { margin: 0; font-family: 'Noto Serif CJK SC', serif; }
.page { break-after: page; }
.row { display: flex; gap: 9mm; margin-bottom: 7mm; }
.article { flex-basis: 0; min-width: 0; }
.body { column-gap: 6mm; text-align: justify; font-size: 9.5pt; }
p { margin: 0; text-indent: 2em; }
h1, h2, h3, h4 { margin: 1mm 0; font-family: 'Noto Sans CJK SC', sans-serif; font-weight: 700; }
h4 { margin: 0; text-align: center; }
.sign { margin: 1mm 0; font-size: 9.5pt; text-indent: 0; }
"""


def people(signatures: Sequence[Signature], gap: str) -> str:
    """Who signed, as a paper prints it."""
    return gap.join(f"{one.role} {gap.join(one.names)}" for one in signatures)


def set_article(copy: Copy, rng: Random, way: str, columns: int) -> str:
    """An article as HTML, signed in one of four ways."""
    size = rng.uniform(17, 30)
    parts = [f'<div class="article" style="flex-grow:{columns}">']
    parts.extend(f'<h3 style="font-size:{size * 0.6:.1f}pt">{escape(text)}</h3>' for text in copy.label)
    parts.extend(f'<h2 style="font-size:{size * 0.65:.1f}pt">{escape(text)}</h2>' for text in copy.kicker)
    parts.extend(f'<h1 style="font-size:{size:.1f}pt">{escape(text)}</h1>' for text in copy.main)
    parts.extend(f'<h2 style="font-size:{size * 0.6:.1f}pt">{escape(text)}</h2>' for text in copy.sub)
    wire = copy.wire.text if copy.wire else ""
    first = f"{wire}　" if wire else ""
    if copy.bylines:
        signed = people(copy.bylines, "　" if way == "line" else "、" if way == "inside" else " ")
        if way == "inside" and wire:
            first = f"{wire}（{signed}）"
        else:
            glyph = {"line": "本报", "glyph": "□", "inside": "■ 本报", "report": "○本报"}[way]
            ending = " 报道" if way == "report" else ""
            parts.append(f'<p class="sign">{glyph}{escape(signed)}{ending}</p>')
    parts.append(f'<div class="body" style="column-count:{columns}">')
    parts.extend(f'<p class="sign">■ {escape(text)}</p>' for text in copy.highlights)
    for number, item in enumerate(copy.body):
        words = escape((first if not number else "") + item.text)
        parts.append(f"<h4>{words}</h4>" if item.kind is BlockKind.SUBHEAD else f"<p>{words}</p>")
    parts.append("</div></div>")
    return "\n".join(parts)


def set_page(copies: Sequence[Copy], rng: Random) -> str:
    """A page as HTML: articles below each other and side by side, in columns of about 12 to 26 em."""
    way = rng.choice(("line", "glyph", "inside", "report"))
    across = rng.randint(4, 7)
    rows: list[str] = []
    left = list(copies)
    while left:
        beside = 2 if len(left) > 1 and rng.random() < WIDE else 1
        part = rng.randint(1, across - 1)
        shares = [across] if beside == 1 else [part, across - part]
        here = [set_article(left.pop(0), rng, way, share) for share in shares]
        rows.append(f'<div class="row">{"".join(here)}</div>')
    return f'<div class="page">{"".join(rows)}</div>'


def printed(html: str, folder: Path) -> Path:
    """The pages as a PDF file."""
    source, target = folder / "pages.html", folder / "pages.pdf"
    source.write_text(f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style>{html}', encoding="utf-8")
    subprocess.run(  # noqa: S603
        [  # noqa: S607
            "chromium",
            "--headless",
            "--no-sandbox",
            "--no-pdf-header-footer",
            f"--print-to-pdf={target}",
            source.as_uri(),
        ],
        check=True,
        capture_output=True,
    )
    return target


def by_poppler(*flags: str) -> Callable[[Path], list[str]]:
    """``pdftotext`` with flags."""

    def texts(file: Path) -> list[str]:
        done = subprocess.run(  # noqa: S603
            ["pdftotext", "-enc", "UTF-8", *flags, file, "-"],  # noqa: S607
            check=True,
            capture_output=True,
        )
        return done.stdout.decode().split("\f")[:-1]

    return texts


def by_pdfium(file: Path) -> list[str]:
    """The text layer as PDFium, and so Chrome, gives it."""
    with pypdfium2.PdfDocument(file) as document:
        return [page.get_textpage().get_text_range() for page in document]


def by_mupdf(file: Path) -> list[str]:
    """The text layer as MuPDF gives it, where it is installed."""
    import pymupdf  # noqa: PLC0415

    with pymupdf.open(file) as document:
        return [page.get_text() for page in document]


TOOLS: Final[dict[str, Callable[[Path], list[str]]]] = {
    "pdftotext -raw": by_poppler("-raw"),
    "pdfium": by_pdfium,
    "mupdf": by_mupdf,
    "pdftotext": by_poppler(),
    "pdftotext -layout": by_poppler("-layout"),
}
MEASURES: Final = ("article", "headings", "main", "byline", "dateline", "paragraph", "subhead")


def pairs(text: str) -> Counter[str]:
    """How often each pair of characters stands in a text."""
    return Counter(map("".join, pairwise(text)))


def alike(one: Counter[str], other: Counter[str]) -> float:
    """What two bodies share, 0 to 1."""
    both = (one | other).total()
    return (one & other).total() / both if both else 0.0


def wanted_of(copy: Copy) -> Expected:
    """What should be read of an article."""
    kinds = {kind: [item.text for item in copy.body if item.kind is kind] for kind in BlockKind}
    wire = copy.wire
    dated = (tight(wire.outlet), tight(wire.place), wire.month, wire.day, tight(wire.kind)) if wire else ()
    return Expected(
        name="".join(copy.main),
        characters=frozenset(),
        headings=tuple(map(plain, (*copy.label, *copy.kicker, *copy.main, *copy.sub))),
        mains=("".join(map(plain, copy.main)),),
        bylines=tuple((tight(one.role), tight(name)) for one in copy.bylines for name in one.names),
        dateline=dated,
        paragraphs=tuple((tight(text), ()) for text in kinds[BlockKind.PARAGRAPH]),
        subheads=tuple(map(plain, kinds[BlockKind.SUBHEAD])),
    )


def fields(one: Expected) -> dict[str, Sequence[Hashable]]:
    """What is counted of an article."""
    return {
        "headings": sorted(one.headings),
        "main": list(one.mains),
        "byline": [name for _, name in one.bylines],
        "dateline": [one.dateline] if one.dateline else [],
        "paragraph": [text for text, _ in one.paragraphs],
        "subhead": list(one.subheads),
    }


def count(copies: Sequence[Copy], text: str, say: Callable[[str], None]) -> Counter[tuple[str, str]]:
    """What is right, given and wanted on one page."""
    wants = [fields(wanted_of(copy)) for copy in copies]
    page = paperparse.parse(text)
    gives = [fields(one) for one in expected_articles(page)]
    bodies = [pairs("".join(tight(block.text) for block in one.body)) for one in page.articles]
    found: Counter[tuple[str, str]] = Counter()
    found["article", "given"], found["article", "wanted"] = len(gives), len(wants)
    for want, copy in zip(wants, copies, strict=True):
        body = pairs("".join(tight(item.text) for item in copy.body))
        scores = [alike(body, other) for other in bodies]
        best = max(range(len(gives)), key=scores.__getitem__, default=None)
        give = gives[best] if best is not None and scores[best] > 1 / 3 else None
        share = scores[best] if best is not None else 0.0
        found["article", "right"] += share >= RIGHT
        if share < RIGHT:
            say(f"article {share:.2f} {want['main']}")
        for name in MEASURES[1:]:
            got = give[name] if give else []
            if name in {"headings", "main"}:
                found[name, "wanted"] += 1
                found[name, "given"] += give is not None
                same = int(give is not None and got == want[name])
            else:
                found[name, "wanted"] += len(want[name])
                found[name, "given"] += len(got)
                same = (Counter(got) & Counter(want[name])).total()
            found[name, "right"] += same
            if give and got != want[name] and share >= RIGHT:
                lost = Counter(want[name]) - Counter(got), Counter(got) - Counter(want[name])
                say(f"{name}: {[sorted(side, key=str) for side in lost]}")
    return found


def main() -> None:
    """Print a row for each tool."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--tools", default=",".join(TOOLS), help="comma between them")
    parser.add_argument("--keep", type=Path, help="a folder for the PDF file and the texts")
    parser.add_argument("-v", action="store_true")
    options = parser.parse_args()
    rng = Random(options.seed)  # noqa: S311 - chance, not secrecy
    archive = read_archive(options.articles)
    pages = [choose_articles(archive, rng) for _ in range(options.pages)]
    html = "\n".join(set_page(copies, rng) for copies in pages)
    print(f"{'':20}" + "".join(f"{name[:9]:>10}" for name in MEASURES))
    with TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        file = printed(html, folder)
        for tool in options.tools.split(","):
            texts = TOOLS[tool](file)
            if len(texts) != len(pages):
                sys.exit(f"{tool}: {len(texts)} pages of {len(pages)}")
            counts: Counter[tuple[str, str]] = Counter()
            for number, (copies, text) in enumerate(zip(pages, texts, strict=True)):
                (folder / f"{tool}.{number:03}.txt").write_text(text, encoding="utf-8")

                def say(words: str, at: int = number) -> None:
                    if options.v:
                        print(f"  {at:03} {words}")

                counts += count(copies, text, say)
            cells = [
                2 * counts[name, "right"] / max(counts[name, "given"] + counts[name, "wanted"], 1)
                for name in MEASURES
            ]
            print(f"{tool:20}" + "".join(f"{cell:10.3f}" for cell in cells), flush=True)


if __name__ == "__main__":
    main()
