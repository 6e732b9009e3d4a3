import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import cast

from paperparse.articles.bodies import find_bodies
from paperparse.articles.placing import MOST_BODIES, Placing, place
from paperparse.articles.sheet import Sheet
from paperparse.layout.reflow import PieceKind
from paperparse.layout.roles import ROLES, Role

BRIDGE = "本报讯 今天上午，横跨两岸的新桥建成通车，两岸往来更加方便。"
HARVEST = "本报讯 田野里的稻谷熟了，各乡秋收陆续开镰，机械开进田野。"
SCHOOL = "本报讯 城南小学昨日开学，千名新生走进教室，操场铺上草坪。"
LINES = [BRIDGE, HARVEST, "新桥建成通车", "图为稻谷", "□记者 谭宁", "■牙科门诊预约", "（下转第二版）"]


def placed(sheet: Sheet) -> Placing:
    return place(sheet, find_bodies(sheet))


def page(*blocks: str) -> str:
    return "\n\n".join(blocks)


def words(at: int, count: int) -> str:
    """Han characters that no other story of a test has."""
    return "".join(chr(0x4E00 + 40 * at + step) for step in range(count))


def test_a_blank_page_has_nothing_to_place() -> None:
    assert placed(cast("", "")) == Placing((), (), (), (), {})


def test_headlines_before_their_bodies() -> None:
    text = page("新桥建成通车", BRIDGE, "稻谷秋收开镰", HARVEST, "城南小学开学", SCHOOL)
    assert placed(cast(text, "dododo")).owner == (0, 1, 2)


def test_headlines_after_their_bodies() -> None:
    text = page(BRIDGE, "新桥建成通车", HARVEST, "稻谷秋收开镰", SCHOOL, "城南小学开学")
    assert placed(cast(text, "ododod")).owner == (0, 1, 2)


def test_headlines_that_close_the_page_in_another_order() -> None:
    more = ("桥头绿地同日开放。", "粮站早已腾空仓房。", "课本前一天已经发齐。")
    bodies = ("\n".join(body) for body in zip((BRIDGE, HARVEST, SCHOOL), more, strict=True))
    text = page(*bodies, "城南小学开学", "新桥建成通车", "稻谷秋收开镰")
    assert placed(cast(text, "ooooooddd")).owner == (2, 0, 1)


def test_where_words_say_nothing_the_habit_of_the_page_decides() -> None:
    text = page("新桥建成通车", BRIDGE, "稻谷秋收开镰", HARVEST, "春风化雨", SCHOOL)
    assert placed(cast(text, "dododo")).owner == (0, 1, 2)
    text = page(BRIDGE, "新桥建成通车", HARVEST, "稻谷秋收开镰", SCHOOL, "春风化雨")
    assert placed(cast(text, "ododod")).owner == (0, 1, 2)


def test_a_byline_between_a_headline_and_its_body_changes_nothing() -> None:
    text = page("春风化雨", "□记者 谭宁", BRIDGE, "夏日炎炎", "□记者 王娇", HARVEST)
    assert placed(cast(text, "dbodbo")).owner == (0, 1)


def test_a_headline_between_its_byline_and_its_body_stands_before_the_body() -> None:
    rest = ("稻谷秋收开镰", "□记者 王娇", HARVEST, "城南小学开学", "□记者 李明", SCHOOL)
    above = placed(cast(page("□记者 谭宁", "春风化雨", BRIDGE, *rest), "bdodbodbo"))
    below = placed(cast(page("春风化雨", "□记者 谭宁", BRIDGE, *rest), "dbodbodbo"))
    assert above.owner == below.owner == (0, 1, 2)
    # a byline that is passed changes how far away the other bodies are, and nothing else
    assert above.margin == pytest.approx(below.margin, abs=1.0)


def test_a_display_line_among_the_paragraphs_of_a_body_is_its_subhead() -> None:
    text = page("新桥建成通车", BRIDGE, "两岸往来", "两岸往来更加方便，新桥建成通车。")
    placing = placed(cast(text, "dodo"))
    assert placing.owner == (0, None)
    assert [group.inner for group in placing.groups] == [None, 0]


def test_a_display_line_that_parts_a_sentence_is_no_subhead() -> None:
    text = (
        "本报讯 今天上午，横跨两岸的\n稻谷秋收开镰\n新桥建成通车。\n两岸往来更加方便。\n□记者 谭宁\n"
        + HARVEST
    )
    placing = placed(cast(text, "fdlobo"))
    assert [group.inner for group in placing.groups] == [None]
    assert placing.owner == (1,)


def test_margins_are_the_surer_the_more_is_shared() -> None:
    sure = placed(cast(page("横跨两岸新桥建成通车", BRIDGE, HARVEST), "doo"))
    unsure = placed(cast(page("春风化雨", BRIDGE, HARVEST), "doo"))
    assert sure.margin[0] > unsure.margin[0] > 0


def test_headlines_without_any_body_belong_to_nobody() -> None:
    placing = placed(cast(page("新桥建成通车", "稻谷秋收开镰"), "dd"))
    assert placing.bodies == ()
    assert set(placing.owner) == {None}


def test_key_points_of_no_body_make_a_body_that_can_have_a_headline() -> None:
    text = page("新桥建成通车", BRIDGE, "牙科门诊", "■牙科门诊预约", "■门诊办证指南")
    placing = placed(cast(text, "dodhh"))
    assert len(placing.bodies) == 2
    assert placing.owner == (0, 1)
    assert placing.extras == {3: 1, 4: 1}


def test_a_text_of_more_articles_than_a_page_has_is_placed_all_the_same() -> None:
    count = 2 * MOST_BODIES + 5
    stories = [page(words(at, 6), f"图为{words(at, 9)}", f"本报讯 {words(at, 12)}。") for at in range(count)]
    placing = placed(cast(page(*stories), "dco" * count))
    assert len(placing.bodies) == count
    assert placing.owner == tuple(range(count))
    assert placing.extras == {3 * at + 1: at for at in range(count)}


def test_subheads_of_later_sections_keep_their_bodies() -> None:
    count = 2 * MOST_BODIES
    parts = [(words(at, 6), words(at, 12), words(at, 4)) for at in range(count)]
    stories = [page(head, f"本报讯 {body}。", sub, f"{body}。") for head, body, sub in parts]
    placing = placed(cast(page(*stories), "dodo" * count))
    assert placing.owner == tuple(part for at in range(count) for part in (at, None))
    assert [group.inner for group in placing.groups] == [part for at in range(count) for part in (None, at)]


@given(st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(ROLES)), max_size=25))
def test_everything_has_at_most_one_place(rows: list[tuple[str, Role]]) -> None:
    sheet = cast("\n".join(line for line, _ in rows), [role for _, role in rows])
    placing = placed(sheet)
    bodies = range(len(placing.bodies))
    assert len(placing.groups) == len(placing.owner) == len(placing.margin)
    assert all(who is None or who in bodies for who in placing.owner)
    extras = [
        at for at, piece in enumerate(sheet.pieces) if piece.kind in {PieceKind.CAPTION, PieceKind.HIGHLIGHT}
    ]
    assert sorted(placing.extras) == extras
    assert set(placing.extras.values()) <= set(bodies)
    paragraphs = [at for body in placing.bodies for at in body.paragraphs]
    assert sorted(paragraphs) == [
        at for at, piece in enumerate(sheet.pieces) if piece.kind is PieceKind.PARAGRAPH
    ]
