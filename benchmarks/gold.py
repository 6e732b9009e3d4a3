"""What is known of set pages and of the real ones, in the terms the fitting scripts need.

Every character has an owner, a leaf of an article or of the furniture; from the owners follow the role
each line plays (``gold_roles.py``) and where one article ends. Nothing here knows how a page is read, so a
table fitted on it is not fitted on itself.
"""

from __future__ import annotations

import argparse
import json
from itertools import cycle, product
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import regex
from attrs import frozen

from paperparse.testing import FORMS, read_pages
from paperparse.testing.evaluate import proofs
from paperparse.testing.expected import plain
from paperparse.testing.following import issue_proofs
from paperparse.testing.issues import MANNERS
from paperparse.testing.leaves import Cell, LeafKind, printed
from paperparse.testing.wrap import Kinsoku, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from paperparse.model import Article, Page, Span
    from paperparse.testing import Copy
    from paperparse.testing.leaves import Line

__all__ = [
    "FITTED",
    "OTHER_SEED",
    "PAPERS",
    "Known",
    "Owner",
    "arguments",
    "known_issues",
    "known_papers",
    "known_real",
    "known_rewrapped",
    "known_set",
    "page_owners",
    "quoted",
    "read_archive",
    "set_pages",
    "split_pages",
    "weights_table",
]

FITTED: Final = (
    "wrapped-indent",
    "wrapped-lost-indent",
    "wrapped-misleading-blanks",
    "wrapped-tight",
    "paragraphs",
    "paragraphs-cut",
    "headline-after",
    "headline-anywhere",
    "mixed",
    "letter-spaced",
    "digit-blanks",
    "broken-bylines",
    "vertical-headlines",
    "scattered",
    "ocr",
)
"""Forms whose lines come in reading order; in others neighbouring lines say nothing of each other."""
WIDTHS: Final = (9.0, 10.0, 11.0, 12.0, 16.0, 24.0)
"""Em to which paragraphs of the real pages are set anew."""
OTHER_SEED: Final = 1000
"""What is added to a seed for pages that nothing was fitted on."""
_ROOT: Final = Path(__file__).resolve().parent.parent
PAPERS: Final = _ROOT / "tests" / "papers"
"""The folder of the pages written for the project."""
_LINE: Final = regex.compile(r"[^\n]*\n?")
_NOTE: Final = regex.compile(r"\s*[（(]作者")
_HEADINGS: Final = ("label", "kicker", "main", "sub")


@frozen
class Owner:
    """The leaf a character belongs to.

    Attributes:
        article: Number of its article; -1 for furniture.
        kind: What it is; every heading is MAIN.
        leaf: Its number on the page.
    """

    article: int
    kind: LeafKind
    leaf: int


Owners: TypeAlias = list[Owner | None]


@frozen
class Known:
    """A page and who owns its characters.

    Attributes:
        name: Its form, or the name of a real page.
        text: The raw print.
        owners: The owner of each character, None where nobody's is known.
    """

    name: str
    text: str
    owners: Owners


def arguments(
    description: str | None, pages: int, out: str, *, required: bool = False, layers: bool = False
) -> argparse.ArgumentParser:
    """The command line that the fitting scripts have in common.

    Args:
        description: What the script does.
        pages: How many pages it takes when nothing is said.
        out: What it writes.
        required: Whether it can do nothing without a file of articles.
        layers: Whether it takes pages that a browser sets, too.

    Returns:
        The parser.
    """
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--articles", type=Path, required=required, help="articles outside the project, a JSON Lines file"
    )
    parser.add_argument("--pages", type=int, default=pages)
    parser.add_argument("--seed", type=int, default=11)
    if layers:
        parser.add_argument("--layers", type=int, default=0, help="pages set in a browser from --articles")
    parser.add_argument("-o", "--out", type=Path, required=True, help=out)
    return parser


def read_archive(path: Path | None) -> tuple[tuple[Copy, ...], ...] | None:
    """The articles to set, by page; None, for sentences of our own, where no file is given."""
    if path is None:
        return None
    return read_pages(path)


def quoted(key: str) -> str:
    """A key of a TOML table; names of cues and observations hold signs that bare keys may not."""
    return json.dumps(key, ensure_ascii=False)


def weights_table(about: str, names: Iterable[str], weights: Iterable[float]) -> str:
    """A table of weights as it is shipped.

    Args:
        about: Its first comment: what the weights speak for, and what they are fitted by.
        names: What speaks.
        weights: What each is worth, in nats.

    Returns:
        TOML.
    """
    rows = zip(names, weights, strict=True)
    return f"{about}[weights]\n" + "".join(f"{quoted(name)} = {weight:.2f}\n" for name, weight in rows)


