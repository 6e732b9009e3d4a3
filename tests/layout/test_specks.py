"""Rows of nothing, and rows that only look like them."""

import pytest

import paperparse as pp
from paperparse.layout.specks import part_specks
from paperparse.model import FurnitureKind, NoteCode
from paperparse.text.fold import fold
from paperparse.text.lines import split_lines

UPPER = "今天上午新桥建成通车，两岸"
LOWER = "居民来往不用再绕行。"


def specks(text: str) -> list[int]:
    lines = split_lines(text)
    found = {speck.start for speck in part_specks(fold(text), lines)[1]}
    return [at for at, line in enumerate(lines) if line.start in found]


@pytest.mark.parametrize("speck", ["ee", "J", "1", "_", "·", "~", "|", "、", "了", "十", "丨"])
def test_a_letter_or_two_a_sign_and_a_character_of_few_strokes_say_nothing(speck: str) -> None:
    assert specks(f"{UPPER}\n{speck}\n{LOWER}") == [1]


@pytest.mark.parametrize("row", ["2019", "GDP增", "心。", "鹅", "12", "今天"])
def test_what_says_something_is_none(row: str) -> None:
    assert specks(f"{UPPER}\n{row}\n{LOWER}") == []


@pytest.mark.parametrize("text", [f"努力提高人民生活的水\n平\n{LOWER}", f"{UPPER}\n\n上\n海今天举行会议"])
def test_a_character_that_goes_with_its_neighbour_is_none(text: str) -> None:
    assert specks(text) == []


def test_a_headline_set_downwards_is_none() -> None:
    assert specks(f"{UPPER}\n十\n\n一\n\n人\n\n“\n{LOWER}") == []


@pytest.mark.parametrize("row", ["。”", "）。", "？”", "……", "《", "”", "！"])
def test_signs_of_a_sentence_are_none(row: str) -> None:
    assert specks(f"{UPPER}\n{row}\n{LOWER}") == []


@pytest.mark.parametrize("numbers", ["123", "一二三", "AB", "12"])
def test_what_counts_the_sections_of_an_article_is_none(numbers: str) -> None:
    assert specks("\n".join(f"{number}\n{UPPER}\n{LOWER}" for number in numbers)) == []


def test_one_number_by_itself_and_such_as_do_not_count_are_specks() -> None:
    assert specks(f"{UPPER}\n1\n{LOWER}\n{UPPER}\n7\n{LOWER}") == [1, 4]


@pytest.mark.parametrize("headline", ["人", "山"])
def test_a_character_with_blank_rows_around_it_is_none(headline: str) -> None:
    assert specks(f"{LOWER}\n\n{headline}\n\n□记者 谭宁\n{UPPER}\n{LOWER}") == []


def test_a_full_stop_on_a_row_of_its_own_ends_its_paragraph() -> None:
    page = pp.parse(
        f"新桥通车\n□记者 谭宁\n　　他说：“{UPPER}居民\n来往不用再绕行\n。”\n　　{UPPER}居民来\n{LOWER}"
    )
    quoted, _ = page.articles[0].body
    assert quoted.text.endswith("不用再绕行。”")


def test_the_gap_above_a_speck_is_kept() -> None:
    text = f"{UPPER}\n\n\nee\n\n{LOWER}"
    lines, _ = part_specks(fold(text), split_lines(text))
    assert [line.gap for line in lines] == [0, 2]


def test_a_page_of_nothing_else() -> None:
    assert specks("") == []
    assert specks("ee") == [0]


@pytest.mark.parametrize("speck", ["ee", "了", "~"])
def test_a_paragraph_goes_on_below_a_speck_and_nothing_is_lost(speck: str) -> None:
    rows = ["新桥通车", "□记者 谭宁", *(f"　　{UPPER}", "街坊说这座桥盼了二十年了，", speck, LOWER) * 2]
    page = pp.parse("\n".join(rows))
    (article,) = page.articles
    assert [block.text for block in article.body] == [f"{UPPER}街坊说这座桥盼了二十年了，{LOWER}"] * 2
    assert [(piece.kind, piece.text) for piece in page.furniture] == [(FurnitureKind.UNKNOWN, speck)] * 2
    assert [note.code for note in page.notes] == [NoteCode.UNPLACED_TEXT] * 2
