import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperparse.text.kinds import CLOSERS, GLYPHS, OPENERS, PAIRS, bare


def test_kinds_do_not_overlap_but_for_angle_brackets() -> None:
    # ＜ and ＞ are brackets in one paper and pointers in the next
    shared = GLYPHS & (OPENERS | CLOSERS)
    assert shared == set("<>＜＞")
    assert not OPENERS & CLOSERS


def test_pairs_are_open_and_close() -> None:
    for opener, closer in PAIRS.items():
        assert unicodedata.category(opener) in {"Ps", "Pi", "Sm"}
        assert unicodedata.category(closer) in {"Pe", "Pf", "Sm"}


def test_every_kind_is_of_single_characters() -> None:
    assert all(len(char) == 1 for char in OPENERS | CLOSERS | GLYPHS)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("新桥通车", "新桥通车"),
        ("■新桥通车", "新桥通车"),
        (" □ ■ 新桥 通车 ** ", "新桥 通车 **"),
        ("新桥■通车", "新桥■通车"),
        ("■□▲", ""),
        (">> 新桥 <<", "新桥"),
        ("“新桥”", "“新桥”"),
        ("——新桥", "——新桥"),
        ("（新桥）", "（新桥）"),
        ("**新桥**", "新桥"),
        ("新桥○", "新桥○"),
        ("二○二五", "二○二五"),
        ("○二五年", "○二五年"),
        ("○记者 谭宁", "记者 谭宁"),
    ],
)
def test_glyphs_that_mark_a_leaf_are_no_words(text: str, words: str) -> None:
    assert bare(text) == words


@given(st.text(st.sampled_from("■□*新 \u3000桥"), max_size=12))
def test_what_is_bare_stays_bare(text: str) -> None:
    assert bare(bare(text)) == bare(text)
