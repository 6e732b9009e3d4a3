"""Display lines that nobody signed: a subhead of one article, or the headline of the next?

Neither byline nor dateline tells. What does is how they are set: a subhead has the column's measure and wraps
where the column does, and the subheads of an article look alike; and what they and the sections on either
side have in common, compared with what sections of other articles of the page have in common.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Final

from attrs import frozen

from paperparse.articles.gaps import FAR, MOST_BLANK
from paperparse.articles.grams import grams_of, share, telling
from paperparse.articles.kinship import bond, held_by
from paperparse.articles.seams import label_nats
from paperparse.text.lines import Opening, em_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.articles.gaps import Gap
    from paperparse.articles.sheet import Sheet

__all__ = ["describe_unsigned", "measure_of"]

RUN: Final = 4
"""Sections on either side that may be of the same article and are looked at."""
BRIEFS: Final = 8
"""Display groups above that are looked at for the standing head over a series of short articles."""
STANDING: Final = 1.0
"""Nats from which on a passage is taken for a standing head there."""
OTHERS: Final = 3
"""Sections beyond those that are surely of other articles, for comparison."""
ALIKE: Final = 4.0
"""Em by which two subheads of one article differ at the most."""
LONG: Final = 30.0
"""Em from which on a display group is no longer."""
WIDE: Final = 14.0
"""Em of a display group's longest passage from which on it is wide."""
SLACK: Final = 0.6
SHORT: Final = 1.6
"""Em by which a line may pass the column's measure and still fit it, and by which it may fall short of it and
still have been broken by it."""
HALF: Final = 0.5
"""What a page says of its signed headlines counts in full only when there are several."""
LOUD: Final = 2.0
"""Nats from which on the blanks of signed headlines say no more."""
MIDDLE: Final = 5.0
"""Logarithm of what is said, in weights of pairs, in about a dozen paragraphs."""


@frozen
class _Section:
    """Paragraphs with nothing between them: their pairs, and what they weigh."""

    pairs: frozenset[str]
    weight: float


def describe_unsigned(
    sheet: Sheet, gaps: Sequence[Gap], texts: Sequence[frozenset[str]], lead: tuple[str, ...]
) -> dict[int, dict[str, float]]:
    """Describe the gaps between paragraphs in which display lines stand and no mark.

    Args:
        sheet: The page.
        gaps: What stands between its paragraphs.
        texts: The pairs of each paragraph.
        lead: Words with which a story begins.

    Returns:
        For each such gap what was observed, by its name, with how much of it.
    """
    if not any(gap.unsigned for gap in gaps):
        return {}
    cuts = [at for at, gap in enumerate(gaps) if gap.lines or gap.marks]
    sections = [
        _section(texts[low + 1 : high + 1]) for low, high in zip([-1, *cuts], [*cuts, len(gaps)], strict=True)
    ]
    measures = [measure_of(sheet, piece) for piece in (gaps[0].left, *(gap.right for gap in gaps))]
    habits = _white_habits(gaps)
    display = [gaps[at] for at in cuts if gaps[at].lines]
    parted = sum(gap.white[0] > 0 for gap in display) / len(display)
    found: dict[int, dict[str, float]] = {}
    for number, at in enumerate(cuts):
        gap = gaps[at]
        if not gap.unsigned:
            continue
        opening = sheet.folded_of(sheet.pieces[gap.right].lines[:1])
        found[at] = {
            **_dress(sheet, gap, measures[max(at + 1 - FAR, 0) : at + 1], measures[at + 1 : at + 1 + FAR]),
            "as-signed": habits.get(gap.white, 0.0),
            "blank-above": gap.white[0] / MOST_BLANK,
            "blank-page": parted,
            "lead": float(opening.startswith(lead)),
            "quote": float(opening.startswith(("“", '"'))),
            **_series(gaps, cuts, number),
            **_content(gaps, cuts, number, sections),
            "roundup": float(_in_roundup(gaps, cuts, number, sections)),
        }
    return found


def _section(texts: Sequence[frozenset[str]]) -> _Section:
    """Some paragraphs taken together."""
    pairs = texts[0] if len(texts) == 1 else frozenset().union(*texts)
    return _Section(pairs, telling(pairs))


def measure_of(sheet: Sheet, paragraph: int) -> float | None:
    """Em of the widest line of a paragraph; None where one line or two do not tell the column."""
    widths = [sheet.lines[i].narrow for i in sheet.pieces[paragraph].lines[:-1]]
    return max(widths) if len(widths) > 1 else None


def _white_habits(gaps: Sequence[Gap]) -> dict[tuple[int, int], float]:
    """How much likelier the blanks round a display group are round a signed one, in nats.

    A page that sets all its display groups alike says nothing by it.
    """
    everywhere = Counter(gap.white for gap in gaps if gap.lines)
    signed = Counter(gap.white for gap in gaps if gap.lines and gap.marks)
    if not signed:
        return {}
    size, whole = signed.total(), everywhere.total()
    ratios = {
        white: math.log((signed[white] * whole / count + HALF) / (size + HALF))
        for white, count in everywhere.items()
    }
    return {white: max(min(ratio, LOUD), -LOUD) for white, ratio in ratios.items()}