def known_set(pages: int, seed: int, archive: Sequence[Sequence[Copy]] | None) -> Iterator[Known]:
    """Pages of the press in every form that is fitted on.

    Args:
        pages: How many of each form.
        seed: The same seed gives the same pages.
        archive: Articles to set, or None for sentences of our own.

    Yields:
        The pages.
    """
    for name in FITTED:
        for proof in proofs(FORMS[name], pages, seed, archive):
            yield Known(name, proof.text, page_owners(proof.truth))


def set_pages(pages: int, seed: int, archive: Sequence[Sequence[Copy]] | None) -> Iterator[Known]:
    """Pages set from our own sentences, and as many from an archive if there is one."""
    yield from known_set(pages, seed, None)
    if archive is not None:
        yield from known_set(pages, seed, archive)


def known_issues(count: int, seed: int, archive: Sequence[Sequence[Copy]] | None) -> Iterator[Known]:
    """Pages of issues, whose articles go on over the page, in every form that is fitted on.

    Args:
        count: How many issues of each form; a page of the press cuts no article.
        seed: The same seed gives the same pages.
        archive: Articles to set beside our own sentences, or None.

    Yields:
        The pages; their jump lines are printed in all manners in turn.
    """
    manners = cycle(MANNERS.values())
    sources = (None,) if archive is None else (None, archive)
    for name, number, source in product(FITTED, range(count), sources):
        for proof in issue_proofs(FORMS[name], next(manners), 1, seed + number, source):
            for page in proof.truth.pages:
                yield Known(f"{name} cut", page.text, page_owners(page))


