import sys
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paperparse.text import fold as module
from paperparse.text.fold import fold

# Hypothesis leaves surrogates out by itself; extractors do not
anything = st.text(st.characters(), max_size=80) | st.text(
    st.characters(min_codepoint=0x2E80, max_codepoint=0xFFFF, categories=None), max_size=80
)
every_char = [chr(code) for code in range(sys.maxunicode + 1)]


@given(anything)
@settings(max_examples=150, deadline=None)
def test_length_is_kept(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert [char.isspace() for char in folded] == [char.isspace() for char in text]
    assert [len(line) for line in folded.splitlines()] == [len(line) for line in text.splitlines()]


def test_every_character_keeps_length_blankness_and_line_ends() -> None:
    text = "".join(every_char)
    folded = fold(text)
    assert len(folded) == len(text)
    assert list(map(str.isspace, text)) == list(map(str.isspace, folded))
    assert [len(line) for line in folded.splitlines()] == [len(line) for line in text.splitlines()]


@given(anything)
@settings(max_examples=100, deadline=None)
def test_signs_fold_the_same_by_either_way(text: str) -> None:
    with mock.patch.object(module, "_MANY", 0):
        assert module._unify(text) == fold_signs(text)  # noqa: SLF001  # the two ways must agree


def fold_signs(text: str) -> str:
    with mock.patch.object(module, "_MANY", sys.maxsize):
        return module._unify(text)  # noqa: SLF001


def test_no_sign_folds_to_one_that_is_folded_itself() -> None:
    table, _ = module._table()  # noqa: SLF001  # the order of replacing must not matter
    assert not set(table.values()) & set(table)


@pytest.mark.parametrize(
    ("source", "folded"),
    [
        ("撰文︰王 12∶30", "撰文:王 12:30"),
        ("ＡＢＣ　１２３％（甲）", "ABC 123%(甲)"),
        ("甲\xa0乙\u2003丙\t丁", "甲 乙 丙 丁"),
        ("「丙『丁』」﹁戊﹂", "“丙‘丁’”“戊”"),
        ("——访―─━", "——访———"),
        ("甲－乙–丙−丁", "甲-乙-丙-丁"),
        ("尕玛•多吉‧扎西・次仁", "尕玛·多吉·扎西·次仁"),
        ("⼈⺠⽇报 ⻰⻢⻓⻔⻚⻛⻜⻝", "人民日报 龙马长门页风飞食"),
        ("記者報導臺灣廣東", "记者报导台湾广东"),
        ("\uf9e4\uf914樂\ufa5c", "理乐乐臭"),
        ("〔甲〕［乙］【丙】", "〔甲〕[乙]【丙】"),
        ("甲\u200b乙\ufeff", "甲\u200b乙\ufeff"),
        ("\ud800記\udfff", "\ufffd记\ufffd"),
        ("a\tb\x1fc\n", "a b c\n"),
        ("□口囗①Ⅲ㎡", "□口囗①Ⅲ㎡"),
        ("", ""),
        ("記者│甲┃乙∣丙︱丁￨戊｜己丨庚—", "记者|甲|乙|丙|丁|戊|己|庚—"),
    ],
)
def test_what_is_folded_and_what_is_not(source: str, folded: str) -> None:
    assert fold(source) == folded


@pytest.mark.parametrize(
    ("text", "expected"),
    [("記者\n多久", "记者\n多久"), ("多記\n記者多", "多记\n记者多")],
)
def test_a_conversion_that_changes_length_is_kept_out(text: str, expected: str) -> None:
    def longer(source: str) -> str:
        return source.replace("記", "记").replace("多", "多多")

    with mock.patch.object(module, "_converter", return_value=longer):
        assert fold(text) == expected
