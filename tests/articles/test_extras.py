from pages import cast

from paperparse.articles.bodies import Body, find_bodies
from paperparse.articles.extras import adopt, place_extras
from paperparse.articles.sheet import Sheet

BRIDGE = "本报讯 今天上午，横跨两岸的新桥建成通车，两岸往来更加方便。"
HARVEST = "本报讯 田野里的稻谷熟了，各乡秋收陆续开镰，机械开进田野。"


def placed(sheet: Sheet) -> tuple[dict[int, int], list[Body]]:
    return place_extras(sheet, range(len(sheet.pieces)), find_bodies(sheet))


def page(*blocks: str) -> str:
    return "\n\n".join(blocks)


def test_a_page_without_captions_and_key_points_has_no_extras() -> None:
    assert placed(cast(page("新桥通车", BRIDGE), "do")) == ({}, [])
    assert placed(cast("", "")) == ({}, [])


def test_a_caption_goes_to_the_body_it_speaks_of_wherever_it_stands() -> None:
    text = page("图为新桥建成通车", HARVEST, "新桥通车", BRIDGE, "图为田野里的稻谷，秋收开镰")
    owner, briefs = placed(cast(text, "codoc"))
    assert (owner, briefs) == ({0: 1, 4: 0}, [])


def test_a_caption_that_shares_most_of_its_pairs_with_the_only_body_belongs_to_it() -> None:
    assert placed(cast(page("图为新桥建成通车", BRIDGE), "co")) == ({0: 0}, [])


def test_a_key_point_goes_to_the_body_it_speaks_of() -> None:
    text = page(HARVEST, "新桥通车", BRIDGE, "■新桥建成，两岸往来更加方便")
    assert placed(cast(text, "odoh")) == ({3: 1}, [])


def test_a_caption_inside_a_body_belongs_to_it_whatever_it_says() -> None:
    text = page(BRIDGE, "摄影爱好者留念", "两岸往来更加方便。")
    assert placed(cast(text, "oco")) == ({1: 0}, [])


def test_key_points_that_speak_of_no_body_are_a_brief_together() -> None:
    text = page(BRIDGE, "■牙科门诊预约", "■市民办证指南", "稻谷熟了", HARVEST)
    owner, briefs = placed(cast(text, "ohhdo"))
    assert owner == {1: 2, 2: 2}
    assert [(brief.first, brief.last, brief.paragraphs) for brief in briefs] == [(1, 2, ())]
    assert {"门诊", "办证"} <= briefs[0].grams


def test_key_points_beside_the_only_body_belong_to_it() -> None:
    text = page("■牙科门诊预约", BRIDGE, "■市民办证指南")
    owner, briefs = placed(cast(text, "hoh"))
    assert (owner, briefs) == ({0: 0, 2: 0}, [])


def test_loose_key_points_with_something_between_are_two_briefs() -> None:
    text = page("■牙科门诊预约", "新桥通车", BRIDGE, "市民欢庆", "■市民办证指南")
    owner, briefs = placed(cast(text, "hdodh"))
    assert owner == {0: 1, 4: 2}
    assert [(brief.first, brief.last) for brief in briefs] == [(0, 0), (4, 4)]


def test_a_key_point_that_belongs_parts_two_that_do_not() -> None:
    text = page("■牙科门诊预约", "■新桥建成，两岸往来更加方便", "■市民办证指南", "新桥通车", BRIDGE)
    owner, briefs = placed(cast(text, "hhhdo"))
    assert owner == {0: 1, 1: 0, 2: 2}
    assert len(briefs) == 2


def test_a_page_of_captions_alone_is_one_brief() -> None:
    owner, briefs = placed(cast("图为新桥\n图为稻谷", "cc"))
    assert owner == {0: 0, 1: 0}
    assert [(brief.first, brief.last) for brief in briefs] == [(0, 1)]


def test_only_the_pieces_asked_for_are_placed() -> None:
    sheet = cast(page("新桥建成通车，两岸往来方便", BRIDGE, "新桥建成通车"), "coc")
    owner, _ = place_extras(sheet, range(2), find_bodies(sheet))
    assert owner == {0: 0}


def test_a_picture_before_a_headline_is_of_the_body_that_alone_holds_its_words() -> None:
    text = page("横跨两岸，渡口老屋旁的黄昏", "新桥通车", BRIDGE, "秋收开镰", HARVEST)
    sheet = cast(text, "cdodo")
    bodies = find_bodies(sheet)
    owner, briefs = place_extras(sheet, range(len(sheet.pieces)), bodies)
    assert owner == {0: len(bodies)}
    kept, extras, _ = adopt(sheet, bodies, briefs, owner, set())
    assert (kept, extras) == ([], {0: 0})


def test_a_picture_that_shares_nothing_stays_a_brief_before_a_headline() -> None:
    text = page("摄影爱好者留念", "新桥通车", BRIDGE, "秋收开镰", HARVEST)
    sheet = cast(text, "cdodo")
    bodies = find_bodies(sheet)
    owner, briefs = place_extras(sheet, range(len(sheet.pieces)), bodies)
    kept, extras, _ = adopt(sheet, bodies, briefs, owner, set())
    assert (kept, extras) == (briefs, owner)
