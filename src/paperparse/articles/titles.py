"""The roles inside a headline group: label, kicker, main headline, sub.

Lines that follow each other without a gap are one passage when they read on: the pair of characters
across the break stands in the body, or both lines are short and of one length, as a headline wrapped
in a narrow space is. Then every passage is tried as the main headline, those before it as kickers and
those after it as subs, with the first as a label or not, and the most probable reading is taken.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from paperparse.articles.grams import grams_of
from paperparse.articles.wording import (
    MIDDLE,
    TINY,
    is_open,
    label_cues,
    lean_of,
    seam,
    seam_cues,
    sound,
    standing,
)
from paperparse.text.kinds import GLYPHS
from paperparse.text.lines import Opening, em_width

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from paperparse.articles.sheet import Sheet
    from paperparse.text.lines import Line

__all__ = [
    "Reading",
    "Title",
    "break_cues",
    "label_nats",
    "line_words",
    "parting",
    "read_titles",
    "split_passages",
]

CERTAIN: Final = 9.0
"""Worth, in nats, of a blank line, a dash or a glyph between two display lines."""
WIDER: Final = 0.1
"""Worth of each em by which the other passage's widest line is wider: the main headline is set larger, so its
lines hold fewer characters. On the seeds its widest line is the narrower in thirteen of fifteen groups.
Fitted beside the wording it is 0.04 on 715 neighbours of real headlines, 0.21 on 925 of our own."""
WIDER_CAP: Final = 15.0
REACH: Final = 3
"""Lines on either side of a break that are counted as standing there."""
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


LABEL_LINE: Final = 14.0
"""Em of the widest line that is asked whether it is a standing head; wider ones are none."""


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


def split_passages(sheet: Sheet, lines: Sequence[int], body: Container[str]) -> list[tuple[int, ...]]:
    """Part the lines of a display group into passages.

    Args:
        sheet: The page.
        lines: Indices of the group's lines, ascending.
        body: The pairs of the body it belongs to.

    Returns:
        Tuples of line indices, in order.
    """
    return _split(sheet, lines, body)[0]


def _split(
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
    if _ends_in_dash(sheet, first) and not is_open(words[0]):
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


def _ends_in_dash(sheet: Sheet, line: Line) -> bool:
    """Whether a line ends in a dash that leads over to the next."""
    return sheet.text[line.end - 1] in "—―─－"


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
        parts, sure = _split(sheet, lines, body)
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
    return _ends_in_dash(sheet, sheet.lines[title.lines[-1]])


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
