"""What users hold in their hands: the typed pieces of a newspaper page.

Every class is a frozen, slotted attrs class; every sequence is a tuple; nothing is ever ``None``
except where the field says so. All positions are half-open ranges of code points, counted from 0,
in the ``text`` of the page they lie on, so ``page.text[span.start:span.end]`` is always the print
itself. Names follow the trade: kicker 引题, dateline 电头, byline 署名, jump 转版, folio 版次.

It is longer than other modules because the model is one thing: whoever reads it wants it in one place.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from attrs import field, frozen

from paperparse.errors import ArgumentError, SpanError

__all__ = [
    "Article",
    "Block",
    "BlockKind",
    "Byline",
    "BylineKind",
    "Caption",
    "Dateline",
    "Furniture",
    "FurnitureKind",
    "Headline",
    "Issue",
    "Jump",
    "Link",
    "Note",
    "NoteCode",
    "Page",
    "Passage",
    "Span",
]


@frozen(order=True)
class Span:
    """A half-open range of code points on one page.

    Attributes:
        page: 0-based index of the page in its issue; 0 for a page parsed alone.
        start: First code point, counted from 0 in that page's ``text``.
        end: One past the last code point; never below ``start``.

    Raises:
        SpanError: The range is negative or inverted, or not of whole numbers.

    Examples:
        >>> Span(0, 2, 5)
        Span(page=0, start=2, end=5)
    """

    page: int
    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        """Refuse a range that cannot be cut out of any text."""
        # no isinstance: True would be written to JSON as no number at all
        if not (type(self.page) is type(self.start) is type(self.end) is int):
            msg = f"not a span: page {self.page!r}, {self.start!r}..{self.end!r} are not all of type int"
            raise SpanError(msg)
        if self.page < 0 or self.start < 0 or self.end < self.start:
            msg = f"not a span: page {self.page}, {self.start}..{self.end}"
            raise SpanError(msg)


class BylineKind(StrEnum):
    """What a byline's role amounts to, whatever word the paper prints for it."""

    REPORTER = "reporter"
    CORRESPONDENT = "correspondent"  # 通讯员: writes from outside the newsroom
    PHOTOGRAPHER = "photographer"
    INTERN = "intern"
    EDITOR = "editor"
    AUTHOR = "author"
    TRANSLATOR = "translator"
    COMMENTATOR = "commentator"
    ARTIST = "artist"  # 制图, 漫画, 绘图
    SOURCE = "source"  # 供图, 供稿: who supplied the piece
    OTHER = "other"


class BlockKind(StrEnum):
    """The two kinds of block a body is made of."""

    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"


class FurnitureKind(StrEnum):
    """What on a page belongs to no article."""

    FOLIO = "folio"
    SECTION = "section"
    MASTHEAD = "masthead"
    DATE = "date"
    STAFF = "staff"
    CONTACT = "contact"
    ADVERT = "advert"
    SEE_ALSO = "see_also"
    UNKNOWN = "unknown"


class NoteCode(StrEnum):
    """The stable codes of notes; programs may rely on them, messages are for people."""

    BYLINE_DOUBTFUL = "byline-doubtful"
    """Names were printed without a gap and more than one way to part them is likely."""
    CONTINUATION_OPEN = "continuation-open"
    """A jump line points to or from a page that was not joined."""
    DAMAGED_BYTES = "damaged-bytes"
    """Bytes of the source were no text in its encoding; each became U+FFFD."""
    ENDS_MID_SENTENCE = "ends-mid-sentence"
    """The body stops without a closing stop and no jump line says where it goes on."""
    HEADLINE_DOUBTFUL = "headline-doubtful"
    """Another article of the page would have been nearly as good an owner of the headline."""
    HEADLINE_MISSING = "headline-missing"
    """No display line of the page belongs to this article."""
    JUMP_MISPRINTED = "jump-misprinted"
    """A jump line names another page than the one its article goes on or comes from."""
    LINK_DOUBTFUL = "link-doubtful"
    """The article may go on elsewhere, but no candidate was sure enough; the message names them."""
    PAGE_MISSING = "page-missing"
    """The folios of the pages given leave this page out."""
    PAGE_TWICE = "page-twice"
    """The page was given before."""
    PAGES_OUT_OF_ORDER = "pages-out-of-order"
    """The page was given after one that its folio comes before."""
    STARTS_MID_SENTENCE = "starts-mid-sentence"
    """The body begins in the middle of a sentence."""
    UNPLACED_TEXT = "unplaced-text"
    """Lines that belong to no article and are no known furniture; kept as unknown furniture."""


@frozen
class Note:
    """Something that could not be settled, said where it stands instead of raised.

    Attributes:
        code: One of the stable :class:`NoteCode` values.
        span: The place on the page, or None when it is about the whole object.
        message: One English sentence for a person.
    """

    code: NoteCode
    span: Span | None
    message: str


