import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import cast

from paperparse.articles.bodies import Body, find_bodies
from paperparse.articles.sheet import Sheet
from paperparse.layout.reflow import PieceKind
from paperparse.layout.roles import ROLES, Role

BRIDGE = "今天上午，横跨两岸的新桥建成通车。"
BRIDGE_MORE = "新桥横跨两岸，今天通车以后两岸往来更加方便。"
HARVEST = "田野里的稻谷熟了，各乡秋收陆续开镰。"
HARVEST_MORE = "各乡稻谷丰收，秋收机械开进田野。"
LINES = [BRIDGE, BRIDGE_MORE, HARVEST, "新桥通车", "□记者 谭宁", "（上接第一版）", "图为新桥", "■计划通车"]


def runs(sheet: Sheet) -> list[tuple[int, ...]]:
    return [body.paragraphs for body in find_bodies(sheet)]


def page(*blocks: str) -> str:
    return "\n\n".join(blocks)


def the_body(sheet: Sheet) -> Body:
    found = find_bodies(sheet)
    assert len(found) == 1
    return found[0]


def test_a_page_without_paragraphs_has_no_bodies() -> None:
    assert find_bodies(cast("", "")) == ()
    assert find_bodies(cast(page("新桥通车", "□记者 谭宁"), "db")) == ()


def test_paragraphs_with_nothing_between_are_one_body() -> None:
    assert runs(cast(page(BRIDGE, BRIDGE_MORE, BRIDGE), "ooo")) == [(0, 1, 2)]


def test_a_blank_line_is_no_boundary_even_where_nothing_is_shared() -> None:
    assert runs(cast(page(BRIDGE, HARVEST), "oo")) == [(0, 1)]


def test_a_dateline_behind_a_headline_begins_a_body() -> None:
    text = page(f"本报讯 {BRIDGE}", BRIDGE_MORE, "稻谷熟了秋收开镰", f"本报讯 {HARVEST}", HARVEST_MORE)
    assert runs(cast(text, "oodoo")) == [(0, 1), (3, 4)]


def test_headline_and_byline_begin_a_body() -> None:
    text = page(BRIDGE, BRIDGE_MORE, "稻谷熟了秋收开镰", "□记者 谭宁", HARVEST, HARVEST_MORE)
    assert runs(cast(text, "oodboo")) == [(0, 1), (4, 5)]


def test_a_line_that_says_where_it_comes_from_begins_a_body() -> None:
    text = page(BRIDGE, f"（上接第一版）{HARVEST}")
    assert runs(cast(text, "oo")) == [(0,), (1,)]


def test_a_line_that_says_where_it_goes_on_ends_a_body() -> None:
    text = page(f"{BRIDGE}（下转第二版）", HARVEST)
    assert runs(cast(text, "oo")) == [(0,), (1,)]


def test_a_jump_line_alone_parts_two_bodies() -> None:
    assert runs(cast(page(BRIDGE, "（下转第二版）", HARVEST), "ojo")) == [(0,), (2,)]


def test_a_display_line_that_both_sides_share_in_is_inside_the_body() -> None:
    text = page(BRIDGE, BRIDGE_MORE, "两岸往来更加方便", BRIDGE_MORE, BRIDGE)
    body = the_body(cast(text, "oodoo"))
    assert (body.paragraphs, body.inner) == ((0, 1, 3, 4), (2,))


def test_a_display_line_never_parts_a_sentence_from_its_end() -> None:
    text = "今天上午，横跨两岸的\n\n新桥建成\n\n新桥建成通车。"
    body = the_body(cast(text, "fdl"))
    assert (body.paragraphs, body.first, body.last) == ((0,), 0, 0)


def test_a_display_line_behind_a_paragraph_with_something_thrown_in_is_inside_the_body() -> None:
    text = "今天上午，横跨两岸的\n图为新桥\n新桥建成通车。\n\n两岸往来\n\n横跨两岸的新桥今天上午通车。"
    assert the_body(cast(text, "fcldo")).inner == (2,)


def test_a_byline_right_before_a_paragraph_signs_it() -> None:
    text = page("新桥通车", "□记者 谭宁", BRIDGE, "稻谷熟了秋收开镰", "□记者 王娇", HARVEST)
    bodies = find_bodies(cast(text, "dbodbo"))
    assert [(body.bylines, body.first) for body in bodies] == [((1,), 1), ((4,), 4)]


