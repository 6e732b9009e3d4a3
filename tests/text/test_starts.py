"""How a text begins."""

import pytest

from paperparse.text.fold import fold
from paperparse.text.starts import lean, load_starts


@pytest.mark.parametrize("text", ["今天上午,新桥通车。", "据了解,新桥", "近年来", "本报记者"])
def test_what_opens_paragraphs_leans_one_way(text: str) -> None:
    assert lean(text) > 0


@pytest.mark.parametrize("text", ["了一座新桥", "们不用绕行", "的两岸", "者说"])
def test_what_goes_on_leans_the_other(text: str) -> None:
    assert lean(text) < 0


@pytest.mark.parametrize("text", ["", "2019年", "“新桥", "Q"])
def test_what_says_nothing_leans_nowhere(text: str) -> None:
    assert lean(text) == 0


def test_the_table_is_folded_and_every_row_says_something() -> None:
    table = load_starts()
    assert [char for char in table if fold(char) != char] == []
    assert all(0.5 < abs(value) <= 3 for value in table.values())
