"""A pattern cut down to what a text can hold finds there what the whole would."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperparse.conventions import Tables, load
from paperparse.conventions.dissect import read_pattern
from paperparse.conventions.engine import compile_fast, parts_of
from paperparse.conventions.narrow import LONGEST, Narrowed
from paperparse.conventions.needs import UnlikeError, may_match
from paperparse.conventions.tables import source_of
from paperparse.conventions.vocabulary import Lexicon
from paperparse.text.fold import fold
from paperparse.text.scripts import HAN, is_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

NAMES = "(?P<names>{names})"


@cache
def tables() -> Tables:
    return load(("all",))


@cache
def lexicon() -> Lexicon:
    return Lexicon(tables().rows, tables().parts)


@cache
def sources() -> list[str]:
    """The patterns the readers use: those of rows, shapes in two pieces."""
    return sorted({piece for row in tables().rows for piece in source_of(row).split(NAMES)} - {""})


@cache
def whole(source: str) -> regex.Pattern[str]:
    return compile_fast(lexicon().whole(source))


@cache
def texts() -> list[str]:
    return [fold(text) for row in tables().rows for text in (*row.examples, *row.counterexamples)]


def finds(pattern: regex.Pattern[str], text: str) -> Iterator[object]:
    """All that a pattern finds in a text, and where its groups are."""
    for found in (
        pattern.match(text),
        pattern.search(text),
        pattern.fullmatch(text),
        *pattern.finditer(text),
    ):
        yield found and (found.span(), parts_of(found))


MOST = 6
"""Texts for which a pattern is compiled anew in a test; to compile takes long."""


@pytest.mark.parametrize("source", sources())
def test_a_pattern_cut_down_reads_all_examples_as_the_whole_does(source: str) -> None:
    compiled = 0
    for text in texts():
        want = list(finds(whole(source), text))
        vocabulary = lexicon().of(text)
        if not vocabulary.may(source):
            assert not any(want), text
        elif any(want) and compiled < MOST:
            compiled += 1
            cut = compile_fast(vocabulary.cut(source), plain=vocabulary.plain)
            assert list(finds(cut, text)) == want, text


@given(st.data())
def test_a_pattern_cut_down_reads_pieces_of_print_as_the_whole_does(data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(sources()))
    pieces = st.one_of(st.sampled_from(texts()), st.sampled_from([*" 记者本报讯()/:、12日甲aé⺡々"]))
    text = "".join(data.draw(st.lists(pieces, max_size=6)))
    narrowed = Narrowed(source, lexicon(), compile_fast)
    for _ in range(2):
        assert list(finds(narrowed, text)) == list(finds(whole(source), text))  # type: ignore[arg-type]


def count(made: list[tuple[str, bool]], source: str, *, plain: bool) -> regex.Pattern[str]:
    made.append((source, plain))
    return compile_fast(source, plain=plain)


def test_what_was_cut_down_serves_texts_that_hold_no_more() -> None:
    made: list[tuple[str, bool]] = []
    narrowed = Narrowed("{imprint}", lexicon(), partial(count, made))
    assert narrowed.match("新华社北京日报") is not None
    assert narrowed.match("新华社") is not None
    assert len(made) == 1
    assert narrowed.match("中新社") is not None
    assert len(made) == 2


def test_nothing_is_compiled_for_a_text_without_what_a_pattern_needs() -> None:
    made: list[tuple[str, bool]] = []
    narrowed = Narrowed("{imprint}", lexicon(), partial(count, made))
    assert narrowed.search("甲乙丙丁。") is None
    assert not made


def test_what_costs_less_than_a_look_is_compiled_at_once() -> None:
    made: list[tuple[str, bool]] = []
    assert Narrowed("{gap}甲", lexicon(), partial(count, made)).search("乙") is None
    assert len(made) == 1


def test_signs_turn_no_text_away_in_which_a_pattern_matches() -> None:
    for source in sources():
        signs = lexicon().signs(source)
        for text in texts():
            if not all(signs) or any(map(frozenset(text).isdisjoint, signs)):
                assert whole(source).search(text) is None, (source, text)


@pytest.mark.parametrize("name", ["stop", "report", "stamp"])
def test_the_alternatives_of_a_part_are_the_part(name: str) -> None:
    assert "|".join(tables().split(name)) == tables().parts[name]
    patterns = [whole(source) for source in tables().split(name)]
    for text in texts():
        found = [one.start() for pattern in patterns if (one := pattern.search(text)) is not None]
        want = whole(f"{{{name}}}").search(text)
        assert min(found, default=None) == (None if want is None else want.start()), text


@pytest.mark.parametrize("text", ["本报记者", "今天" * LONGEST])
def test_in_the_end_and_for_long_texts_the_whole_is_compiled(text: str) -> None:
    made: list[tuple[str, bool]] = []
    narrowed = Narrowed("{role}", lexicon(), partial(count, made))
    for number in range(1000):
        narrowed.search(f"{text}{number}")
    assert made[-1] == (lexicon().whole("{role}"), False)
    assert len(made) <= 2


def test_all_patterns_of_this_package_can_be_cut_down() -> None:
    for source in sources():
        lexicon().read(source)
    for name in tables().parts:
        if lexicon().rows(name) is None and lexicon().words(name) is None:
            lexicon().read(tables().parts[name])


@pytest.mark.parametrize(
    "source", [r"(?i)甲", r"(甲)\1", r"[甲--乙]", r"(?<a>甲)", r"甲{e<=1}", r"(甲", r"甲)", r"\N{DASH}", "*"]
)
def test_what_is_not_known_is_not_cut_down(source: str) -> None:
    with pytest.raises(UnlikeError):
        read_pattern(source)


@pytest.mark.parametrize(
    ("source", "text", "may"),
    [
        ("甲乙", "乙甲", True),
        ("甲乙", "甲", False),
        ("甲?乙", "乙", True),
        ("甲{0,2}乙", "乙", True),
        ("甲{1,2}乙", "乙", False),
        ("甲*乙|丙+", "丙", True),
        ("甲*乙|丙+", "甲", False),
        ("[甲乙]丙", "乙丙", True),
        ("[甲乙]丙", "丙", False),
        ("[^甲]", "甲", True),
        ("[0-9]月", "月", False),
        (r"[\p{Han}]", "a", True),
        (r"\(甲", "甲", False),
        (r"\d甲.", "甲", True),
        ("(?=甲)", "乙", False),
        ("(?<=甲)", "乙", False),
        ("(?!甲)乙", "乙", True),
        ("(?P<a>甲)?(?(a)乙|丙)", "丁", False),
        ("(?P<a>甲)?(?(a)乙|丙)", "丙", True),
        ("(?P<a>甲)?(?(a)乙|丙)", "甲丁", False),
        ("(?P<a>甲)?(?(a)乙|(?!))", "乙", False),
        ("(?P<a>甲)?(?(a)乙)", "丁", True),
        ("(?!)|甲", "乙", False),
        ("(?>甲)++", "乙", False),
        ("{part}甲", "甲", False),
    ],
)
def test_what_must_stand_in_a_text(source: str, text: str, may: bool) -> None:  # noqa: FBT001  # a row of a table
    assert may_match(read_pattern(source).needs, frozenset(text), lambda _: False) is may


@pytest.mark.parametrize(
    ("source", "text", "cut"),
    [
        ("甲乙|丙|[甲丁]", "丙丁", "丙|[甲丁]"),
        ("(?:甲乙|丙丁)?[乙戊](?!甲)", "戊丁", "[乙戊]"),
        ("(?:甲|丙)(?P<a>乙|丁)*", "甲丁", "(?:甲)(?P<a>丁)*"),
        ("(?<!甲)(?!乙|丙)丙", "丙", "(?!丙)丙"),
        ("(?P<a>甲)?乙(?(a)丙|丁)", "乙丁", "(?P<a>甲)?乙(?(a)丙|丁)"),
        ("{byline-role}{gap}(?:{slash})?", "记者", "(?:(?=记)(?:记 *者))(?: *)"),
        ("{slash}记者|者", "记者", "者"),
        ("甲", "乙", "(?!)"),
    ],
)
def test_what_cannot_match_is_left_out(source: str, text: str, cut: str) -> None:
    assert lexicon().of(text).cut(source) == cut


def test_in_plain_text_han_characters_are_the_letters_beyond_ascii() -> None:
    han = compile_fast(f"[{HAN}]")
    short = compile_fast(r"\p{Han}", plain=True)
    for code in range(0x110000):
        char = chr(code)
        if is_plain(char):
            assert bool(han.match(char)) == bool(short.match(char)), hex(code)