@frozen
class Passage:
    """A run of display text read as one piece, such as a headline wrapped over two lines.

    Attributes:
        text: The words as printed, line breaks and letter-spacing taken out.
        spans: Where they stand, one span for each printed line. Of an article stitched over pages the
            headline also owns the places on later pages where it is repeated, in whatever words.
    """

    text: str
    spans: tuple[Span, ...]


@frozen
class Headline:
    """A headline group by the roles its passages play; any of them may be empty.

    Attributes:
        label: 栏目, the standing head or slogan over one or several articles.
        kicker: 引题 or 肩题, the smaller line that leads into the main headline.
        main: 主题, the main headline.
        sub: 副题, the deck under the main headline.
    """

    label: tuple[Passage, ...] = ()
    kicker: tuple[Passage, ...] = ()
    main: tuple[Passage, ...] = ()
    sub: tuple[Passage, ...] = ()

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages, from label to sub."""
        return self.label + self.kicker + self.main + self.sub

    @property
    def text(self) -> str:
        """The passages as lines of one string, from label to sub; empty when there is none."""
        return "\n".join(p.text for p in self.passages)


@frozen
class Byline:
    """One role and the people who signed in it.

    Attributes:
        role: The role as printed, blanks taken out: 记者, 通讯员, 首席记者, 記者, 摄影 …
        kind: What the role amounts to.
        names: The people, blanks inside a name taken out (孙 欣 → 孙欣).
        outlet: Who they work for as printed (青岛日报/观海新闻, 本报, 《中国应急管理报》), or None.
        text: The byline as printed, a blank for a line break, without the glyph that opens it.
        spans: Where it stands, opening glyphs and brackets included.
    """

    role: str
    kind: BylineKind
    names: tuple[str, ...]
    outlet: str | None
    text: str
    spans: tuple[Span, ...]


@frozen
class Dateline:
    """The words before the first sentence that say who reports from where and when.

    Attributes:
        outlet: 本报, 新华社, 据新华社 … as printed without 据, or None.
        place: The place or places as printed, or None.
        year: The year when it is printed, or None.
        month: 1 to 12, or None.
        day: 1 to 31, or None. The last of several days.
        kind: 讯, 电, 专电, 報導, 消息 … as printed.
        text: The dateline as printed, with the blanks an extractor put in.
        spans: Where it stands.
    """

    outlet: str | None
    place: str | None
    year: int | None
    month: int | None
    day: int | None
    kind: str
    text: str
    spans: tuple[Span, ...]

    def resolve(self, issue_date: dt.date) -> dt.date | None:
        """The calendar day meant, seen from the day the paper came out.

        A dateline is never later than its paper, so a month or year that is not printed is the
        latest one that keeps the day on or before ``issue_date``.

        Args:
            issue_date: The day the paper came out; of a ``datetime`` its day.

        Returns:
            The day, or None when no day is printed or no such day exists.

        Raises:
            ArgumentError: ``issue_date`` is no date.

        Examples:
            >>> import datetime as dt
            >>> line = Dateline("本报", None, None, 12, 31, "讯", "本报12月31日讯", ())
            >>> line.resolve(dt.date(2024, 1, 1))
            datetime.date(2023, 12, 31)
        """
        issue_date = _date_of(issue_date)
        if self.day is None:
            return None
        if self.year is not None:
            return None if self.month is None else _day(self.year, self.month, self.day)
        if self.month is not None:
            # eight years back reach over any gap between leap years
            days = (_day(issue_date.year - back, self.month, self.day) for back in range(9))
        else:
            months = (divmod(issue_date.year * 12 + issue_date.month - 1 - back, 12) for back in range(3))
            days = (_day(year, month + 1, self.day) for year, month in months)
        return next((day for day in days if day is not None and day <= issue_date), None)


def _date_of(value: object) -> dt.date:
    """A date a caller gave; a datetime is one to type checkers, but compares with none."""
    if isinstance(value, dt.datetime):
        return value.date()
    if not isinstance(value, dt.date):
        msg = f"issue_date is a datetime.date, such as date(2025, 5, 13), not {type(value).__name__}"
        raise ArgumentError(msg)
    return value


def _day(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None when the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


@frozen
class Block:
    """A paragraph or a subhead of a body.

    Attributes:
        kind: Paragraph or subhead.
        text: Its words, printed lines joined.
        spans: Where they stand, one span for each printed line or part of one.
    """

    kind: BlockKind
    text: str
    spans: tuple[Span, ...]


@frozen
class Caption:
    """The words under a picture.

    Attributes:
        text: The whole caption with its credit.
        credit: Who took or supplied the picture; empty when it is not said.
        spans: Where it stands.
    """

    text: str
    credit: tuple[Byline, ...]
    spans: tuple[Span, ...]


@frozen
class Jump:
    """A line that says where an article goes on or comes from.

    Attributes:
        page: The page it names, normalised: ``"1"`` for 第一版, ``"A3"`` for Ａ３版.
        text: The jump line as printed; of an article stitched over pages several, a blank between them.
        spans: Where it stands.
    """

    page: str
    text: str
    spans: tuple[Span, ...]


@frozen
class Article:
    """One article, or the part of one that stands on the pages given.

    Attributes:
        id: Unique in its page or issue; the same text always gives the same ids. An article stitched over
            pages has the id of its first part.
        headline: The headline group; its roles may be empty.
        bylines: Who signed it, in the order printed.
        dateline: The dateline, or None.
        body: Paragraphs and subheads in reading order.
        captions: Captions of the pictures that go with it.
        highlights: 提要, the boxed key points.
        continued_from: The jump line that opens it, or None. In an article stitched over pages all lines
            that say where its parts come from, under the page that the first of them names.
        continued_to: The jump line that closes it, or None; of several, under the page the last names.
        spans: All it owns, in the order of the pages and of print.
        confidence: 0 to 1, from the margins of the decisions that made it.
        notes: What could not be settled.
    """

    id: str
    headline: Headline = Headline()
    bylines: tuple[Byline, ...] = ()
    dateline: Dateline | None = None
    body: tuple[Block, ...] = ()
    captions: tuple[Caption, ...] = ()
    highlights: tuple[Passage, ...] = ()
    continued_from: Jump | None = None
    continued_to: Jump | None = None
    spans: tuple[Span, ...] = ()
    confidence: float = 1.0
    notes: tuple[Note, ...] = ()

    @property
    def text(self) -> str:
        """The body as plain text, one block a line."""
        return "\n".join(block.text for block in self.body)

    @property
    def is_fragment(self) -> bool:
        """Whether a jump line points to or from a page that holds no part of this article's body."""
        pages = [span.page for block in self.body for span in block.spans]
        comes = {span.page for span in self.continued_from.spans} if self.continued_from else set()
        goes = {span.page for span in self.continued_to.spans} if self.continued_to else set()
        if not pages:
            return bool(comes or goes)
        # a body is in reading order, so its first page has no part before it and its last none after
        return pages[0] in comes or pages[-1] in goes


