"""A page or an issue for people: a pleasure to read on a terminal, plain text anywhere else."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from attrs import frozen
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from paperparse.cli.wrap import wrap
from paperparse.export.printing import printing_of
from paperparse.model import BlockKind, Issue
from paperparse.text.visible import visible

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from paperparse.model import Article, Byline, Page

__all__ = ["Look", "paint", "show"]

WIDEST: Final = 84
"""Half-width columns of text at the most: longer lines are hard to find the next one from."""
PLAIN_RULE: Final = 40
INDENT: Final = "\u3000\u3000"

RULE: Final = "bright_black"
TITLE: Final = "bold cyan"
MAIN: Final = "bold"
SIGNED: Final = "cyan"
DATED: Final = "magenta"
GOES_ON: Final = "green"
QUIET: Final = "bright_black"
PICTURE: Final = "italic"
DOUBT: Final = "yellow"
BAD: Final = "bold red"


@frozen
class Look:
    """How text looks.

    Attributes:
        width: Columns of the terminal, or None for unbroken lines.
        colours: The colours it knows, as rich names them, or None for none.
    """

    width: int | None = None
    colours: str | None = None

    @property
    def measure(self) -> int | None:
        """Columns to set text to, or None."""
        return None if self.width is None else max(min(self.width, WIDEST), 20)


def show(found: Page | Issue, name: str, look: Look, *, issue_date: dt.date | None = None) -> str:
    """A page or issue as text.

    Args:
        found: The page or issue.
        name: What to call it.
        look: How it looks.
        issue_date: The day the paper came out, where the print does not say.

    Returns:
        Lines, each ended by a line feed. No control character of the page is among them.
    """
    return paint(_source(found, name, look.measure, issue_date), look)


def paint(lines: Iterator[Text], look: Look) -> str:
    """Lines of styled text as a terminal takes them.

    Args:
        lines: The lines.
        look: How they look; without colours they are plain.

    Returns:
        Lines, each ended by a line feed.
    """
    target = io.StringIO()
    console = Console(
        file=target,
        force_terminal=look.colours is not None,
        color_system=look.colours,  # type: ignore[arg-type]  # the names rich itself gave
        width=1 << 20,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for line in lines:
        console.print(line, soft_wrap=True)
    return target.getvalue()


def _source(
    found: Page | Issue, name: str, measure: int | None, issue_date: dt.date | None
) -> Iterator[Text]:
    """The header, every article, and what belongs to none."""
    pages = found.pages if isinstance(found, Issue) else (found,)
    count = len(found.articles)
    facts = [
        name,
        f"{len(pages)} pages" if isinstance(found, Issue) else _page_name(pages[0]),
        "1 article" if count == 1 else f"{count} articles",
        "" if isinstance(found, Issue) else found.encoding or "",
    ]
    yield from _set(" · ".join(filter(None, facts)).replace("\n", " "), measure, TITLE)
    yield _rule(measure, "━")
    for number, article in enumerate(found.articles, 1):
        yield from _article(article, number, found, measure, issue_date)
    furniture = [(page, piece) for page in pages for piece in page.furniture]
    if furniture:
        yield Text("")
        yield _head("of no article", "", measure)
    for _, piece in furniture:
        words = visible(piece.text).replace("\n", " / ")
        yield from _set(words, measure, QUIET, f"{piece.kind}: ", " " * (len(piece.kind) + 2))
    for note in (*found.notes, *(note for page in pages if page is not found for note in page.notes)):
        yield from _set(f"{note.code}: {note.message}", measure, DOUBT, "! ", "  ")
    yield Text("")


def _page_name(page: Page) -> str:
    """What a page says of itself."""
    facts = (
        f"page {page.number}" if page.number else "",
        page.section or "",
        page.date.isoformat() if page.date else "",
    )
    return " ".join(filter(None, facts))


def _rule(measure: int | None, sign: str = "─") -> Text:
    """A line across."""
    return Text(sign * (measure or PLAIN_RULE), RULE)


def _head(left: str, right: str, measure: int | None) -> Text:
    """A line across with words at both ends."""
    room = (measure or PLAIN_RULE) - cell_len(left) - cell_len(right or "──") - 5
    line = Text("── ", RULE)
    line.append(left)
    line.append(" " + "─" * max(room, 2) + " ", RULE)
    line.append(right or "──")
    return line


def _set(text: str, measure: int | None, style: str, first: str = "", rest: str = "") -> Iterator[Text]:
    """A text in lines of one style."""
    for line in wrap(visible(text), measure, first, rest):
        yield Text(line, style)


def _article(
    article: Article, number: int, found: Page | Issue, measure: int | None, issue_date: dt.date | None
) -> Iterator[Text]:
    """One article, its parts set apart by blank lines."""
    yield Text("")
    where = ""
    if isinstance(found, Issue):
        indices = {span.page for span in article.spans}
        numbers = [page.number or str(page.index + 1) for page in found.pages if page.index in indices]
        where = " · page " + ", ".join(numbers)
    yield _head(f"{number}{where}", f"{article.confidence:.0%}", measure)
    yield Text("")
    if article.continued_from:
        yield from _set(f"from page {article.continued_from.page}", measure, GOES_ON, "← ", "  ")
    yield from _headline(article, measure)
    yield from _signed(article, found, measure, issue_date)
    yield from _body(article, measure)
    yield from _rest(article, measure)


def _headline(article: Article, measure: int | None) -> Iterator[Text]:
    """The headline group, the main headline underlined where there is no bold type."""
    headline = article.headline
    for passage in headline.label:
        yield from _set(f"[{passage.text}]", measure, QUIET)
    for passage in headline.kicker:
        yield from _set(passage.text, measure, "")
    for passage in headline.main:
        yield from _set(passage.text, measure, MAIN)
        yield Text("━" * min(cell_len(visible(passage.text)), measure or PLAIN_RULE), RULE)
    for passage in headline.sub:
        yield from _set(passage.text, measure, "")
    if headline.passages:
        yield Text("")


def _names(byline: Byline) -> str:
    """A byline in one manner, however it is printed."""
    return " ".join(filter(None, (byline.outlet or "", byline.role, *byline.names)))


def _signed(
    article: Article, found: Page | Issue, measure: int | None, issue_date: dt.date | None
) -> Iterator[Text]:
    """Who signed it, and its dateline with the day it means."""
    if article.bylines:
        yield from _set(" · ".join(map(_names, article.bylines)), measure, SIGNED)
    if article.dateline:
        written = printing_of(article, found, issue_date=issue_date).written
        day = f" ({written.isoformat()})" if written else ""
        yield from _set(article.dateline.text + day, measure, DATED)
    if article.bylines or article.dateline:
        yield Text("")


def _body(article: Article, measure: int | None) -> Iterator[Text]:
    """Paragraphs with their indent, subheads set off."""
    for at, block in enumerate(article.body):
        if block.kind is BlockKind.SUBHEAD:
            if at:
                yield Text("")
            yield from _set(block.text, measure, MAIN, "▌ ", "▌ ")
            yield Text("")
        else:
            yield from _set(block.text, measure, "", INDENT)


def _rest(article: Article, measure: int | None) -> Iterator[Text]:
    """What stands beside the body, where it goes on, and what is doubtful."""
    for passage in article.highlights:
        yield from _set(passage.text, measure, "", "■ ", "  ")
    if article.captions:
        yield Text("")
    for caption in article.captions:
        yield from _set(caption.text, measure, PICTURE, "▣ ", "  ")
    if article.continued_to:
        yield from _set(f"goes on on page {article.continued_to.page}", measure, GOES_ON, "→ ", "  ")
    for note in article.notes:
        yield from _set(f"{note.code}: {note.message}", measure, DOUBT, "! ", "  ")
