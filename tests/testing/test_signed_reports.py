from __future__ import annotations

from random import Random

import pytest

from paperparse.model import BlockKind, BylineKind
from paperparse.testing import FORMS, Copy, Signature, Text, print_page
from paperparse.testing.reports import At, Manner, draw_manner, pieces, reported

SIGNED = Copy(
    main=("新渡口开始载客",),
    bylines=(Signature("记者", BylineKind.REPORTER, ("孙欣", "欧阳晓宁", "谭宁")),),
    body=(
        Text(BlockKind.PARAGRAPH, "12日上午，新渡口在老码头开始载客，首班船坐了36名乘客，全程用时9分钟。"),
    ),
)
MANNERS = tuple(
    dict.fromkeys(draw_manner(Random(seed)) for seed in range(300))  # noqa: S311 - chance, not secrecy
)


def test_every_place_is_seen() -> None:
    assert {manner.at for manner in MANNERS} == set(At)


@pytest.mark.parametrize("manner", MANNERS)
def test_a_report_says_who_where_and_when(manner: Manner) -> None:
    copy = reported(SIGNED, manner, (5, 12), Random(1))  # noqa: S311 - chance, not secrecy
    assert copy.report is not None
    assert copy.report.day in {12, None}
    assert copy.bylines[0].names == ("孙欣", "欧阳晓宁")
    text = "".join(part for piece in pieces(copy, manner) for part, _ in piece.parts)
    assert "孙欣、欧阳晓宁" in text
    assert copy.report.place is not None
    assert copy.report.place in text
    assert copy.report.kind in text


def test_a_copy_without_a_report_has_no_pieces() -> None:
    assert pieces(SIGNED, MANNERS[0]) == []


def test_only_houses_of_the_form_print_reports() -> None:
    for name in ("reports", "wrapped-indent"):
        found = [print_page([SIGNED], FORMS[name], seed).truth.articles[0] for seed in range(40)]
        placed = [article for article in found if article.dateline and article.dateline.place]
        assert bool(placed) == (name == "reports")
