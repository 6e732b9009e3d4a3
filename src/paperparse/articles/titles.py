"""The roles inside a headline group: label, kicker, main headline, sub.

Once the lines are parted into passages, every passage is tried as the main headline, those before it as
kickers and those after it as subs, with the first as a label or not, and the most probable reading is taken.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from paperparse.articles.grams import grams_of
from paperparse.articles.seams import ends_in_dash, line_words, split
from paperparse.articles.wording import MIDDLE, TINY, label_cues, lean_of, sound, standing
from paperparse.text.lines import em_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.articles.sheet import Sheet

__all__ = ["Reading", "Title", "read_titles"]

WIDER: Final = 0.1
"""Worth of each em by which the other passage's widest line is wider: the main headline is set larger, so its
lines hold fewer characters. On the seeds its widest line is the narrower in thirteen of fifteen groups.
Fitted beside the wording it is 0.04 on 715 neighbours of real headlines, 0.21 on 925 of our own."""
WIDER_CAP: Final = 15.0
ELSEWHERE: Final = 0.6
"""What a group printed later than another is less likely to hold the main headline, fitted on those pages."""
SECOND_SUB: Final = 1.0
"""What each sub after the first is less likely."""
TINY_MAIN: Final = 1.0
"""What a passage of less than TINY em is less likely to be the main headline beside a longer one: it may be a
label that is not known for one. Of 0, 0.5, 1, 1.5 and 2 the best on set pages of real headlines."""
NOWHERE: Final = -1
"""In place of an index: no passage is a label."""
WRAPPED_LABEL: Final = 2.0
"""What a passage of several lines is less likely a label: what needs them is set large."""
UNKNOWN: Final = 0.5
"""Share of a passage's pairs that is taken to stand in a body of which nothing is known."""


class Title(NamedTuple):
    """One passage of a headline group.

    Attributes:
        lines: Indices of its lines.
        width: Its length in em.
        measure: Width in em of its widest line: small where the type is large.
        chain: A number that passages of one printed group share.
    """

    lines: tuple[int, ...]
    width: float
    measure: float
    chain: int


class Reading(NamedTuple):
    """Passages by role.

    Attributes:
        label: Standing heads.
        kicker: Lines that lead in.
        main: The main headline, at most one.
        sub: Decks.
        margin: How much better the reading is than the next, in nats.
        seam: How sure the least sure break between two of its lines is, in nats; None where signs and blank
            lines settle all.
    """

    label: tuple[Title, ...]
    kicker: tuple[Title, ...]
    main: tuple[Title, ...]
    sub: tuple[Title, ...]
    margin: float
    seam: float | None


def read_titles(
    sheet: Sheet,
    groups: Sequence[tuple[int, ...]],
    body: frozenset[str],
    opening: frozenset[str] = frozenset(),
) -> Reading:
    """Give the passages of a body's headline groups their roles.

    Args:
        sheet: The page.
        groups: For each group its line indices, in the order printed.
        body: The pairs of the body.
        opening: The pairs of its first paragraph.

    Returns:
        The best reading; empty when there are no groups.
    """
    titles: list[Title] = []
    seams: list[float] = []
    for chain, lines in enumerate(groups):
        parts, sure = split(sheet, lines, body)
        seams.extend(sure)
        for part in parts:
            widths = [em_width(line_words(sheet, i)) for i in part]
            titles.append(Title(part, sum(widths), max(widths), chain))
    if not titles:
        return Reading((), (), (), (), 10.0, None)
    words = ["".join(line_words(sheet, i) for i in title.lines) for title in titles]
    # a passage alone is the main headline, however it sounds
    pairs = list(map(grams_of, words)) if len(words) > 1 else []
    sounds = list(map(sound, words, (_share(own, opening) for own in pairs))) or [0.0]
    readings = [
        (worth, main, label)
        for label, given in _label_chances(titles, words, pairs, body)
        for main, worth in _main_chances(titles, sounds, label, given)
    ]
    worth, main, label = max(readings)
    rest = max((other for other, at, _ in readings if at != main), default=worth - 10.0)
    before: list[Title] = []
    after: list[Title] = []
    for at, title in enumerate(titles):
        if at not in {main, label}:
            ahead = at < main if title.chain == titles[main].chain else _leads(sheet, title)
            (before if ahead else after).append(title)
    heads = () if label == NOWHERE else (titles[label],)
    seam = min(seams, default=None)
    return Reading(heads, tuple(before), (titles[main],), tuple(after), worth - rest, seam)


