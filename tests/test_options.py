"""What options take and refuse."""

from pathlib import Path
from typing import Any

import pytest

import paperparse as pp


def test_any_sequence_of_names_will_do() -> None:
    names: Any = ["mainland"]
    assert pp.Options(conventions=names) == pp.Options()


@pytest.mark.parametrize("names", ["mainland", (5,), (Path("mine.toml"),)])
def test_names_are_strings_and_several(names: Any) -> None:  # noqa: ANN401  # what no type checker lets through
    with pytest.raises(TypeError):
        pp.Options(conventions=names)


def test_marks_cannot_be_read_by_no_table() -> None:
    with pytest.raises(ValueError, match="no table"):
        pp.Options(conventions=())


def test_an_encoding_is_a_name() -> None:
    encoding: Any = 5
    with pytest.raises(TypeError, match="named by a string"):
        pp.Options(encoding=encoding)
