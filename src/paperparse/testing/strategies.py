"""Hypothesis strategies for what newspapers print (extra ``testing``).

from hypothesis import given
from paperparse.testing.strategies import proofs

@given(proofs())
def test_mine(proof): ...
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from paperparse.testing.copies import Signature, Wire
from paperparse.testing.forms import FORMS
from paperparse.testing.house import draw_house, invent_bylines, spread, wire_parts
from paperparse.testing.issues import print_issue
from paperparse.testing.press import print_page
from paperparse.testing.words import words
from paperparse.testing.writer import write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.testing.copies import Copy
    from paperparse.testing.forms import Form
    from paperparse.testing.issues import IssueProof
    from paperparse.testing.press import Proof

__all__ = [
    "bylines",
    "copies",
    "datelines",
    "forms",
    "headlines",
    "issues",
    "names",
    "outlets",
    "pages",
    "printed_names",
    "proofs",
]

_SEEDS = st.integers(0, 2**32 - 1)


def names() -> st.SearchStrategy[str]:
    """People: two or three characters, compound surnames, minority names with ·.

    Returns:
        Names without blanks.
    """
    given = st.text(st.sampled_from(words("people", "given")), min_size=1, max_size=2)
    single = st.builds(str.__add__, st.sampled_from(words("people", "surnames")), given)
    double = st.builds(str.__add__, st.sampled_from(words("people", "compounds")), given)
    return st.one_of(single, double, st.sampled_from(words("people", "minority")))


def printed_names() -> st.SearchStrategy[tuple[str, str]]:
    """Names with the way they are printed: those of two characters at times spaced out.

    Returns:
        The name, and the name in print.
    """
    return st.builds(lambda name, wide: (name, spread(name) if wide else name), names(), st.booleans())


def outlets() -> st.SearchStrategy[str]:
    """Who a reporter works for: a paper, with or without its apps, an agency, 本报.

    Returns:
        The outlet as printed.
    """
    heads, tails = words("papers", "heads"), words("papers", "tails")
    paper = st.builds(str.__add__, st.sampled_from(heads), st.sampled_from(tails))
    app = st.builds("/".join, st.tuples(paper, st.sampled_from(words("papers", "apps"))))
    others = st.sampled_from(("本报", *words("papers", "agencies"), *words("papers", "trade")))
    return st.one_of(paper, app, others)


@st.composite
def bylines(draw: st.DrawFn) -> tuple[str, tuple[Signature, ...]]:
    """A byline line in the manner of some house.

    Args:
        draw: Hypothesis's own.

    Returns:
        The line, and who signed; the outlet is that of the house where it prints one.
    """
    rng = Random(draw(_SEEDS))  # noqa: S311 - chance, not secrecy
    house = draw_house(rng)
    signed = invent_bylines(rng)
    line = ""
    for gap, parts in house.signed(signed, glyph=True):
        line += gap.replace("\n", " ") + "".join(text for text, _ in parts)
    outlet = house.outlet or None
    owned = [
        Signature(s.role, s.kind, s.names, outlet if house.every_outlet or not at else None)
        for at, s in enumerate(signed)
    ]
    return line, tuple(owned)


def datelines() -> st.SearchStrategy[tuple[str, Wire]]:
    """Datelines with what they say.

    Returns:
        The dateline as printed, and its parts.
    """
    places = st.sampled_from((None, *words("places", "cities"), *words("places", "abroad")))
    dates = st.one_of(st.just((None, None)), st.tuples(st.integers(1, 12), st.integers(1, 28)))

    def build(
        outlet: str, place: str | None, date: tuple[int | None, int | None], kind: str
    ) -> tuple[str, Wire]:
        wire = Wire(outlet, place, date[0], date[1], kind)
        return "".join(text for text, _ in wire_parts(wire)), wire

    return st.builds(
        build, st.sampled_from(("本报", "新华社", "中新社")), places, dates, st.sampled_from("讯电")
    )


def copies() -> st.SearchStrategy[Copy]:
    """Articles of our own sentences.

    Returns:
        Copies for the press.
    """
    return _SEEDS.map(lambda seed: write(Random(seed)))  # noqa: S311 - chance, not secrecy


def headlines() -> st.SearchStrategy[tuple[str, ...]]:
    """Headlines of articles, from label to sub.

    Returns:
        The passages that there are.
    """
    return copies().map(lambda copy: copy.label + copy.kicker + copy.main + copy.sub)


def forms(only: Sequence[str] = ()) -> st.SearchStrategy[Form]:
    """Print forms.

    Args:
        only: Their names; empty for all.

    Returns:
        Forms of that name.
    """
    return st.sampled_from([form for name, form in FORMS.items() if not only or name in only])


def pages(most: int = 5) -> st.SearchStrategy[list[Copy]]:
    """The articles of a page.

    Args:
        most: The most articles.

    Returns:
        One to ``most`` copies.
    """
    return st.lists(copies(), min_size=1, max_size=most)


def proofs(only: Sequence[str] = (), most: int = 5) -> st.SearchStrategy[Proof]:
    """Printed pages with their truth.

    Args:
        only: Names of the forms to print in; empty for all.
        most: The most articles of a page.

    Returns:
        Proofs.
    """
    return st.builds(print_page, pages(most), forms(only), _SEEDS)


def issues(only: Sequence[str] = (), most: int = 3) -> st.SearchStrategy[IssueProof]:
    """Printed issues in which articles go on on other pages.

    Args:
        only: Names of the forms to print in; empty for all.
        most: The most articles of a page.

    Returns:
        Proofs of two to four pages.
    """
    sheets = st.lists(pages(most), min_size=2, max_size=4)
    return st.builds(print_issue, sheets, forms(only), _SEEDS, st.integers(1, 3))
