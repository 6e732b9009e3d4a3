"""A trace for people: what was decided, by how much, against what, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from paperparse.cli.show import BAD, DOUBT, MAIN, QUIET, RULE, TITLE
from paperparse.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paperparse.trace import Choice, Gap, Heading, LineRole, PageTrace, Reason, Sureness, Title

__all__ = ["PARTS", "inspect_lines"]

PARTS: Final = ("lines", "gaps", "headings", "titles", "confidence")
"""What can be shown alone."""
NARROW: Final = 1.0
"""Nats under which a decision is shown as doubtful; the same from which on a headline is past doubt."""
WORDS: Final = 34
"""Columns of a line's words."""
MOST: Final = 4
"""Reasons shown of each decision, and choices shown of each display group."""


def inspect_lines(trace: PageTrace, name: str, parts: tuple[str, ...], *, most: int = MOST) -> Iterator[Text]:
    """Every decision about a page.

    Args:
        trace: The decisions.
        name: What to call the page.
        parts: Which of PARTS to show.
        most: Reasons and choices shown of each decision at the most.

    Yields:
        Lines of styled text.
    """
    yield Text(visible(name).replace("\n", " "), TITLE)
    yield Text("Scores are nats; a margin is how far the runner-up is behind.", QUIET)
    shown = {
        "lines": ("Lines: which part each one plays", (_line(line, most) for line in trace.lines)),
        "gaps": (
            "Gaps: where one article ends and the next begins",
            (line for gap in trace.gaps for line in _gap(gap, most)),
        ),
        "headings": ("Headlines: where each display group went", _headings(trace, most)),
        "titles": (
            "Titles: main, kicker, sub",
            (line for title in trace.titles for line in _titles(title)),
        ),
        "confidence": (
            "Confidence: the chance that all of an article is right, and what lowers it",
            (_sureness(one, most) for one in trace.sureness),
        ),
    }
    for part in PARTS:
        if part in parts:
            words, lines = shown[part]
            yield from _title(words)
            yield from lines
    yield Text("")


def _title(words: str) -> Iterator[Text]:
    """The head of a part."""
    yield Text("")
    yield Text(words, MAIN)
    yield Text("─" * cell_len(words), RULE)


def _words(text: str, width: int = WORDS) -> str:
    """A text cut or filled to so many columns."""
    shown = visible(text).replace("\n", " ").strip()
    if cell_len(shown) > width:
        shown = set_cell_size(shown, width - 1).rstrip() + "…"
    return set_cell_size(shown, width)


def _style(margin: float) -> str:
    """How a margin is set."""
    return BAD if margin < 0 else DOUBT if margin < NARROW else ""


def _reasons(reasons: tuple[Reason, ...], most: int) -> str:
    """The heaviest reasons in a row."""
    return "  ".join(f"{reason.name} {reason.nats:+.1f}" for reason in reasons[:most])


def _line(line: LineRole, most: int) -> Text:
    """One line of a page."""
    text = Text(f"{line.line + 1:4} ", QUIET)
    text.append(f"{_words(line.text)} ")
    text.append(f"{line.role:14} ", MAIN)
    text.append(f"{line.margin:5.1f}", _style(line.margin))
    text.append(f" over {line.runner_up:14} ", QUIET)
    text.append(_reasons(line.reasons, most), QUIET)
    return text


def _gap(gap: Gap, most: int) -> Iterator[Text]:
    """One gap between two paragraphs."""
    text = Text(f"{_words(gap.before, 22)} ")
    text.append("╋ " if gap.parts else "┆ ", MAIN if gap.parts else QUIET)
    text.append(f"{_words(gap.after, 22)} ")
    text.append("ends " if gap.parts else "goes on ", MAIN if gap.parts else "")
    text.append(f"{gap.score:+.1f}", _style(abs(gap.score)))
    text.append(f"  {_reasons(gap.reasons, most)}", QUIET)
    yield text


def _choice(choice: Choice) -> str:
    """One place a display group could go."""
    where = choice.article or "alone"
    side = f" ({choice.side})" if choice.side else ""
    return f"{where} {choice.worth:+.1f}{side}"


def _headings(trace: PageTrace, most: int) -> Iterator[Text]:
    """Where display groups went, and under which habit of the page."""
    for trial in trace.habits:
        mark, style = ("●", MAIN) if trial.chosen else ("○", QUIET)
        yield Text(f"{mark} headlines stand {trial.name}: the page is worth {trial.worth:.1f}", style)
    for heading in trace.headings:
        yield from _heading(heading, most)


def _heading(heading: Heading, most: int) -> Iterator[Text]:
    """One display group."""
    yield Text("")
    for line in heading.lines:
        yield Text(visible(line).strip(), MAIN)
    place = heading.owner or ("a subhead" if heading.subhead else "nowhere")
    text = Text(f"  → {place}, margin ")
    text.append(f"{heading.margin:.1f}", _style(heading.margin))
    yield text
    for choice in heading.choices[:most]:
        mark = "●" if choice.article == heading.owner else "○"
        yield Text(f"    {mark} {_choice(choice)}", "" if mark == "●" else QUIET)


def _titles(title: Title) -> Iterator[Text]:
    """The roles inside one headline."""
    text = Text(f"{title.article}, margin ")
    text.append(f"{title.margin:.1f}", _style(title.margin))
    yield text
    for role, words in title.passages:
        yield Text(f"    {role:7}{visible(words)}", MAIN if role == "main" else "")


def _sureness(one: Sureness, most: int) -> Text:
    """How sure an article is."""
    text = Text(f"{one.article} {one.confidence:.2f} ", MAIN)
    factors = "  ".join(f"{doubt.kind} {doubt.chance:.2f}" for doubt in one.doubts[:most])
    text.append(f"= {factors}", QUIET)
    return text
