"""What is written for a page or issue: one function for each format, and the files it goes to."""

from __future__ import annotations

import datetime as dt
import json
import os
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from paperparse.cli.show import Look, show
from paperparse.export import Form, sidecar, to_json, to_markdown, to_news_article, to_ninjs, to_rows, to_tei
from paperparse.export.json import plain_json
from paperparse.export.newsarticle import script_json
from paperparse.options import Options

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path, PurePosixPath

    from paperparse.model import Issue, Page

__all__ = ["Format", "Setting", "write"]


class Format(StrEnum):
    """What ``parse`` writes."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"
    NINJS = "ninjs"
    NEWSARTICLE = "newsarticle"
    TEI = "tei"
    ROWS = "rows"


SUFFIX: Final = {
    Format.TEXT: ".articles.txt",
    Format.JSON: ".json",
    Format.JSONL: ".jsonl",
    Format.MARKDOWN: ".md",
    Format.NINJS: ".ninjs.jsonl",
    Format.NEWSARTICLE: ".jsonld",
    Format.TEI: ".tei.xml",
    Format.ROWS: ".rows.jsonl",
}
SIDECAR: Final = ".sidecar.json"


@frozen
class Setting:
    """How a command reads and writes.

    Attributes:
        format: What to write.
        options: How to parse.
        issue: Whether sources are the pages of issues.
        issue_date: The day the paper came out, where the print does not say, or None.
        out: The folder to write to, or None for standard output.
        look: How text looks on the terminal; plain when it goes anywhere else.
        pretty: Whether JSON is set out for people.
    """

    format: Format = Format.TEXT
    options: Options = Options()
    issue: bool = False
    issue_date: dt.date | None = None
    out: Path | None = None
    look: Look = field(factory=Look)
    pretty: bool = False


def write(found: Page | Issue, name: str, stem: PurePosixPath, setting: Setting) -> str:
    """Write a page or issue in the format asked for.

    Args:
        found: The page or issue.
        name: What to call it.
        stem: Where its file goes under the output folder, without suffix.
        setting: How to write it.

    Returns:
        The text to print; empty when it was written to a file.

    Raises:
        OSError: The file cannot be written.
    """
    text = _render(found, name, setting)
    if setting.out is None:
        return text
    path = setting.out / stem
    path.parent.mkdir(parents=True, exist_ok=True)
    _save(path.with_name(path.name + SUFFIX[setting.format]), text)
    if str(setting.format) in set(map(str, Form)):
        beside = plain_json(sidecar(found, Form(str(setting.format))))
        _save(path.with_name(f"{path.name}.{setting.format}{SIDECAR}"), beside + "\n")
    return ""


def _save(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(text.encode("utf-8", "replace"))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _render(found: Page | Issue, name: str, setting: Setting) -> str:
    """A page or issue as text in the format asked for, line feed at the end."""
    day = setting.issue_date
    articles = found.articles
    match setting.format:
        case Format.TEXT:
            text = show(found, name, setting.look, issue_date=day)
        case Format.JSON:
            text = _set_out(to_json(found)) if setting.pretty else to_json(found) + "\n"
        case Format.JSONL:
            text = "".join(to_json(article) + "\n" for article in articles)
        case Format.MARKDOWN:
            text = to_markdown(found, issue_date=day)
        case Format.NINJS:
            text = _lines(to_ninjs(article, found, issue_date=day) for article in articles)
        case Format.NEWSARTICLE:
            graph = [to_news_article(article, found, issue_date=day) for article in articles]
            bare = [{key: item[key] for key in item if key != "@context"} for item in graph]
            text = script_json({"@context": "https://schema.org", "@graph": bare}) + "\n"
        case Format.TEI:
            text = to_tei(found, title=name, issue_date=day)
        case Format.ROWS:
            text = _lines(map(_dated, to_rows(found, name=name, issue_date=day)))
    return text


def _lines(items: Iterable[dict[str, Any]]) -> str:
    """JSON Lines."""
    return "".join(plain_json(item) + "\n" for item in items)


def _set_out(line: str) -> str:
    """JSON with line breaks and indents."""
    return json.dumps(json.loads(line), ensure_ascii=False, indent=2) + "\n"


def _dated(row: dict[str, Any]) -> dict[str, Any]:
    """A row with its days as ISO dates."""
    return {key: value.isoformat() if isinstance(value, dt.date) else value for key, value in row.items()}
