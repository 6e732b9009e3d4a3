"""Both engines read every pattern of this package alike."""

import re
from collections import Counter
from functools import cache

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from paperparse.conventions import Tables, load
from paperparse.conventions.engine import (
    PatternError,
    compile_fast,
    compile_slow,
    parts_of,
    spell_out,
    words_of,
)
from paperparse.conventions.tables import expand, source_of
from paperparse.text.fold import fold
from paperparse.text.scripts import HAN, LATIN


@cache
def tables() -> Tables:
    return load(("all",))


@cache
def pairs() -> list[tuple[regex.Pattern[str], regex.Pattern[str]]]:
    """Every row's pattern as each engine has it, the names of shapes taken out as the readers do."""
    found = []
    for row in tables().rows:
        for piece in source_of(row).split("(?P<names>{names})"):
            source = expand(row.file, row.id, piece, tables().parts)
            found.append((compile_slow(source), compile_fast(source)))
    return found


def look(pattern: regex.Pattern[str], text: str) -> list[tuple[tuple[int, int], dict[str, tuple[int, int]]]]:
    """What a pattern finds first in a text and at its beginning."""
    found = (pattern.search(text), pattern.match(text), pattern.fullmatch(text))
    return [(one.span(), parts_of(one)) for one in found if one is not None]


def test_nearly_every_row_is_read_by_the_fast_engine() -> None:
    engines = Counter(type(other).__module__ for _, other in pairs())
    assert engines[type(re.compile("")).__module__] > 0.95 * engines.total()


def test_both_engines_read_the_examples_of_all_rows_alike() -> None:
    texts = [fold(text) for row in tables().rows for text in (*row.examples, *row.counterexamples)]
    for one, other in pairs():
        for text in texts:
            assert look(one, text) == look(other, text), (one.pattern, text)


@given(st.data())
def test_both_engines_read_pieces_of_print_alike(data: st.DataObject) -> None:
    row = data.draw(st.sampled_from(tables().rows))
    text = "".join(
        data.draw(
            st.lists(st.sampled_from([*"".join(row.examples), *" 记者本报讯()/:、12日甲a"]), max_size=12)
        )
    )
    for one, other in pairs():
        assert look(one, fold(text)) == look(other, fold(text))


@pytest.mark.parametrize(
    ("source", "spelled"),
    [
        (r"\p{Han}", f"[{HAN}]"),
        (r"[\p{Latin}\p{Nd}·]", rf"[{LATIN}\d·]"),
        (r"(?<!甲 {1,2})乙", r"(?<!甲 {1})(?<!甲 {2})乙"),
        (r"(?<=甲)乙", r"(?<=甲)乙"),
        (r"(?<=[)]{0,1}\))乙", r"(?:(?<=[)]{0}\))|(?<=[)]{1}\)))乙"),
        (r"(?P<a>甲)|(?P<a>乙)(?(a)丙|丁)", r"(?P<a>甲)|(?P<a__2>乙)(?(a__2)丙|丁)"),
        (r"[甲&&乙]", None),
        (r"[[甲]乙]", None),
        (r"\X", None),
        (r"(?i)甲", None),
        (r"(?<=甲{1,9}乙{1,99})丙", None),
    ],
)
def test_what_the_fast_engine_lacks_is_spelled_out(source: str, spelled: str | None) -> None:
    assert spell_out(source) == spelled


def test_a_pattern_only_the_slow_engine_reads_stays_with_it() -> None:
    found = compile_fast(r"(?<=甲+)乙(?P<who>丙)").search("甲甲乙丙")
    assert found is not None
    assert words_of(found) == {"who": "丙"}


def test_a_pattern_of_neither_engine_is_an_error() -> None:
    with pytest.raises(PatternError):
        compile_fast("(甲")
