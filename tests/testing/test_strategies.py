"""The strategies give what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given

from paperparse.testing.strategies import bylines, copies, datelines, headlines, names, outlets, printed_names

if TYPE_CHECKING:
    from paperparse.testing.copies import Copy, Signature, Wire


@given(names())
def test_names_have_no_blanks(name: str) -> None:
    assert 2 <= len(name) <= 12
    assert not any(char.isspace() for char in name)


@given(printed_names())
def test_printed_names_are_the_names(pair: tuple[str, str]) -> None:
    name, shown = pair
    assert shown.replace(" ", "") == name


@given(outlets())
def test_outlets_are_words(outlet: str) -> None:
    assert outlet.strip() == outlet != ""


@given(bylines())
def test_bylines_hold_their_names(case: tuple[str, tuple[Signature, ...]]) -> None:
    line, signed = case
    tight = "".join(line.split())
    for signature in signed:
        assert signature.role in tight
        assert all(name in tight for name in signature.names)


@given(datelines())
def test_datelines_hold_their_parts(case: tuple[str, Wire]) -> None:
    text, wire = case
    assert text.startswith(wire.outlet)
    assert text.endswith(wire.kind)
    assert wire.text == text


@given(copies())
def test_copies_have_bodies(copy: Copy) -> None:
    assert copy.size > 20
    assert "{" not in "".join(item.text for item in copy.body)


@given(headlines())
def test_headlines_have_words(passages: tuple[str, ...]) -> None:
    assert passages
    assert all(passage and "{" not in passage for passage in passages)
