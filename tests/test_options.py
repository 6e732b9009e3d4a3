"""What options take and refuse."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import paperparse as pp


def test_any_sequence_of_names_will_do() -> None:
    names: Any = ["mainland"]
    assert pp.Options(conventions=names).conventions == ("mainland",)


class BytesPath:
    def __fspath__(self) -> bytes:
        return b"mine.toml"


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("mainland", r"write \('mainland',\)"),
        (b"mainland", "not one"),
        (Path("mine.toml"), "not one"),
        (None, "not NoneType"),
        (5, "not int"),
        ((5,), "not int"),
        ((BytesPath(),), "not BytesPath"),
    ],
)
def test_tables_are_named_by_strings_and_paths(names: Any, words: str) -> None:  # noqa: ANN401  # what no type checker lets through
    with pytest.raises(TypeError, match=words) as caught:
        pp.Options(conventions=names)
    assert isinstance(caught.value, pp.PaperParseError)


def test_a_path_is_as_good_as_its_string() -> None:
    path: Any = (Path("tables") / "mine.toml",)
    assert pp.Options(conventions=path) == pp.Options(conventions=(str(path[0]),))


def test_a_path_must_be_one_of_a_table() -> None:
    path: Any = (Path("mine.yaml"),)
    with pytest.raises(pp.ConventionError, match=r"mine\.yaml: .* ends in \.toml"):
        pp.Options(conventions=path)


def test_marks_cannot_be_read_by_no_table() -> None:
    with pytest.raises(pp.ConventionError, match="no table"):
        pp.Options(conventions=())


@pytest.mark.parametrize("script", ["", "Simplified", "zh-Hans", 5, {"simplified"}])
def test_a_script_is_one_of_two(script: Any) -> None:  # noqa: ANN401  # as above
    with pytest.raises(pp.OptionsError, match="'simplified', 'traditional' or None"):
        pp.Options(script=script)


CALLS: list[Callable[[Any], object]] = [
    lambda options: pp.parse("本报讯", options=options),
    lambda options: pp.parse_issue([], options=options),
    lambda options: pp.parse_byline("记者 谭宁", options=options),
    lambda options: pp.parse_dateline("本报讯", options=options),
    lambda options: pp.decode(b"abc", options=options),
]


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("options", [None, {}, {"script": "simplified"}, pp.Options])
def test_options_are_options(call: Callable[[Any], object], options: object) -> None:
    with pytest.raises(pp.ArgumentError, match="options are Options"):
        call(options)


def test_an_encoding_is_a_name() -> None:
    encoding: Any = 5
    with pytest.raises(TypeError, match="named by a str"):
        pp.Options(encoding=encoding)
