"""Small pages for the article rooms: every stage is the real one but the sweep; a test says the roles."""

from collections.abc import Iterable
from typing import Final

from paperparse.articles.sheet import Sheet
from paperparse.conventions import Tables, load
from paperparse.layout.marking import mark_lines
from paperparse.layout.reflow import reflow
from paperparse.layout.roles import ROLES, Role
from paperparse.model import Article, Furniture, Span, leaves
from paperparse.options import Options
from paperparse.text.fold import fold
from paperparse.text.lines import split_lines

LETTERS: Final = dict(zip("filodbckhgjx", ROLES, strict=True))
"""One letter for each role: first, inner, last, only, display, byline, caption, further line of a caption,
highlight, further line of a highlight, jump, furniture."""


def tables() -> Tables:
    """The conventions that are read by when nothing else is asked for."""
    return load(Options().conventions)


def cast(text: str, roles: str | Iterable[Role]) -> Sheet:
    """A page whose lines have the roles we say, one letter or role for each line that is not blank."""
    lines = split_lines(text)
    given = [LETTERS[role] if isinstance(role, str) else role for role in roles]
    assert len(given) == len(lines)
    folded = fold(text)
    marks = mark_lines(text, folded, lines, tables())
    pieces = reflow(given, [line.gap for line in lines])
    return Sheet(text, folded, 0, lines, marks, (9.0,) * len(lines), pieces)


def owners(text: str, articles: Iterable[Article], furniture: Iterable[Furniture]) -> dict[int, int]:
    """For each character of a page that is not blank, by how many leaves it is owned."""
    count = {at: 0 for at, char in enumerate(text) if not char.isspace()}
    spans: list[Span] = [span for article in articles for leaf in leaves(article) for span in leaf]
    spans.extend(span for piece in furniture for span in piece.spans)
    for span in spans:
        for at in range(span.start, span.end):
            if at in count:
                count[at] += 1
    return count
