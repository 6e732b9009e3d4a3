"""Where display lines are parted into passages.

Lines that follow each other without a gap are one passage when they read on: the pair of characters across
the break stands in the body or is a common one, a bracket is left open, or both lines are short and of one
length, as a headline wrapped in a narrow space is. The cues are named here and weighed in ``seams.toml``,
fitted on real headline groups.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from paperparse.articles.grams import grams_of
from paperparse.articles.wording import base_of, halves_of, label_cues, open_ends, standing, weigh
from paperparse.text.kinds import GLYPHS
from paperparse.text.lines import Opening, em_width
from paperparse.text.pairs import common_pairs

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from paperparse.articles.sheet import Sheet
    from paperparse.text.lines import Line

__all__ = [
    "CERTAIN",
    "STANDING",
    "break_cues",
    "ends_in_dash",
    "label_nats",
    "line_words",
    "parting",
    "seam",
    "seam_cues",
    "split",
    "split_passages",
]

CERTAIN: Final = 9.0
"""Worth, in nats, of a blank line, a dash or a glyph between two display lines."""
REACH: Final = 3
"""Lines on either side of a break that are counted as standing there."""
LABEL_LINE: Final = 14.0
"""Em of the widest line that is asked whether it is a standing head; wider ones are none."""


def split_passages(sheet: Sheet, lines: Sequence[int], body: Container[str]) -> list[tuple[int, ...]]:
    """Part the lines of a display group into passages.

    Args:
        sheet: The page.
        lines: Indices of the group's lines, ascending.
        body: The pairs of the body it belongs to.

    Returns:
        Tuples of line indices, in order.
    """
    return split(sheet, lines, body)[0]


def split(
    sheet: Sheet, lines: Sequence[int], body: Container[str]
) -> tuple[list[tuple[int, ...]], list[float]]:
    """The passages of some display lines, and how sure each break that no sign settles is, in nats."""
    parts: list[list[int]] = []
    sure: list[float] = []
    for i in lines:
        apart = parting(sheet, lines, i, body) if parts and parts[-1][-1] == i - 1 else CERTAIN
        if apart < 0:
            parts[-1].append(i)
        else:
            parts.append([i])
        if apart != CERTAIN:
            sure.append(abs(apart))
    return [tuple(part) for part in parts], sure


def parting(sheet: Sheet, among: Sequence[int], lower: int, body: Container[str]) -> float:
    """How much speaks for a display line beginning a passage rather than going on with the one above it.

    Args:
        sheet: The page.
        among: Indices of the display lines it stands among, ascending.
        lower: Index of the line; it is not the page's first.
        body: The pairs of the body, or of all bodies, they may belong to.

    Returns:
        Nats, positive for two passages; CERTAIN where a blank line, a dash or a glyph parts them.
    """
    seen = break_cues(sheet, among, lower, body)
    return CERTAIN if seen is None else seam(seen)


def break_cues(
    sheet: Sheet, among: Sequence[int], lower: int, body: Container[str]
) -> dict[str, float] | None:
    """What is observed of the break before a display line, or None where a sign parts it from the one above.

    Args:
        sheet: The page.
        among: Indices of the display lines it stands among, ascending.
        lower: Index of the line; it is not the page's first.
        body: The pairs of the body, or of all bodies, they may belong to.

    Returns:
        Rows of ``seams.toml`` with how much of each; None for a blank line, a dash or a glyph.
    """
    first, second = sheet.lines[lower - 1], sheet.lines[lower]
    if second.gap or second.opening in {Opening.DASH, Opening.GLYPH} or sheet.text[first.end - 1] in GLYPHS:
        return None
    words = line_words(sheet, lower - 1), line_words(sheet, lower)
    if ends_in_dash(sheet, first) and not is_open(words[0]):
        return None
    return seam_cues(
        *words,
        held=sheet.folded[first.end - 1] + sheet.folded[second.start] in body,
        parted=sheet.parted,
        among=bisect_left(among, lower + REACH) - bisect_left(among, lower - REACH),
        label=label_nats(words[0], body),
    )


def label_nats(words: str, body: Container[str]) -> float:
    """How much speaks for a line being a standing head, in nats; nothing for a line that is too wide.

    Args:
        words: The words of a display line, folded.
        body: The pairs of the body, or of all bodies, it may belong to.

    Returns:
        Nats, positive for a standing head.
    """
    if em_width(words) > LABEL_LINE:
        return 0.0
    pairs = grams_of(words)
    return standing(label_cues(words, sum(pair in body for pair in pairs) / max(len(pairs), 1)))


def line_words(sheet: Sheet, line: int) -> str:
    """The words of a display line, folded, letter-spacing closed up."""
    words = sheet.folded_of((line,))
    return words.replace(" ", "") if sheet.lines[line].spaced else words


def ends_in_dash(sheet: Sheet, line: Line) -> bool:
    """Whether a line ends in a dash that leads over to the next."""
    return sheet.text[line.end - 1] in "—―─－"


def seam(seen: Mapping[str, float]) -> float:
    """How much speaks for two display lines being two passages rather than one that wraps.

    Args:
        seen: What `seam_cues` observed of them.

    Returns:
        Nats; positive for two passages.

    Examples:
        >>> seam(seam_cues("推动先进制造", "业高质量发展", held=True)) < 0
        True
        >>> seam(seam_cues("新区今日召开会议", "两岸居民昨天一早赶来乘船", held=False)) > 0
        True
    """
    base: float = base_of("seams")
    return base + weigh(seen, "seams")


def seam_cues(  # noqa: PLR0913  # what is known of the lines beside their words
    upper: str,
    lower: str,
    *,
    held: bool,
    parted: float = 0.5,
    among: int = 2,
    label: float = 0.0,
) -> dict[str, float]:
    """What is observed of two display lines of which the second follows without a blank line.

    Args:
        upper: The words of the upper line, folded for matching.
        lower: The words of the lower line.
        held: Whether the pair of characters across the break stands in the body.
        parted: Share, 0 to 1, of the page's breaks between display lines that have a blank line: a page
            that parts its passages has the others wrapped.
        among: How many display lines stand together there: a passage in large type takes several.
        label: How much speaks for the upper line being a standing head, in nats.

    Returns:
        Names of rows of the table, each with how much of it there is; those the table does not hold weigh
        nothing.
    """
    widths = (em_width(upper), em_width(lower))
    apart = (widths[1] - widths[0]) / max(*widths, 1.0)
    seen = {
        next(name for name, most in _APART if abs(apart) <= most): 1.0,
        next(name for name, most in _BREADTH if max(widths) <= most): 1.0,
        "held": float(held),
        "common": float(upper[-1:] + lower[:1] in common_pairs()),
        "longer": max(apart, 0.0),
        "shorter": max(-apart, 0.0),
        **{name: 1.0 for name, most in _RESTS if widths[1] <= most < widths[0]},
        "parted": parted,
        "among": float(among),
        f">{upper[-1:]}": 1.0,
        f">{upper[-2:]}": 1.0,
        f"<{lower[:1]}": 1.0,
        f"<{lower[:2]}": 1.0,
    }
    seen |= {name: 1.0 for name, holds in _UPPER if holds(upper)}
    seen |= {name: 1.0 for name, holds in _LOWER if holds(lower)}
    return {**seen, "label": min(max(label, 0.0), STANDING)}


def is_open(text: str) -> bool:
    """Whether a bracket or quotation mark of a text is not closed in it.

    Args:
        text: The words of a display line, folded for matching.

    Returns:
        True where another line must bring the mark that closes it.

    Examples:
        >>> is_open("“时代新人说——"), is_open("《大事记》出版")
        (True, False)
    """
    return any(text.rfind(first) > text.rfind(last) for first, last in _BRACKETS)


def _is_closing(text: str) -> bool:
    """Whether a text closes a bracket or quotation mark that it does not open."""
    return any(last in text.partition(first)[0] for first, last in _BRACKETS)


def _is_even(text: str) -> bool:
    """Whether a text is two clauses of one length."""
    halves = halves_of(text) if " " in text or "," in text else ()
    return len(halves) == 2 and halves[0] == halves[1]  # noqa: PLR2004 - slogans have two of one length


STANDING: Final = 5.0
"""Nats for a standing head that are no surer than more would be."""
_BRACKETS: Final = ("“”", "‘’", "《》", "()", "「」")
_UPPER: Final = (
    ("open", is_open),
    ("even-upper", _is_even),
    ("open-end", lambda text: text.endswith(open_ends())),
)
_LOWER: Final = (
    ("closing", _is_closing),
    ("even-lower", _is_even),
)
_APART: Final = (("same", 0.03), ("even", 0.12), ("near", 0.3), ("far", 1.0))
"""Share of the wider line by which two lines differ, and what that is called in the table."""
_RESTS: Final = (("rest-2", 2.0), ("rest-3", 3.0), ("rest-5", 5.0))
"""Em of a lower line that may be what was left of a passage when its other lines were full."""
_BREADTH: Final = (("narrow", 9.0), ("medium", 13.0), ("broad", 17.0), ("wide", float("inf")))
"""Em of the wider of two lines."""
