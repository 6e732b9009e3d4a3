"""How a text begins, and how it ends."""

import pytest

from paperparse.text.edges import lean_start, load_edges
from paperparse.text.fold import fold


def lean_end(text: str) -> float:
    """How much a text looks like the whole of a headline, as far as its end goes."""
    return load_edges("ends").get(text[-1:], 0.0)


@pytest.mark.parametrize("text", ["今天上午,新桥通车。", "据了解,新桥", "近年来", "本报记者"])
def test_what_opens_paragraphs_leans_one_way(text: str) -> None:
    assert lean_start(text) > 0


@pytest.mark.parametrize("text", ["了一座新桥", "们不用绕行", "的两岸", "者说"])
def test_what_goes_on_leans_the_other(text: str) -> None:
    assert lean_start(text) < 0


@pytest.mark.parametrize("text", ["", "2019年", "“新桥", "Q"])
def test_what_says_nothing_leans_nowhere(text: str) -> None:
    assert lean_start(text) == 0


@pytest.mark.parametrize("text", ["新桥工程推进会", "李强同他通话", "一条回家的道"])
def test_what_ends_headlines_leans_one_way(text: str) -> None:
    assert lean_end(text) > 0


@pytest.mark.parametrize("text", ["新桥工程推进的", "两岸居民不", "项目建设是"])
def test_what_goes_on_below_leans_the_other(text: str) -> None:
    assert lean_end(text) < 0


@pytest.mark.parametrize("text", ["", "2019", "新桥”", "Q"])
def test_what_ends_in_no_han_character_leans_nowhere(text: str) -> None:
    assert lean_end(text) == 0


@pytest.mark.parametrize("edge", ["starts", "ends"])
def test_the_table_is_folded_and_every_row_says_something(edge: str) -> None:
    table = load_edges(edge)
    assert [char for char in table if fold(char) != char] == []
    assert all(0.5 < abs(value) <= 3 for value in table.values())
