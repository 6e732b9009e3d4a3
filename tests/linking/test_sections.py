"""Lettered sections told from what jump lines ask for."""

from paperparse.linking.names import PageName, name_pages
from paperparse.linking.sections import Ask, begin_sections
from paperparse.model import Page

BLANK = [Page("", index) for index in range(4)]


def ask(page: int, letters: str, number: int, *, onward: bool) -> Ask:
    return Ask(page, PageName(letters, number), onward)


def test_a_later_section_begins_where_most_lines_point_the_right_way() -> None:
    asks = [ask(0, "B", 1, onward=True), ask(1, "B", 2, onward=True), ask(2, "A", 2, onward=False)]
    found = begin_sections(asks, [None] * 4)
    assert found["A"] == (0,)
    assert set(found["B"]) == {1, 2}


def test_one_section_needs_none() -> None:
    asks = [ask(0, "A", 2, onward=True), ask(1, "A", 1, onward=False)]
    assert begin_sections(asks, [None, None]) == {}


def test_letters_that_are_printed_are_not_guessed() -> None:
    asks = [ask(0, "B", 1, onward=True)]
    assert begin_sections(asks, [PageName("A", 1), PageName("B", 1)]) == {}


def test_lines_without_letters_say_nothing() -> None:
    assert begin_sections([ask(0, "", 3, onward=True)], [None] * 4) == {}


def test_pages_answer_to_the_names_their_section_gives_them() -> None:
    asks = [ask(1, "B", 1, onward=True), ask(3, "A", 2, onward=False), ask(2, "A", 1, onward=False)]
    names = name_pages(BLANK, asks)
    assert names.pages_of(PageName("B", 1)) == (2, 3)
    assert 1 in names.pages_of(PageName("A", 2))
    assert names.pages_of(PageName("B", 7)) == ()