def _dress(
    sheet: Sheet, gap: Gap, above: Sequence[float | None], below: Sequence[float | None]
) -> dict[str, float]:
    """How a display group is set, beside the measures of the paragraphs above and below it."""
    words = "".join(gap.passages)
    widths = [sheet.lines[i].narrow for i in gap.lines]
    upper, lower = (max((width for width in side if width), default=None) for side in (above, below))
    fills = [
        all(measure - SHORT <= width <= measure + SLACK for width in widths[:-1])
        for measure in (upper, lower)
        if measure is not None and len(widths) > 1
    ]
    return {
        "one-passage": float(len(gap.passages) == 1),
        "em": min(em_width(words), LONG) / 10,
        "wide": float(max(map(em_width, gap.passages)) >= WIDE),
        "glyph": float(sheet.lines[gap.lines[0]].opening is Opening.GLYPH),
        "clauses": float(any(sheet.lines[i].clauses for i in gap.lines)),
        "colon": float(":" in words),
        "fills": sum(fills) / 2,
        "over": float(lower is not None and max(widths) > lower + SLACK),
    }


def _series(gaps: Sequence[Gap], cuts: Sequence[int], number: int) -> dict[str, float]:
    """How like an unsigned display group is to those above and below it, as subheads of an article are."""
    gap = gaps[cuts[number]]
    lines = width = 0.0
    if len(gap.passages) == 1:
        for way in (-1, 1):
            other = _next_single(gaps, cuts, number, way)
            if other is not None:
                apart = abs(em_width(other.passages[0]) - em_width(gap.passages[0]))
                lines += len(other.lines) == len(gap.lines)
                width += max(1 - apart / ALIKE, -1.0)
    return {"lines-alike": lines, "width-alike": width}


def _in_roundup(gaps: Sequence[Gap], cuts: Sequence[int], number: int, sections: Sequence[_Section]) -> bool:
    """Whether an unsigned display group stands in a series whose first is a standing head and a headline.

    What stands below such a head are short articles, each under a headline of its own.
    """
    for at in range(number - 1, max(number - 1 - BRIEFS, -1), -1):
        gap = gaps[cuts[at]]
        if len(gap.passages) > 1:
            return label_nats(gap.passages[0], sections[at + 1].pairs) >= STANDING
        if not gap.unsigned:
            return False
    return False


def _next_single(gaps: Sequence[Gap], cuts: Sequence[int], number: int, way: int) -> Gap | None:
    """The next unsigned display group of one passage, up or down, before anything that is signed."""
    for step in range(1, RUN + 1):
        at = number + way * step
        if not 0 <= at < len(cuts) or not gaps[cuts[at]].unsigned:
            return None
        if len(gaps[cuts[at]].passages) == 1:
            return gaps[cuts[at]]
    return None


def _content(
    gaps: Sequence[Gap], cuts: Sequence[int], number: int, sections: Sequence[_Section]
) -> dict[str, float]:
    """What a display group and the sections round it have in common."""
    first = last = number
    while first > 0 and number - first < RUN and gaps[cuts[first - 1]].unsigned:
        first -= 1
    while last + 1 < len(cuts) and last - number < RUN and gaps[cuts[last + 1]].unsigned:
        last += 1
    upper, lower = sections[number], sections[number + 1]
    others = [*sections[max(first - OTHERS, 0) : first], *sections[last + 2 : last + 2 + OTHERS]]
    bonds = [_bond(lower, other) for other in others]
    series = [_bond(sections[at], sections[at + 1]) for at in range(first, last + 1)]
    above = sections[number - 1] if number > first else None
    below = sections[number + 2] if number < last else None
    words = grams_of("".join(gaps[cuts[number]].passages))
    held = held_by(words, [section.pairs for section in sections[number + 1 : last + 2]])
    return {
        "not-first": float(number > first),
        "series-bond": sum(series) / len(series),
        "said-above": math.log1p(sum(section.weight for section in sections[first : number + 1])) - MIDDLE,
        "told-below": share(words, held),
        "contrast": _bond(upper, lower) - sum(bonds) / len(bonds) if bonds else 0.0,
        "skipping": (_bond(above, lower) if above else 0.0) + (_bond(upper, below) if below else 0.0),
        "around": (_bond(above, upper) if above else 0.0) + (_bond(lower, below) if below else 0.0),
    }


def _bond(one: _Section, other: _Section) -> float:
    """What two sections have in common, in nats of evidence for their being of one article; none is more."""
    size = math.sqrt((1 + one.weight) * (1 + other.weight))
    return bond(10 * telling(one.pairs & other.pairs) / size, min(one.weight, other.weight))
