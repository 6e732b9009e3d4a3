"""Headlines printed elsewhere claim the paragraphs on either side of a gap for two articles."""

from pages import cast

from paperparse.articles.claims import Claims
from paperparse.articles.gaps import find_gaps
from paperparse.articles.grams import grams_of
from paperparse.layout.reflow import PieceKind

BRIDGE = "今天上午，横跨两岸的新桥建成通车。"
HARVEST = "田野里的稻谷熟了，各乡秋收陆续开镰。"


def claimed(text: str, roles: str) -> list[float]:
    sheet = cast(text, roles)
    paragraphs = [at for at, piece in enumerate(sheet.pieces) if piece.kind is PieceKind.PARAGRAPH]
    texts = [grams_of(sheet.folded_of(sheet.pieces[at].lines)) for at in paragraphs]
    claims = Claims(sheet, find_gaps(sheet, paragraphs, texts), texts)
    return [claims.parts(at, 0, len(texts)) for at in range(len(texts) - 1)]


def test_two_headlines_at_the_foot_part_two_bodies() -> None:
    heads = "横跨两岸新桥通车\n\n各乡稻谷秋收开镰\n\n图书馆延长开放\n\n少年队夺冠"
    assert claimed(f"{BRIDGE}\n\n{HARVEST}\n\n{heads}", "oodddd")[0] > 0.5


def test_one_headline_parts_nothing() -> None:
    assert claimed(f"{BRIDGE}\n\n{HARVEST}\n\n横跨两岸新桥通车", "ood") == [0.0]


def test_a_headline_right_above_speaks_of_all_that_follows() -> None:
    text = f"各乡稻谷秋收开镰\n\n{BRIDGE}\n\n{HARVEST}\n\n横跨两岸新桥通车"
    assert claimed(text, "dood") == [0.0]


def test_a_page_without_headlines_has_no_claims() -> None:
    assert claimed(f"{BRIDGE}\n\n{HARVEST}", "oo") == [0.0]
