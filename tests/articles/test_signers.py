import pytest
from pages import cast

from paperparse import parse
from paperparse.articles.signers import byline_evidence, load_signers
from paperparse.conventions import load
from paperparse.layout.reflow import PieceKind
from paperparse.options import Options
from paperparse.parse import lay_out

FIRST = "新桥今日建成通车\n\n　　今天上午，新桥建成通车，两岸来往只要三分钟，\n渡口从此停航，街坊都来看。"
SECOND = "　　今年夏粮喜获丰收，农户忙着晒谷入仓，田野里\n机声隆隆，一派繁忙。"
HEAD = "夏粮又是一个丰收年"


def signed(text: str) -> list[list[str]]:
    return [[name for line in article.bylines for name in line.names] for article in parse(text).articles]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{FIRST}\n（记者 谭宁）\n\n{HEAD}\n\n{SECOND}", [["谭宁"], []]),
        (f"{FIRST}\n\n{HEAD}\n\n□记者 谭宁\n{SECOND}", [[], ["谭宁"]]),
        (f"{FIRST}\n**江城晚报记者 谭宁**\n\n{HEAD}\n\n{SECOND}", [["谭宁"], []]),
        (f"□记者 谭宁 报道\n{FIRST}\n\n{HEAD}\n\n{SECOND}", [["谭宁"], []]),
        (f"{FIRST}\n\n{HEAD}\n\n{SECOND}\n\n记者 谭宁", [[], ["谭宁"]]),
    ],
)
def test_a_byline_goes_to_the_body_it_stands_with(text: str, names: list[list[str]]) -> None:
    assert signed(text) == names


def test_all_that_is_observed_has_a_weight() -> None:
    sheet = lay_out(
        f"{FIRST}\n（记者 谭宁）\n\n{HEAD}\n\n□记者 王娇\n{SECOND}", 0, load(Options().conventions)
    )
    seen = byline_evidence(sheet)
    assert [sheet.pieces[i].kind for i in seen] == [PieceKind.BYLINE] * 2
    assert {name for one in seen.values() for name in one} <= load_signers().keys()


@pytest.mark.parametrize(
    ("printed", "dress"),
    [
        ("【记者谭宁报道】", "boxed"),
        ("〔记者谭宁报道〕", "boxed"),
        ("[记者 谭宁]", "boxed"),
        ("（记者 谭宁）", "bracketed"),
        ("□记者 谭宁", "glyph"),
        ("**江城晚报记者 谭宁**", "starred"),
        ("记者 谭宁", None),
    ],
)
def test_how_a_byline_is_dressed_is_seen_once(printed: str, dress: str | None) -> None:
    sheet = cast(f"{FIRST.splitlines()[2]}\n\n{printed}\n\n{SECOND.splitlines()[0]}", "obo")
    (seen,) = byline_evidence(sheet).values()
    assert seen.keys() & {"boxed", "bracketed", "glyph", "starred"} == ({dress} if dress else set())


def test_every_kind_of_neighbour_has_a_weight() -> None:
    skipped = {PieceKind.BYLINE, PieceKind.FURNITURE, PieceKind.JUMP}
    kinds = [kind.name.lower() for kind in PieceKind if kind not in skipped]
    names = {f"{side}-{kind}" for side in ("above", "below") for kind in [*kinds, "nothing"]}
    assert names <= load_signers().keys()
