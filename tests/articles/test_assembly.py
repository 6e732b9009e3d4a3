import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from pages import cast, owners, tables

from paperparse.articles.assembly import assemble
from paperparse.articles.bodies import find_bodies
from paperparse.articles.placing import place
from paperparse.articles.sheet import Sheet
from paperparse.layout.reflow import PieceKind
from paperparse.layout.roles import ROLES, Role
from paperparse.model import Article, Furniture, FurnitureKind, NoteCode, Span

BRIDGE = "今天上午，横跨两岸的新桥建成通车，两岸往来更加方便。"
HARVEST = "田野里的稻谷熟了，各乡秋收陆续开镰，机械开进田野。"
LINES = [
    BRIDGE,
    "本报讯 " + HARVEST,
    "新桥建成通车",
    "图为新桥。 谭宁摄",
    "□记者 谭宁",
    "■牙科门诊预约",
    "（下转第二版）",
    "（上接第一版）",
    "（上接第一版）" + BRIDGE,
    HARVEST + "（下转第二版）",
    "2版 要闻",
    "横跨两岸的",
    "\x00",
]


def built(sheet: Sheet) -> tuple[tuple[Article, ...], tuple[Furniture, ...]]:
    return assemble(sheet, place(sheet, find_bodies(sheet)), tables())


def page(*blocks: str) -> str:
    return "\n\n".join(blocks)


def codes(article: Article) -> set[NoteCode]:
    return {note.code for note in article.notes}


def test_a_blank_page_has_neither_articles_nor_furniture() -> None:
    assert built(cast("", "")) == ((), ())


def test_an_article_with_everything() -> None:
    text = page(
        "新桥建成通车",
        "□记者 谭宁",
        "本报5月12日讯 " + BRIDGE,
        "两岸往来方便",
        "新桥横跨两岸，今天建成通车，往来更加方便。（下转第二版）",
        "图为横跨两岸的新桥建成通车，往来更加方便。 王娇摄",
        "■新桥建成通车，两岸往来更加方便",
    )
    (article,), furniture = built(cast(text, "dbodoch"))
    assert furniture == ()
    assert [passage.text for passage in article.headline.main] == ["新桥建成通车"]
    assert [byline.names for byline in article.bylines] == [("谭宁",)]
    assert article.dateline is not None
    assert [(block.kind.value, block.text[:2]) for block in article.body] == [
        ("paragraph", "今天"),
        ("subhead", "两岸"),
        ("paragraph", "新桥"),
    ]
    assert article.continued_to is not None
    assert [byline.names for caption in article.captions for byline in caption.credit] == [("王娇",)]
    assert [passage.text for passage in article.highlights] == ["新桥建成通车，两岸往来更加方便"]
    assert codes(article) == {NoteCode.CONTINUATION_OPEN}


def test_articles_stand_in_the_order_of_their_bodies_and_are_named_by_it() -> None:
    bridge, harvest = f"本报讯 {BRIDGE}\n桥头绿地同日开放。", f"本报讯 {HARVEST}\n粮站早已腾空仓房。"
    articles, _ = built(cast(page(bridge, harvest, "稻谷秋收开镰", "新桥建成通车"), "oooodd"))
    assert [(article.id, article.headline.text) for article in articles] == [
        ("p0a0", "新桥建成通车"),
        ("p0a1", "稻谷秋收开镰"),
    ]


def test_a_brief_of_key_points_stands_where_it_begins() -> None:
    text = page("牙科门诊", "■牙科门诊预约", "■门诊办证指南", "新桥建成通车", BRIDGE)
    articles, _ = built(cast(text, "dhhdo"))
    assert [article.headline.text for article in articles] == ["牙科门诊", "新桥建成通车"]
    assert [len(article.highlights) for article in articles] == [2, 0]


def test_an_article_owns_its_spans_in_the_order_printed() -> None:
    text = page(BRIDGE, "新桥建成通车", "□记者 谭宁")
    (article,), _ = built(cast(text, "odb"))
    assert list(article.spans) == sorted(article.spans)
    assert article.spans[0] == Span(0, 0, len(BRIDGE))


def test_a_headline_without_any_body_becomes_furniture_and_is_not_lost() -> None:
    articles, furniture = built(cast("新桥建成通车\n\n稻谷秋收开镰", "dd"))
    assert articles == ()
    assert "".join(piece.text for piece in furniture).split() == ["新桥建成通车", "稻谷秋收开镰"]
    assert {piece.kind for piece in furniture} == {FurnitureKind.UNKNOWN}


def test_a_byline_without_any_body_becomes_furniture_and_is_not_lost() -> None:
    articles, furniture = built(cast("□记者 谭宁", "b"))
    assert articles == ()
    assert [piece.text for piece in furniture] == ["□记者 谭宁"]