def split_pages(
    options: argparse.Namespace, archive: Sequence[Sequence[Copy]] | None
) -> tuple[Iterator[Known], Iterator[Known]]:
    """Pages to fit on, and a third as many others.

    Args:
        options: The command line.
        archive: What ``--articles`` holds, or None.

    Returns:
        Pages of the press, and of a browser where they are asked for.
    """
    return (
        _all_pages(options.pages, options.layers, options.seed, archive),
        _all_pages(max(options.pages // 3, 4), options.layers // 3, options.seed + OTHER_SEED, archive),
    )


def _all_pages(
    pages: int, layers: int, seed: int, archive: Sequence[Sequence[Copy]] | None
) -> Iterator[Known]:
    """So many pages of each form of the press, and so many of a browser."""
    yield from set_pages(pages, seed, archive)
    if layers and archive is not None:
        from layers import known_layers  # noqa: PLC0415  # needs a browser and tools that other fits do not

        yield from known_layers(archive, layers, seed)


def known_real() -> tuple[Known, ...]:
    """The real pages of the project with their truth from ``tests/golden``."""
    return _known_golden(_ROOT / "tests" / "golden", _ROOT / "seeds")


def known_rewrapped() -> Iterator[Known]:
    """The real pages with their paragraphs set to other widths."""
    for page in known_real():
        for width, indent in product(WIDTHS, ("\u3000\u3000", " " * 4)):
            yield _rewrapped(page, width, indent)


def _rewrapped(page: Known, width: float, indent: str) -> Known:
    """A page with the lines of each paragraph set to a width; other lines stay."""
    rows: list[tuple[int | None, Line]] = []
    blank: list[tuple[int | None, Line]] = []
    for match in _LINE.finditer(page.text):
        places = range(match.start(), match.end())
        owned = [
            owner.leaf for at in places if (owner := page.owners[at]) and owner.kind is LeafKind.PARAGRAPH
        ]
        line = [Cell(page.text[at], 0, at) for at in places if page.text[at] not in "\r\n\f"]
        if not page.text[match.start() : match.end()].strip():
            blank.append((None, line))
        elif rows and owned and owned[0] == owned[-1] == rows[-1][0]:
            rows[-1][1].extend(line)  # blank lines in a paragraph go with its old width
            blank.clear()
        else:
            rows += [*blank, (owned[-1] if owned else None, line)]
            blank.clear()
    text, owners = "", list[Owner | None]()
    for leaf, row in rows:
        line = [
            cell
            for at, cell in enumerate(row)
            if not cell.char.isspace() or leaf is None or 0 < at < len(row) - 1
        ]
        lines = wrap(line, lambda at: width - (0 if at else 2), Kinsoku.HANG) if leaf is not None else [line]
        for number, part in enumerate(lines):
            lead = indent if leaf is not None and not number else ""
            text += f"{lead}{printed(part)}\n"
            owners += [None] * len(lead) + [page.owners[cell.place] for cell in part] + [None]
    return Known(f"{page.name} re-wrapped", text, owners)


def known_papers() -> tuple[Known, ...]:
    """The pages written for the project in the manner of many papers, but those held out."""
    return _known_golden(PAPERS / "gold", PAPERS / "pages")


def _known_golden(golden: Path, texts: Path) -> tuple[Known, ...]:
    """Pages with their truth from a folder of golden files."""
    found: list[Known] = []
    for file in sorted(golden.glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        text = (texts / gold["source"]).read_bytes().decode("utf-8")
        found.append(Known(file.stem, text, _golden_owners(gold, text)))
    return tuple(found)


def page_owners(page: Page) -> Owners:
    """Who owns each character of a page of truth.

    Args:
        page: The page.

    Returns:
        One owner, or None, for each character of its text.
    """
    owners: Owners = [None] * len(page.text)
    leaves = [
        (at, kind, spans) for at, article in enumerate(page.articles) for kind, spans in _leaves(article)
    ]
    leaves.extend((-1, LeafKind.FURNITURE, piece.spans) for piece in page.furniture)
    for number, (article, kind, spans) in enumerate(leaves):
        owner = Owner(article, kind, number)
        for span in spans:
            owners[span.start : span.end] = [owner] * (span.end - span.start)
    return owners


def _leaves(article: Article) -> Iterator[tuple[LeafKind, tuple[Span, ...]]]:
    """The leaves of an article with what they are."""
    for kind, leaves in (
        (LeafKind.MAIN, article.headline.passages),
        (LeafKind.BYLINE, article.bylines),
        (LeafKind.CAPTION, article.captions),
        (LeafKind.HIGHLIGHT, article.highlights),
    ):
        for leaf in leaves:
            yield kind, leaf.spans
    for block in article.body:
        yield LeafKind(block.kind.value), block.spans
    for kind, one in (
        (LeafKind.DATELINE, article.dateline),
        (LeafKind.FROM, article.continued_from),
        (LeafKind.TO, article.continued_to),
    ):
        if one is not None:
            yield kind, one.spans


def _golden_owners(gold: dict[str, Any], text: str) -> Owners:
    """Who owns each character of a real page: its leaves are looked for on the lines of their article.

    What is left of an article's lines when all else is found is its bylines, and notes on who wrote it.
    """
    lines = [range(match.start(), match.end()) for match in _LINE.finditer(text)]
    owners: Owners = [None] * len(text)
    leaf = 0
    for number, article in enumerate(gold["articles"]):
        held = [at for line in article["lines"] for at in lines[line - 1] if plain(text[at])]
        rest = held.copy()
        for kind, words in _golden_leaves(article):
            wanted = plain(words)
            low = "".join(text[at] for at in rest).index(wanted)
            leaf += 1
            for at in rest[low : low + len(wanted)]:
                owners[at] = Owner(number, kind, leaf)
            del rest[low : low + len(wanted)]
        notes = {at for line in article["lines"] for at in _note(text, lines[line - 1])}
        before: Owner | None = None
        for at in held:
            if owners[at] is None:
                kind = LeafKind.PARAGRAPH if at in notes else LeafKind.BYLINE
                leaf += before is None or before.kind is not kind or before.leaf != leaf
                owners[at] = Owner(number, kind, leaf)
            before = owners[at]
    return owners


def _note(text: str, line: range) -> range:
    """A line that says who the author is, or none of it."""
    return line if _NOTE.match(text, line.start) else range(0)


def _golden_leaves(article: dict[str, Any]) -> Iterator[tuple[LeafKind, str]]:
    """The leaves of a golden article, those first that may hold the words of others or be cut by them."""
    yield from ((LeafKind.CAPTION, words) for words in article.get("captions") or ())
    body = article.get("body") or ()
    yield from ((LeafKind.PARAGRAPH, block["text"]) for block in body if block["kind"] == "paragraph")
    if article.get("dateline"):
        yield LeafKind.DATELINE, article["dateline"]["text"]
    # the name of a place that is a label may stand in the headline below it
    headings = [words for key in _HEADINGS for words in article.get(key) or ()]
    yield from ((LeafKind.MAIN, words) for words in sorted(headings, key=len, reverse=True))
    yield from ((LeafKind.HIGHLIGHT, words) for words in article.get("highlights") or ())
    yield from ((LeafKind.SUBHEAD, block["text"]) for block in body if block["kind"] == "subhead")
    for key, kind in (("continued_from", LeafKind.FROM), ("continued_to", LeafKind.TO)):
        if article.get(key):
            yield kind, article[key]
