from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import paperparse as pp
from paperparse.layout.torn import join_torn
from paperparse.text.lines import Row, line_up, split_rows, stretches

COLUMN = ["书记说：“要由群众评价、", "时，书记看望了各地代表。"]


def joined(*rows: str) -> list[str]:
    text = "\n".join(rows)
    return [text[row.start : row.end] for row in join_torn(text, list(split_rows(text)))]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [("由实践来检验。", "”在河南考察"), ("根据条例（", "《紧急法》"), ("《紧急法》", "）的规定")],
    ids=["closing sign", "opening sign", "bracket alone"],
)
def test_a_row_that_kinsoku_forbids_goes_on_with_the_other(upper: str, lower: str) -> None:
    assert joined(COLUMN[0], upper, lower, COLUMN[1]) == [COLUMN[0], f"{upper}\n{lower}", COLUMN[1]]


def test_a_line_torn_twice_is_one() -> None:
    assert (
        joined(COLUMN[0], "条例（", "《紧急法》", "），订立", COLUMN[1])[1] == "条例（\n《紧急法》\n），订立"
    )


def test_where_lines_were_torn_for_certain_others_are_joined_between_two_signs() -> None:
    torn = ["由实践来检验。", "”在河南考察", "《海河人家》", "《船歌》开演", "根据条例（", "《紧急法》"]
    assert joined(COLUMN[0], *torn, COLUMN[1])[2] == "《海河人家》\n《船歌》开演"
    assert joined(COLUMN[0], *torn[2:4], COLUMN[1])[1] == "《海河人家》"


def test_a_full_row_was_not_torn() -> None:
    rows = [COLUMN[0], "这座大桥今天正式建成通车", "，两岸的居民一早赶来看桥", COLUMN[1]]
    assert joined(*rows) == rows


@pytest.mark.parametrize("between", ["", "\f"])
def test_a_blank_row_or_a_new_page_parts_rows(between: str) -> None:
    rows = [COLUMN[0], "由实践来检验。", between, "”在河南考察", COLUMN[1]]
    assert joined(*rows)[1] == "由实践来检验。"


def test_rows_of_one_column_are_not_joined_over_those_of_another() -> None:
    torn = f"由实践来检验。\n”在河南考察\n根据条例（\n《紧急法》\n{COLUMN[0]}\n"
    page = f"{torn}《海河人家》 | 今天上午\n《船歌》开演 | 新桥通车\n"
    left = [Row(at, at + 6) for at in (page.index("《海"), page.index("《船"))]
    rows = join_torn(page, [*split_rows(torn), *left])
    assert rows[-2:] == left


def test_a_torn_line_is_as_wide_as_its_pieces() -> None:
    text = "由实践来检验。\n”在河南考察"
    (line,) = line_up(text, join_torn(text + "\n" + COLUMN[0], list(split_rows(text + "\n" + COLUMN[0])))[:1])
    assert (line.wide, line.torn) == (13.0, True)
    assert [text[low:high] for low, high in stretches(text, line)] == text.split("\n")


def test_a_torn_paragraph_comes_back_whole() -> None:
    rows = [
        "新桥今日通车",
        "",
        "本报5月12日讯 今天上午，新桥",
        "建成通车。书记说：“这座桥好不",
        "好，要由群众来评价、由实践来检",
        "验。",
        "”两岸的居民一早就赶来看桥，",
        "一直站到了中午。",
    ]
    (article,) = pp.parse("\n".join(rows)).articles
    assert article.body[0].text.endswith("由实践来检验。”两岸的居民一早就赶来看桥，一直站到了中午。")
    assert not any("\n" in block.text for block in article.body)


@given(st.text("天地，。“”（）《》\n\f 　", max_size=60))
def test_nothing_is_lost_and_nothing_twice(text: str) -> None:
    rows = join_torn(text, list(split_rows(text)))
    kept = "".join(text[row.start : row.end] for row in rows)
    assert "".join(kept.split()) == "".join(text.split())