def test_a_byline_that_cannot_be_read_becomes_furniture() -> None:
    (article,), furniture = built(cast(page("横跨两岸新桥", BRIDGE), "bo"))
    assert article.bylines == ()
    assert [piece.text for piece in furniture] == ["横跨两岸新桥"]


def test_a_jump_line_goes_to_the_body_it_points_from() -> None:
    text = page(BRIDGE, "（下转第二版）", "（上接第一版）", HARVEST)
    articles, furniture = built(cast(text, "ojjo"))
    assert furniture == ()
    first, second = articles
    assert first.continued_to is not None
    assert second.continued_from is not None
    assert (first.continued_from, second.continued_to) == (None, None)


def test_jump_lines_right_under_one_another_are_two() -> None:
    first, second = built(cast(f"{BRIDGE}\n（下转第二版）\n（上接第一版）\n{HARVEST}", "ojjo"))[0]
    assert first.continued_to is not None
    assert second.continued_from is not None


def test_a_second_jump_line_of_a_direction_becomes_furniture() -> None:
    (article,), furniture = built(cast(page(BRIDGE, "（下转第二版）", "（下转第三版）"), "ojj"))
    assert article.continued_to is not None
    assert article.continued_to.page == "2"
    assert [piece.text for piece in furniture] == ["（下转第三版）"]


def test_a_jump_line_with_nothing_to_point_from_becomes_furniture() -> None:
    articles, furniture = built(cast(page("（下转第二版）", BRIDGE, "（上接第一版）"), "joj"))
    assert [(article.continued_from, article.continued_to) for article in articles] == [(None, None)]
    assert [piece.text for piece in furniture] == ["（下转第二版）", "（上接第一版）"]


def test_a_byline_above_a_jump_line_does_not_send_it_to_the_next_article() -> None:
    text = page("□记者 谭宁", "（上接第一版）", BRIDGE, "稻谷秋收开镰", "□记者 王娇", "本报讯 " + HARVEST)
    first, second = built(cast(text, "bjodbo"))[0]
    assert first.continued_from is not None
    assert second.continued_from is None


def test_a_jump_line_broken_by_a_line_end_is_one() -> None:
    (article,), furniture = built(cast(f"{BRIDGE}\n（下转\n第二版）", "ojj"))
    assert furniture == ()
    assert article.continued_to is not None
    assert article.continued_to.page == "2"


def test_an_article_without_a_headline_says_so() -> None:
    (article,), _ = built(cast(BRIDGE, "o"))
    assert codes(article) == {NoteCode.HEADLINE_MISSING}


def test_a_continuation_needs_no_headline() -> None:
    (article,), _ = built(cast("（上接第一版）" + BRIDGE, "o"))
    assert codes(article) == {NoteCode.CONTINUATION_OPEN}


@pytest.mark.parametrize(
    ("roles", "code"), [("fi", NoteCode.ENDS_MID_SENTENCE), ("il", NoteCode.STARTS_MID_SENTENCE)]
)
def test_a_body_without_its_beginning_or_end_says_so(roles: str, code: NoteCode) -> None:
    (article,), _ = built(cast("今天上午，横跨两岸的\n新桥建成通车", roles))
    assert code in codes(article)


def test_a_headline_that_another_place_would_suit_as_well_is_doubtful() -> None:
    sheet = cast(page("新桥建成通车", BRIDGE), "do")
    placing = place(sheet, find_bodies(sheet))
    (sure,), _ = assemble(sheet, evolve(placing, margin=(9.0,)), tables())
    (doubtful,), _ = assemble(sheet, evolve(placing, margin=(0.1,)), tables())
    assert codes(sure) == set()
    assert codes(doubtful) == {NoteCode.HEADLINE_DOUBTFUL}
    assert doubtful.confidence < sure.confidence


@given(st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(ROLES), st.booleans()), max_size=20))
def test_whatever_the_roles_every_character_has_one_owner(rows: list[tuple[str, Role, bool]]) -> None:
    text = "\n".join("\n" * gap + line for line, _, gap in rows)
    sheet = cast(text, [role for _, role, _ in rows])
    articles, furniture = built(sheet)
    count = owners(text, articles, furniture)
    for piece in sheet.pieces:
        # furniture is not the business of this room
        for line in piece.lines if piece.kind is PieceKind.FURNITURE else ():
            for at in range(sheet.lines[line].start, sheet.lines[line].end):
                count[at] = count.get(at, 0) + 1
    assert {at: owned for at, owned in count.items() if owned != 1 and not text[at].isspace()} == {}
    assert [article.id for article in articles] == [f"p0a{at}" for at in range(len(articles))]
    assert all(0 <= article.confidence <= 1 for article in articles)
