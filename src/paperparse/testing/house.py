"""A paper's own manner of printing bylines, datelines and pages, the same over one page.

A reader of many papers knows none of these habits beforehand, but on one page they repeat; so a house
is drawn once for a page, and single articles may still depart from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from paperparse.model import BylineKind
from paperparse.testing.copies import Signature, Wire
from paperparse.testing.words import chance, paper, person, words

if TYPE_CHECKING:
    from random import Random

    from paperparse.testing.leaves import Part
    from paperparse.testing.reports import Manner

__all__ = ["House", "draw_house", "invent_bylines", "spread", "wire_parts"]

_GLYPHS: Final = ("□", "□", "□", "■", "◎", "●", "▲", "◆", "○", "", "")
_OUTLETS: Final = ("", "本报", "本报", "paper", "paper/app", "paper/app", "paper/app/app")
_ENDINGS: Final = ("", "", "", "", " 报道", "报道", " 文/图")
_WIRE_GAPS: Final = (" ", " ", "  ", "\u3000", "")
_ROLES: Final = (
    ("记者", BylineKind.REPORTER, 60),
    ("首席记者", BylineKind.REPORTER, 6),
    ("全媒体记者", BylineKind.REPORTER, 6),
    ("见习记者", BylineKind.INTERN, 4),
    ("特约记者", BylineKind.REPORTER, 2),
)
_HELPERS: Final = (
    ("通讯员", BylineKind.CORRESPONDENT, 12),
    ("实习生", BylineKind.INTERN, 2),
    ("特约通讯员", BylineKind.CORRESPONDENT, 1),
)


@frozen
class House:
    """How one paper prints what it signs.

    Attributes:
        paper: The paper's name.
        glyph: What opens a byline line, or nothing.
        outlet: What stands before the first role: nothing, 本报, the paper's name with or without its app.
        every_outlet: Whether it also stands before the later roles.
        name_blank: Whether two-character names are spaced out (孙 欣).
        role_gap: Between a role and its names.
        name_gap: Between names.
        group_gap: Between roles; a line feed sets them on lines of their own.
        ending: What closes a byline line.
        wire_gap: Between a dateline and the sentence.
        wire: Whether the paper opens its own pieces with 本报…讯: nothing, ``"bare"`` or ``"dated"``.
        stars: What encloses a byline at a body's end: nothing, ``**`` or brackets.
        manner: How it signs where it says with the names where and when, or None where it does not.
    """

    paper: str
    glyph: str
    outlet: str
    every_outlet: bool
    name_blank: bool
    role_gap: str
    name_gap: str
    group_gap: str
    ending: str
    wire_gap: str
    wire: str
    stars: str
    manner: Manner | None = None

    def signed(
        self, signatures: tuple[Signature, ...], *, glyph: bool, compact: bool = False
    ) -> list[tuple[str, list[Part]]]:
        """The bylines as the house prints them, one for each role.

        Args:
            signatures: Who signed.
            glyph: Whether they are set as a line of their own, with the house's glyph and ending.
            compact: Whether they are set inside brackets, without the paper's name.

        Returns:
            For each role the blank or line feed before it, and its parts.

        Examples:
            >>> house = House("江城日报", "□", "本报", False, True, "", "、", " ", " 报道", " ", "", "")
            >>> [(_, parts)] = house.signed((Signature("记者", BylineKind.REPORTER, ("孙欣",)),), glyph=True)
            >>> "".join(text for text, _ in parts)
            '□本报记者孙 欣 报道'
        """
        groups: list[tuple[str, list[Part]]] = []
        for number, signature in enumerate(signatures):
            parts: list[Part] = []
            if glyph and not number and self.glyph:
                parts.append((self.glyph, ""))
            outlet = signature.outlet or ("" if compact else self.outlet)
            if outlet and (not number or signature.outlet or self.every_outlet):
                parts.append((f"{outlet} " if " " in outlet else outlet, "outlet"))
            parts.append((signature.role, "role"))
            for at, name in enumerate(signature.names):
                gap = self.name_gap if at else self.role_gap
                parts.append((gap, ""))
                parts.append((spread(name) if self.name_blank else name, "name"))
            groups.append((self.group_gap if number else "", parts))
        if glyph and self.ending and groups:
            groups[-1][1].append((self.ending, ""))
        return groups


def spread(name: str) -> str:
    """A two-character name with the blank that makes it as wide as three.

    Args:
        name: A name.

    Returns:
        The name as many papers print it.

    Examples:
        >>> spread("孙欣"), spread("孙欣然")
        ('孙 欣', '孙欣然')
    """
    return f"{name[0]} {name[1]}" if len(name) == 2 else name  # noqa: PLR2004 - two characters


def draw_house(rng: Random, *, glued_names: bool = False, spaced_outlet: bool = False) -> House:
    """A house of its own manner.

    Args:
        rng: The source of chance.
        glued_names: Whether nothing stands between a role and its names, nor between names.
        spaced_outlet: Whether outlets are letter-spaced.

    Returns:
        The house.

    Examples:
        >>> import random
        >>> draw_house(random.Random(3)) == draw_house(random.Random(3))
        True
    """
    name = paper(rng)
    apps = rng.sample(words("papers", "apps"), 2)
    outlet = rng.choice(_OUTLETS).replace("paper", name)
    for app in apps:
        outlet = outlet.replace("app", app, 1)
    if spaced_outlet and "/" not in outlet:
        outlet = " ".join(outlet)
    name_blank = chance(rng, 0.35)
    role_gap = rng.choice((" ", " ", " ", "", "\u3000"))
    name_gap = rng.choice(("、", "  ", "、") if name_blank else (" ", "、", "、", "  "))
    group_gap = rng.choice((" ", " ", "  ", "\n"))
    if glued_names:
        name_blank, role_gap, name_gap, group_gap = False, "", "", rng.choice(("", " "))
    return House(
        paper=name,
        glyph=rng.choice(_GLYPHS),
        outlet=outlet,
        every_outlet=outlet in {"本报", "本 报"} and chance(rng, 0.3),
        name_blank=name_blank,
        role_gap=role_gap,
        name_gap=name_gap,
        group_gap=group_gap,
        ending=rng.choice(_ENDINGS),
        wire_gap=rng.choice(_WIRE_GAPS),
        wire=rng.choice(("", "dated", "dated", "bare")),
        stars=rng.choice(("**", "（", "（", "（", "")),
    )


def invent_bylines(rng: Random, most: int = 3) -> tuple[Signature, ...]:
    """People to sign an article that names nobody.

    Args:
        rng: The source of chance.
        most: The most people in one role.

    Returns:
        One to three roles.

    Examples:
        >>> import random
        >>> invent_bylines(random.Random(5))[0].role
        '记者'
    """
    role, kind = _pick(rng, _ROLES)
    found = [Signature(role, kind, _people(rng, most))]
    if chance(rng, 0.3):
        role, kind = _pick(rng, _HELPERS)
        found.append(Signature(role, kind, _people(rng, most)))
    return tuple(found)


def _pick(rng: Random, rows: tuple[tuple[str, BylineKind, int], ...]) -> tuple[str, BylineKind]:
    """One of some weighted roles."""
    role, kind, _ = rng.choices(rows, weights=[weight for *_, weight in rows])[0]
    return role, kind


def _people(rng: Random, most: int) -> tuple[str, ...]:
    """A few different people."""
    count = min(rng.choice((1, 1, 1, 1, 2, 2, 3)), most)
    return tuple(dict.fromkeys(person(rng) for _ in range(count)))


def wire_parts(wire: Wire) -> list[Part]:
    """The parts of a dateline as printed.

    Args:
        wire: The dateline.

    Returns:
        Its parts with the fields they fill.

    Examples:
        >>> wire_parts(Wire("新华社", "巴黎", None, 3, "电", quoted=True))[:2]
        [('据', ''), ('新华社', 'outlet')]
    """
    parts: list[Part] = [("据", "")] if wire.quoted else []
    parts.append((wire.outlet, "outlet"))
    if wire.place:
        parts.append((wire.place, "place"))
    if wire.month is not None:
        parts.append((f"{wire.month}月", ""))
    if wire.day is not None:
        parts.append((f"{wire.day}日", ""))
    parts.append((wire.kind, "kind"))
    return parts
