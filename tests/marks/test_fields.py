from __future__ import annotations

import pytest
from cases import tables

from paperparse.conventions.engine import parts_of
from paperparse.marks.fields import GAP, GLYPHS, SLASHES, Kind, patterns_of
from paperparse.text.fold import fold


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("记者王冬梅", Kind.ROLE, "记者"),
        ("／台北報導", Kind.REPORT, "报导"),
        ("图", Kind.TRAILER, "图"),
    ],
)
def test_a_word_is_read_as_its_kind(text: str, kind: Kind, said: str) -> None:
    folded = fold(text)
    found = [
        (one, folded[slice(*where)])
        for one, pattern, _ in patterns_of(tables()).anywhere
        if (match := pattern.match(folded)) is not None
        for where in parts_of(match).values()
    ]
    assert (kind, said) in found


def test_a_name_of_a_place_is_nobody() -> None:
    nobody = patterns_of(tables()).nobody
    assert nobody.fullmatch("北京") is not None
    assert nobody.fullmatch("王冬梅") is None


def test_glyphs_and_slashes_part_pieces() -> None:
    assert GLYPHS | SLASHES <= GAP