def test_a_byline_right_after_a_paragraph_signs_it() -> None:
    text = page("新桥通车", BRIDGE, "□记者 谭宁", "稻谷熟了秋收开镰", HARVEST, "□记者 王娇")
    bodies = find_bodies(cast(text, "dobdob"))
    assert [(body.bylines, body.last) for body in bodies] == [((2,), 2), ((5,), 5)]


def test_a_byline_between_paragraphs_signs_the_one_it_stands_closer_to() -> None:
    closer_below = page(BRIDGE, "记者 谭宁") + f"\n本报讯 {HARVEST}"
    closer_above = f"{BRIDGE}\n记者 谭宁\n\n本报讯 {HARVEST}"
    assert [body.bylines for body in find_bodies(cast(closer_below, "obo"))] == [(), (1,)]
    assert [body.bylines for body in find_bodies(cast(closer_above, "obo"))] == [(1,), ()]


def test_the_habit_of_a_page_outweighs_no_paragraph() -> None:
    stories = (
        ("新桥通车", "□记者 谭宁", f"本报讯 {BRIDGE}"),
        ("秋收开镰", "□记者 谭宁", f"本报讯 {HARVEST}"),
    )
    leading = [block for story in stories * 3 for block in story]
    trailing = ["新桥通车", f"本报讯 {BRIDGE}", "记者 王娇", "秋收开镰", f"本报讯 {HARVEST}"]
    bodies = find_bodies(cast(page(*leading, *trailing), "dbo" * 6 + "dobdo"))
    signed = {at: body.paragraphs for body in bodies for at in body.bylines}
    assert signed[20] == (19,)
    assert all(signed[at] == (at + 1,) for at in range(1, 18, 3))


def test_a_byline_at_the_head_of_the_page_signs_what_follows() -> None:
    assert the_body(cast(page("□记者 谭宁", BRIDGE), "bo")).bylines == (0,)


def test_a_byline_at_the_foot_of_the_page_signs_what_stood_before() -> None:
    assert the_body(cast(page(BRIDGE, "□记者 谭宁"), "ob")).bylines == (1,)


def test_a_body_holds_the_pairs_of_all_its_paragraphs() -> None:
    body = the_body(cast(page(BRIDGE, BRIDGE_MORE), "oo"))
    assert {"通车", "往来"} <= body.grams


def test_a_body_ends_behind_the_last_of_its_paragraphs_wherever_it_goes_on() -> None:
    body = the_body(cast("今天上午，横跨两岸的\n2版 要闻\n新桥建成通车。\n新桥通车。", "fxlo"))
    assert (body.paragraphs, body.first, body.last) == ((0, 2), 0, 2)


@given(st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(ROLES)), max_size=25))
def test_every_paragraph_is_in_exactly_one_body_and_bodies_do_not_overlap(
    rows: list[tuple[str, Role]],
) -> None:
    sheet = cast("\n".join(line for line, _ in rows), [role for _, role in rows])
    bodies = find_bodies(sheet)
    kinds = [piece.kind for piece in sheet.pieces]
    paragraphs = [at for body in bodies for at in body.paragraphs]
    assert paragraphs == [at for at, kind in enumerate(kinds) if kind is PieceKind.PARAGRAPH]
    for body in bodies:
        assert body.first <= body.paragraphs[0] <= body.paragraphs[-1] <= body.last
        assert all(kinds[at] is PieceKind.DISPLAY for at in body.inner)
        assert body.margin >= 0


@given(st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(ROLES)), max_size=25))
def test_every_byline_of_a_page_with_a_body_signs_exactly_one(rows: list[tuple[str, Role]]) -> None:
    sheet = cast("\n".join(line for line, _ in rows), [role for _, role in rows])
    bodies = find_bodies(sheet)
    bylines = [at for at, piece in enumerate(sheet.pieces) if piece.kind is PieceKind.BYLINE]
    assert sorted(at for body in bodies for at in body.bylines) == (bylines if bodies else [])


@pytest.mark.parametrize("count", [1, 2, 9])
def test_the_margin_of_a_body_is_bounded(count: int) -> None:
    assert 0 < the_body(cast(page(*[BRIDGE] * count), "o" * count)).margin <= 20
