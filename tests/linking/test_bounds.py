import datetime as dt

from paperparse.linking.bounds import begins_issue
from paperparse.model import Page

MONDAY, TUESDAY = dt.date(2025, 5, 12), dt.date(2025, 5, 13)


def page(text: str, number: str | None = None, date: dt.date | None = None) -> Page:
    return Page(text, number=number, date=date)


def test_another_date_begins_an_issue() -> None:
    assert begins_issue(page("乙", "1", TUESDAY), [page("甲", "1", MONDAY)])
    assert not begins_issue(page("乙", "2", MONDAY), [page("甲", "1", MONDAY)])


def test_a_date_misread_on_the_page_that_is_next_in_turn_does_not() -> None:
    assert not begins_issue(page("乙", "2", TUESDAY), [page("甲", "1", MONDAY)])


def test_without_dates_a_number_that_comes_again_begins_an_issue() -> None:
    assert begins_issue(page("丙", "1"), [page("甲", "1"), page("乙", "2")])
    assert begins_issue(page("丙", "第一版"), [page("甲", "1"), page("乙")])
    assert not begins_issue(page("丙", "B1"), [page("甲", "A1")])


def test_a_page_given_twice_begins_nothing() -> None:
    assert not begins_issue(page("甲 乙", "1"), [page("甲乙", "1"), page("丙", "2")])


def test_a_page_that_says_nothing_goes_with_the_one_before() -> None:
    assert not begins_issue(page("乙"), [page("甲", "1", MONDAY)])
