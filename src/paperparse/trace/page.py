"""All decisions about one page, gathered."""

from __future__ import annotations

from paperparse.articles.assembly import assemble
from paperparse.articles.bodies import find_bodies
from paperparse.articles.placing import place, weigh_sections
from paperparse.conventions import load
from paperparse.model import NoteCode
from paperparse.options import Options
from paperparse.parse import lay_out
from paperparse.trace.articles import trace_gaps, trace_habits, trace_headings, trace_titles
from paperparse.trace.lines import trace_lines
from paperparse.trace.values import PageTrace

__all__ = ["trace_page"]


def trace_page(text: str, *, index: int = 0, options: Options = Options()) -> PageTrace:
    r"""Tell why a page is read as it is.

    Args:
        text: The page.
        index: 0-based position of the page in its issue.
        options: Choices for this call.

    Returns:
        Every decision; ids of articles are those :func:`paperparse.parse` gives.

    Raises:
        ConventionError: A convention table named in the options cannot be used.

    Examples:
        >>> trace = trace_page("新桥今日通车\n\n□记者 谭宁\n本报5月12日讯 今天上午，新桥建成通车。")
        >>> [(line.role, line.runner_up) for line in trace.lines]
        [('display', 'only'), ('byline', 'display'), ('only', 'first')]
        >>> trace.headings[0].owner
        'p0a0'
    """
    tables = load(options.conventions)
    sheet = lay_out(text, index, tables)
    bodies = find_bodies(sheet)
    placing = place(sheet, bodies)
    order = sorted(range(len(placing.bodies)), key=lambda number: placing.bodies[number].first)
    names = {placing.bodies[number].first: f"p{index}a{at}" for at, number in enumerate(order)}
    weighings = weigh_sections(sheet, bodies)
    articles, _ = assemble(sheet, placing, tables)
    misread = {
        article.id
        for article in articles
        if any(note.code is NoteCode.MARK_MISREAD for note in article.notes)
    }
    titles, sureness = trace_titles(sheet, placing, names, misread)
    return PageTrace(
        lines=tuple(trace_lines(sheet)),
        gaps=tuple(trace_gaps(sheet)),
        habits=tuple(trial for weighed in weighings for trial in trace_habits(weighed)),
        headings=tuple(head for weighed in weighings for head in trace_headings(sheet, weighed, names)),
        titles=tuple(titles),
        sureness=tuple(sureness),
    )
