from pages import cast

from paperparse.articles.gaps import MOST_BLANK, Gap, find_gaps
from paperparse.articles.grams import grams_of
from paperparse.layout.reflow import PieceKind

BRIDGE = "今天上午，横跨两岸的新桥建成通车。"
HARVEST = "田野里的稻谷熟了，各乡秋收陆续开镰。"


def gaps_of(text: str, roles: str) -> tuple[Gap, ...]:
    sheet = cast(text, roles)
    paragraphs = [at for at, piece in enumerate(sheet.pieces) if piece.kind is PieceKind.PARAGRAPH]
    return find_gaps(
        sheet, paragraphs, [grams_of(sheet.folded_of(sheet.pieces[at].lines)) for at in paragraphs]
    )


def only(text: str, roles: str) -> Gap:
    (gap,) = gaps_of(text, roles)
    return gap


def test_between_fewer_than_two_paragraphs_there_is_no_gap() -> None:
    assert gaps_of("", "") == gaps_of(BRIDGE, "o") == gaps_of(f"新桥通车\n{BRIDGE}", "do") == ()


def test_the_display_lines_in_between_are_gathered_passage_by_passage() -> None:
    gap = only(f"{BRIDGE}\n\n丰收\n\n田野里的稻谷熟了\n各乡秋收陆续开镰\n\n{HARVEST}", "odddo")
    assert gap.lines == (1, 2, 3)
    assert gap.passages == ("丰收", "田野里的稻谷熟了各乡秋收陆续开镰")
    assert gap.kinds == {PieceKind.DISPLAY}
    assert gap.unsigned


def test_what_is_said_is_folded() -> None:
    assert only(f"{BRIDGE}\n\n諸鄉：豐收\n\n{HARVEST}", "odo").passages == ("诸乡:丰收",)


def test_any_mark_at_the_edges_or_between_signs_a_headline() -> None:
    marked = {
        f"{BRIDGE}\n\n秋收开镰\n\n本报讯 {HARVEST}": ("dateline",),
        f"{BRIDGE}\n\n秋收开镰\n\n（上接第一版）{HARVEST}": ("jump-head",),
        f"{BRIDGE}（记者谭宁）\n\n秋收开镰\n\n{HARVEST}": ("tail",),
        f"{BRIDGE}（下转第二版）\n\n秋收开镰\n\n{HARVEST}": ("jump-tail",),
    }
    gaps = {text: only(text, "odo") for text in marked}
    assert {text: gap.marks for text, gap in gaps.items()} == marked
    assert not any(gap.unsigned for gap in gaps.values())
    byline = only(f"{BRIDGE}\n\n秋收开镰\n\n□记者 王娇\n\n{HARVEST}", "odbo")
    assert byline.marks == ("byline",)
    assert not byline.unsigned


def test_where_no_display_line_stands_nothing_is_unsigned() -> None:
    gap = only(f"{BRIDGE}\n\n\n{HARVEST}", "oo")
    assert not gap.unsigned
    assert (gap.lines, gap.passages, gap.white) == ((), (), (0, 0))


def test_blank_lines_above_and_below_are_counted_up_to_a_bound() -> None:
    assert only(f"{BRIDGE}\n秋收开镰\n\n{HARVEST}", "odo").white == (0, 1)
    assert only(f"{BRIDGE}\n\n\n\n\n秋收开镰\n{HARVEST}", "odo").white == (MOST_BLANK, 0)
