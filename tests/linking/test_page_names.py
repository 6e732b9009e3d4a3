import pytest

from paperparse.linking.names import PageName, name_of, name_pages
from paperparse.model import Page


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("第二版", "2"),
        ("2", "2"),
        ("02版", "2"),
        ("A03", "A3"),
        ("Ａ０３", "A3"),
        ("P04", "4"),
        ("第十二版", "12"),
        ("头版", "1"),
        ("B", "B"),
        ("A叠03", "A3"),
        ("要闻", None),
        ("", None),
    ],
)
def test_names_compare_however_they_are_printed(text: str, name: str | None) -> None:
    found = name_of(text)
    assert (None if found is None else str(found)) == name


@pytest.mark.parametrize(
    ("one", "two", "agree"),
    [
        (PageName("A", 3), PageName("A", 3), True),
        (PageName("A", 3), PageName("", 3), True),
        (PageName("A", 3), PageName("B", 3), False),
        (PageName("", 3), PageName("", 4), False),
        (PageName("B", None), PageName("", None), False),
        (PageName("B", None), PageName("B", None), True),
    ],
)
def test_a_letter_may_be_left_out_but_not_changed(one: PageName, two: PageName, agree: bool) -> None:  # noqa: FBT001
    assert one.agrees(two) is two.agrees(one) is agree


def pages(*numbers: str | None) -> list[Page]:
    return [Page("", index, number=number) for index, number in enumerate(numbers)]


def names(*numbers: str | None) -> list[list[str]]:
    return [[str(name) for name in names] for names in name_pages(pages(*numbers)).names]


def test_without_folios_the_order_counts() -> None:
    assert names(None, None, None) == [["1"], ["2"], ["3"]]


def test_a_page_without_a_folio_is_counted_from_its_neighbours() -> None:
    assert names("A3", None, "A5") == [["A3"], ["A4"], ["A5"]]
    assert names(None, "A2") == [["A1"], ["A2"]]


def test_a_folio_at_odds_with_both_neighbours_leaves_both_names() -> None:
    assert names("1", "8", "3") == [["1"], ["8", "2"], ["3"]]


def test_a_folio_is_believed_where_neighbours_do_not_agree() -> None:
    assert names("A1", "A2", "B1", "B2") == [["A1"], ["A2"], ["B1"], ["B2"]]


def test_a_name_that_no_page_has_may_be_any_that_prints_none() -> None:
    found = name_pages(pages("A1", None, None))
    assert found.pages_of(PageName("B", 1)) == ()
    assert found.may_be(PageName("B", 1)) == (1, 2)
    assert found.may_be(PageName("A", 1)) == (0,)
