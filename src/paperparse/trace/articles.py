"""Why articles end where they end, and why each display group went where it went."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from paperparse.articles.boundaries import gap_evidence, load_boundaries
from paperparse.articles.confidence import confidence_of, doubts_of, margins_of
from paperparse.articles.grams import grams_of
from paperparse.articles.placing import HABITS, gains_under, try_habit
from paperparse.articles.titles import read_titles
from paperparse.layout.reflow import PieceKind
from paperparse.trace.lines import heaviest, words_of
from paperparse.trace.values import Choice, Gap, HabitTrial, Heading, Reason, Sureness, Title

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from paperparse.articles.placing import Habit, Placing, Weighing
    from paperparse.articles.sheet import Sheet

__all__ = ["trace_gaps", "trace_habits", "trace_headings", "trace_titles"]

HABIT_NAMES: Final = ("before the body", "after the body", "anywhere")
SIDES: Final = ("", "right before it", "right after it")


def trace_gaps(sheet: Sheet) -> list[Gap]:
    """What speaks for an article's ending after each paragraph but the last."""
    paragraphs = [i for i, piece in enumerate(sheet.pieces) if piece.kind is PieceKind.PARAGRAPH]
    grams = {i: grams_of(sheet.folded_of(sheet.pieces[i].lines)) for i in paragraphs}
    weights = load_boundaries()
    found: list[Gap] = []
    for (left, right), seen in zip(pairwise(paragraphs), gap_evidence(sheet, paragraphs, grams), strict=True):
        reasons = [Reason(name, weights[name] * value) for name, value in seen.items()]
        score = sum(weights[name] * value for name, value in seen.items())
        found.append(
            Gap(
                before=words_of(sheet, sheet.pieces[left].lines[-1]),
                after=words_of(sheet, sheet.pieces[right].lines[0]),
                parts=score > 0,
                score=score,
                reasons=heaviest(reasons),
            )
        )
    return found


def _best(weighed: Weighing) -> tuple[int, list[tuple[float, tuple[int | None, ...], tuple[float, ...]]]]:
    """The number of the habit taken, and all trials."""
    trials = [try_habit(weighed, habit) for habit in HABITS]
    return max(range(len(trials)), key=lambda at: trials[at][0]), trials


def trace_habits(weighed: Weighing) -> list[HabitTrial]:
    """What the section is worth under each habit."""
    best, trials = _best(weighed)
    names = zip(HABIT_NAMES, trials, strict=True)
    return [HabitTrial(name, trial[0], at == best) for at, (name, trial) in enumerate(names)]


def trace_headings(sheet: Sheet, weighed: Weighing, names: Mapping[int, str]) -> list[Heading]:
    """Where each display group of a section went, and where else it could have gone."""
    best, trials = _best(weighed)
    _, owners, margins = trials[best]
    articles = [names.get(body.first) for body in weighed.bodies]
    found: list[Heading] = []
    for at, group in enumerate(weighed.groups):
        owner = owners[at]
        strand = sheet.strand(group.lines)
        found.append(
            Heading(
                lines=tuple(words_of(sheet, line) for line in group.lines),
                spans=strand.spans(0, len(strand)),
                owner=None if owner is None else articles[owner],
                subhead=owner is None and group.inner is not None,
                margin=margins[at],
                choices=_choices(weighed, at, HABITS[best], articles),
            )
        )
    return found


def _choices(weighed: Weighing, at: int, habit: Habit, articles: Sequence[str | None]) -> tuple[Choice, ...]:
    """All places a group could go, the best first."""
    gains = gains_under(weighed, habit)[at]
    found = [
        Choice(article, gain, SIDES[side])
        for article, gain, side in zip(articles, gains, weighed.sides[at], strict=True)
        if article is not None
    ]
    found.append(Choice(None, weighed.alone[at], ""))
    return tuple(sorted(found, key=lambda choice: -choice.worth))


def trace_titles(
    sheet: Sheet, placing: Placing, names: Mapping[int, str], misread: Container[str]
) -> tuple[list[Title], list[Sureness]]:
    """The roles inside each article's headline, and how sure each article is."""
    found: list[Title] = []
    sure: list[Sureness] = []
    for number in sorted(range(len(placing.bodies)), key=lambda n: placing.bodies[n].first):
        body = placing.bodies[number]
        given = [at for at, who in enumerate(placing.owner) if who == number]
        reading = read_titles(sheet, [placing.groups[at].lines for at in given], body.grams, body.opening)
        fit = min((placing.margin[at] for at in given), default=None)
        margins = margins_of(sheet, body, fit, reading, misread=names[body.first] in misread)
        sure.append(Sureness(names[body.first], doubts_of(margins), confidence_of(margins)))
        parts = (
            ("label", reading.label),
            ("kicker", reading.kicker),
            ("main", reading.main),
            ("sub", reading.sub),
        )
        passages = tuple(
            (role, "".join(words_of(sheet, line) for line in title.lines))
            for role, titles in parts
            for title in titles
        )
        if passages:
            found.append(Title(names[body.first], passages, reading.margin))
    return found, sure