@frozen
class Furniture:
    """What belongs to no article: folios, section names, staff boxes, adverts.

    Attributes:
        kind: What it is.
        text: Its words, printed lines joined; unknown furniture keeps them apart by line feeds.
        spans: Where they stand.
    """

    kind: FurnitureKind
    text: str
    spans: tuple[Span, ...]


@frozen
class Page:
    """One parsed page.

    Attributes:
        text: The source as given or decoded; every span of the page points into it.
        index: 0-based position in the issue.
        number: The page's printed number, normalised (``"2"``, ``"A3"``), or None.
        section: The section's name as printed, or None.
        date: The date printed on the page, or None.
        encoding: The encoding it was decoded from, or None when it came as text.
        articles: In the order in which their bodies begin.
        furniture: In the order printed.
        notes: What could not be settled about the page as a whole.
    """

    text: str = field(repr=False)
    index: int = 0
    number: str | None = None
    section: str | None = None
    date: dt.date | None = None
    encoding: str | None = None
    articles: tuple[Article, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    notes: tuple[Note, ...] = ()

    def cut(self, span: Span) -> str:
        """The print a span stands for.

        Args:
            span: A span of this page.

        Returns:
            That part of ``text``, untouched.

        Raises:
            SpanError: The span is of another page or reaches past the end of the text.

        Examples:
            >>> Page("本报讯 今天").cut(Span(0, 0, 3))
            '本报讯'
        """
        if span.page != self.index or span.end > len(self.text):
            msg = f"{span} is not on page {self.index} of {len(self.text)} code points"
            raise SpanError(msg)
        return self.text[span.start : span.end]


@frozen
class Link:
    """A continuation found between two pages.

    Both ids are of parts, as they stand in ``Page.articles``; in ``Issue.articles`` the two are one.

    Attributes:
        from_article: Id of the part that goes on.
        to_article: Id of the part it goes on in.
        score: 0 to 1, how sure the link is.
    """

    from_article: str
    to_article: str
    score: float


@frozen
class Issue:
    """The pages of one issue in printing order.

    Attributes:
        pages: Each as :func:`paperparse.parse` gives it, its spans carrying its index. Only where a
            continuation shows that what was taken for one article of a page is two, it is parted.
        articles: The articles of all pages, stitched over pages where links were found.
        links: The continuations found.
        notes: What could not be settled about the issue as a whole.
    """

    pages: tuple[Page, ...]
    articles: tuple[Article, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[Note, ...] = ()


def leaves(article: Article) -> tuple[tuple[Span, ...], ...]:
    """The spans of every leaf of an article: what owns the characters of the page, each once.

    Args:
        article: Any article.

    Returns:
        One tuple of spans for each headline passage, byline, dateline, block, caption, highlight
        and jump.
    """
    jumps = (article.continued_from, article.continued_to)
    parts: tuple[Passage | Byline | Dateline | Block | Caption | Jump, ...] = (
        *article.headline.passages,
        *article.bylines,
        *(() if article.dateline is None else (article.dateline,)),
        *article.body,
        *article.captions,
        *article.highlights,
        *(jump for jump in jumps if jump is not None),
    )
    return tuple(part.spans for part in parts)
