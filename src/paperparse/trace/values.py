"""What a trace is made of: one record for each kind of decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from paperparse.articles.confidence import Doubt
    from paperparse.model import Span

__all__ = ["Choice", "Gap", "HabitTrial", "Heading", "LineRole", "PageTrace", "Reason", "Sureness", "Title"]


@frozen
class Reason:
    """One thing that spoke for a decision, or against it.

    Attributes:
        name: Its name in the table of weights.
        nats: How much it spoke for what was decided; negative when it spoke against it.
    """

    name: str
    nats: float


@frozen
class LineRole:
    """Which part a line plays.

    Attributes:
        line: 0-based number among the lines of the page that are not blank.
        text: Its words.
        role: The role it was given.
        runner_up: The next best role, its neighbours held fast.
        margin: Nats between the two.
        reasons: What told them apart, the heaviest first.
    """

    line: int
    text: str
    role: str
    runner_up: str
    margin: float
    reasons: tuple[Reason, ...]


@frozen
class Gap:
    """Whether an article ends between two paragraphs.

    Attributes:
        before: The last line before the gap.
        after: The first line after it.
        parts: Whether one article ends and another begins.
        score: Nats for parting; above 0 it parts.
        reasons: What spoke for parting or against it, the heaviest first.
    """

    before: str
    after: str
    parts: bool
    score: float
    reasons: tuple[Reason, ...]


@frozen
class HabitTrial:
    """What the whole page is worth under one habit of setting headlines.

    Attributes:
        name: The habit.
        worth: Nats.
        chosen: Whether it is the one taken.
    """

    name: str
    worth: float
    chosen: bool


@frozen
class Choice:
    """What a display group would be worth somewhere.

    Attributes:
        article: Id of the article, or None for staying alone: as a subhead or as nothing.
        worth: Nats.
        side: Where the group stands to the article's body, in words; empty when it is not beside it.
    """

    article: str | None
    worth: float
    side: str


@frozen
class Heading:
    """Where a display group went.

    Attributes:
        lines: Its lines.
        spans: Where they stand.
        owner: Id of the article it was given to, or None.
        subhead: Whether it stays inside a body as a subhead.
        margin: Nats by which its place is better than the next, were all articles free.
        choices: Every place it could have gone, the best first.
    """

    lines: tuple[str, ...]
    spans: tuple[Span, ...]
    owner: str | None
    subhead: bool
    margin: float
    choices: tuple[Choice, ...]


@frozen
class Title:
    """What the passages of an article's headline are.

    Attributes:
        article: Id of the article.
        passages: Role and words of each.
        margin: Nats by which the main headline is more likely than the next passage.
    """

    article: str
    passages: tuple[tuple[str, str], ...]
    margin: float


@frozen
class Sureness:
    """Why an article is as sure as it is.

    Attributes:
        article: Its id.
        doubts: The least sure decision of each kind, the most doubtful first.
        confidence: The chance, 0 to 1, that all of it is right: the product of the chances of the kinds.
    """

    article: str
    doubts: tuple[Doubt, ...]
    confidence: float


@frozen
class PageTrace:
    """All decisions about a page, in the order in which they are taken.

    Attributes:
        lines: The part each line plays.
        gaps: Where articles end.
        habits: The habits tried, for each section of the page.
        headings: Where display groups went.
        titles: What is main, kicker and sub in each headline.
        sureness: How sure each article is, and why.
    """

    lines: tuple[LineRole, ...]
    gaps: tuple[Gap, ...]
    habits: tuple[HabitTrial, ...]
    headings: tuple[Heading, ...]
    titles: tuple[Title, ...]
    sureness: tuple[Sureness, ...]