def _leads(sheet: Sheet, title: Title) -> bool:
    """Whether a passage printed apart ends in a dash that leads over to the main headline."""
    return ends_in_dash(sheet, sheet.lines[title.lines[-1]])


def _label_chances(
    titles: Sequence[Title], words: Sequence[str], pairs: Sequence[frozenset[str]], body: frozenset[str]
) -> list[tuple[int, float]]:
    """Which passage may be a label, or NOWHERE for none, each with the logarithm of its chance.

    A label stands first of the lines it is printed with.
    """
    found = [(NOWHERE, 0.0)]
    if len(titles) > 1:
        for at, title in enumerate(titles):
            if not at or title.chain != titles[at - 1].chain:
                shared = _share(pairs[at], body) if body else UNKNOWN
                wrapped = WRAPPED_LABEL * (len(title.lines) > 1)
                found.append((at, standing(label_cues(words[at], shared)) - wrapped))
    whole = _log_sum([nats for _, nats in found])
    return [(at, nats - whole) for at, nats in found]


def _main_chances(
    titles: Sequence[Title], sounds: Sequence[float], label: int, given: float
) -> list[tuple[int, float]]:
    """Which passage beside the label may be the main headline, each with the logarithm of its chance.

    Each two neighbours vote: the upper one as main with the lower as its sub, or the lower one as main with
    the upper as its kicker. Several lines above a main headline are common, several subs below it are not.
    A vote counts for one and against the other, half to each; `given` is the chance of the label.
    """
    rest = [at for at in range(len(titles)) if at != label]
    wording = lean_of([sounds[at] for at in rest], labelled=label != NOWHERE)
    votes = [
        _vote(titles[upper], titles[lower], worth, sounds[upper] - sounds[lower])
        for (upper, lower), worth in zip(pairwise(rest), wording, strict=True)
    ]
    scores = [
        (below - above - SECOND_SUB * max(len(rest) - 2 - at, 0)) / 2
        for at, (below, above) in enumerate(zip([*votes, 0.0], [0.0, *votes], strict=True))
    ]
    if label != NOWHERE and len(rest) == 1:
        # under a label alone it must do for a main headline; beside another passage it has been compared
        given -= _log_sum([0.0, MIDDLE - sounds[rest[0]]])
    whole = _log_sum(scores)
    return [(at, given + score - whole) for at, score in zip(rest, scores, strict=True)]


def _log_sum(nats: Sequence[float]) -> float:
    """The logarithm of the sum of what so many nats stand for."""
    most = max(nats)
    return most + math.log(math.fsum(math.exp(one - most) for one in nats))


def _vote(upper: Title, lower: Title, wording: float, sounds: float) -> float:
    """How much two neighbouring passages speak for the upper one as main, in nats.

    Printed apart, neither is above the other, and only how they sound counts.
    """
    tiny = min(upper.width, lower.width) < TINY
    wider = 0.0 if tiny else max(min(lower.measure - upper.measure, WIDER_CAP), -WIDER_CAP)
    wider = WIDER * wider + TINY_MAIN * ((lower.width < TINY) - (upper.width < TINY))
    return wider + (wording if upper.chain == lower.chain else ELSEWHERE + sounds)


def _share(pairs: frozenset[str], others: frozenset[str]) -> float:
    """Part of some pairs, 0 to 1, that are among others."""
    return len(pairs & others) / max(len(pairs), 1)
