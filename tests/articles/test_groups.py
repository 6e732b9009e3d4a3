from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import cast

from growth import grows_in_proportion
from paperparse.articles.bodies import find_bodies
from paperparse.articles.grams import Rarity
from paperparse.articles.groups import LONGEST_GROUP, Group, find_groups
from paperparse.articles.sheet import Sheet
from paperparse.layout.reflow import PieceKind
from paperparse.layout.roles import ROLES, Role

BRIDGE = "本报讯 今天上午，横跨两岸的新桥建成通车，两岸往来更加方便。"
HARVEST = "本报讯 田野里的稻谷熟了，各乡秋收陆续开镰，机械开进田野。"
LINES = ["新桥通车", BRIDGE, HARVEST, "秋收开镰", "□记者 谭宁"]


def groups(sheet: Sheet) -> tuple[Group, ...]:
    bodies = find_bodies(sheet)
    return find_groups(sheet, range(len(sheet.pieces)), bodies, Rarity.over([body.grams for body in bodies]))


def page(*blocks: str) -> str:
    return "\n\n".join(blocks)


def test_a_page_without_display_lines_has_no_groups() -> None:
    assert groups(cast("", "")) == ()
    assert groups(cast(BRIDGE, "o")) == ()


def test_a_page_without_bodies_has_groups() -> None:
    assert [group.lines for group in groups(cast("新桥建成\n通车", "dd"))] == [(0, 1)]


def test_a_headline_before_a_body_is_a_group_outside() -> None:
    (group,) = groups(cast(page("新桥建成通车", BRIDGE), "do"))
    assert (group.lines, group.piece, group.inner) == ((0,), 0, None)
    assert "通车" in group.grams


def test_headlines_of_two_bodies_under_one_another_are_two_groups() -> None:
    bridge, harvest = f"{BRIDGE}\n桥头绿地同日开放。", f"{HARVEST}\n粮站早已腾空仓房。"
    text = page(bridge, harvest, "新桥建成通车\n两岸往来更加方便", "稻谷熟了秋收开镰")
    assert [group.lines for group in groups(cast(text, "ooooddd"))] == [(4, 5), (6,)]


def test_headline_lines_of_one_body_stay_together_over_blank_lines() -> None:
    text = page("新桥建成通车", "两岸往来更加方便", BRIDGE, "稻谷熟了", HARVEST)
    assert [group.lines for group in groups(cast(text, "ddodo"))] == [(0, 1), (3,)]


def test_a_headline_wrapped_within_a_word_is_not_cut() -> None:
    text = page(BRIDGE, HARVEST, "横跨两岸新桥\n建成通车")
    assert [group.lines for group in groups(cast(text, "oodd"))] == [(2, 3)]


def test_a_display_line_inside_a_body_is_one_group_of_it() -> None:
    text = page(BRIDGE, "新桥建成\n田野秋收", "新桥建成通车，两岸往来更加方便。")
    (group,) = groups(cast(text, "oddo"))
    assert (group.lines, group.inner) == ((1, 2), 0)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("今天上午，横跨两岸的\n\n稻谷熟了\n\n新桥建成通车。\n\n两岸往来更加方便。", "fdlo"),
        ("今天上午，横跨两岸的\n\n稻谷熟了\n\n新桥建成通车。", "fdl"),
        ("今天上午，横跨两岸的\n\n稻谷熟了\n\n新桥建成通车，两岸往来更加方便。", "fdo"),
    ],
)
def test_a_display_line_that_parts_a_sentence_stands_outside_the_body(text: str, roles: str) -> None:
    assert [group.inner for group in groups(cast(text, roles))] == [None]


def test_no_group_is_longer_than_a_headline_can_be() -> None:
    text = page(BRIDGE, "\n".join(["新桥建成通车"] * 40))
    found = groups(cast(text, "o" + "d" * 40))
    assert max(len(group.lines) for group in found) <= LONGEST_GROUP


def finding(subheads: int) -> Callable[[], object]:
    """A task: the groups of a body with so many subheads."""
    text = page(*["新桥建成，两岸往来更加方便。", "两岸往来"] * subheads, "新桥建成，两岸往来更加方便。")
    sheet = cast(text, "od" * subheads + "o")
    bodies = find_bodies(sheet)
    rarity = Rarity.over([body.grams for body in bodies])
    assert len(find_groups(sheet, range(len(sheet.pieces)), bodies, rarity)) == subheads
    return partial(find_groups, sheet, range(len(sheet.pieces)), bodies, rarity)


def test_time_is_linear_in_the_subheads_of_a_body() -> None:
    assert grows_in_proportion(finding(300), finding(2400), doublings=3)


@given(st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(ROLES)), max_size=25))
def test_every_display_line_is_in_exactly_one_group(rows: list[tuple[str, Role]]) -> None:
    sheet = cast("\n".join(line for line, _ in rows), [role for _, role in rows])
    found = groups(sheet)
    display = [at for at, piece in enumerate(sheet.pieces) if piece.kind is PieceKind.DISPLAY]
    lines = [line for at in display for line in sheet.pieces[at].lines]
    assert [line for group in found for line in group.lines] == lines
    assert all(set(group.lines) <= set(sheet.pieces[group.piece].lines) for group in found)
