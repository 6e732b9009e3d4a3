"""A page for each convention table of the package, written from it when the documentation is built."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx.pycode import ModuleAnalyzer

from paperparse.conventions.rows import Mark, Row, read_row
from paperparse.conventions.sources import find, shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.application import Sphinx

FOLDER: Final = "tables"
_HEAD: Final = """\
# {title}

The table `{name}`{extends}. {rows} rows for {marks} kinds of marks.

A row is written once, in Simplified characters and half-width signs; it reads the Traditional form,
full-width signs and letter-spaced words as well. What a shape reads is shown by its examples. What you get is
always as printed.
"""


def page_of(name: str, meanings: Mapping[Mark, str]) -> str:
    """The page of one table.

    Args:
        name: The table.
        meanings: What each mark is, in a sentence.

    Returns:
        MyST Markdown.
    """
    document = find(name).read()
    rows = [read_row(name, index, raw) for index, raw in enumerate(document.get("row", ()))]
    marks = [mark for mark in Mark if any(row.mark is mark for row in rows)]
    bases = ", ".join(f"`{base}`" for base in document.get("extends", ()))
    parts = [
        _HEAD.format(
            title=document.get("title", name),
            name=name,
            extends=f" reads all that {bases} reads, and more" if bases else "",
            rows=len(rows),
            marks=len(marks),
        )
    ]
    for mark in marks:
        parts.append(f"## {mark.value}\n\n{meanings.get(mark, '')}\n")
        parts.append("| row | reads | examples | and not | seen in |\n|---|---|---|---|---|")
        parts += [_line(row) for row in rows if row.mark is mark]
        parts.append("")
    return "\n".join(parts)


def _line(row: Row) -> str:
    """One row of a table as one row of a table."""
    kind = f", {row.kind}" if row.kind else ""
    reads = f"{_code(row.words)}" if row.words else "a shape"
    cells = (f"`{row.id}`{kind}", reads, _code(row.examples), _code(row.counterexamples), _plain(row.source))
    return f"| {' | '.join(cells)} |"


def _code(texts: Iterable[str]) -> str:
    """Texts as they are, each set off from the next."""
    return " ".join(f"`` {text} ``" if "`" in text else f"`{text}`" for text in map(_cell, texts))


def _cell(text: str) -> str:
    """A text that stays in its cell."""
    return " ".join(text.split("\n")).replace("|", "\\|")


def _plain(text: str) -> str:
    """A text without markup."""
    return _cell("".join(f"\\{char}" if char in "\\`*_[]<>#$" else char for char in text))


def meanings() -> dict[Mark, str]:
    """What each mark is, from the source, so far as it says so."""
    source = ModuleAnalyzer.for_module(Mark.__module__)
    source.analyze()
    told = {mark: source.attr_docs.get((Mark.__name__, mark.name), []) for mark in Mark}
    return {mark: " ".join(lines).strip() for mark, lines in told.items()}


def write_pages(app: Sphinx) -> None:
    """Write a page for every table there is, and none for those there are no more."""
    folder = Path(app.srcdir) / FOLDER
    folder.mkdir(exist_ok=True)
    known = meanings()
    pages = {f"{name}.md": page_of(name, known) for name in shipped()}
    for old in folder.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        file = folder / name
        # one that has not changed is not built again
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Write the pages before any is read."""
    app.connect("builder-inited", write_pages)
    return {"parallel_read_safe": True}
