import unicodedata

from paperparse.text.kinds import CLOSERS, CLOSING_STOPS, GLYPHS, OPENERS, PAIRS


def test_kinds_do_not_overlap_but_for_angle_brackets() -> None:
    # ＜ and ＞ are brackets in one paper and pointers in the next
    shared = GLYPHS & (OPENERS | CLOSERS)
    assert shared == set("<>＜＞")
    assert not CLOSING_STOPS & (GLYPHS | OPENERS | CLOSERS)
    assert not OPENERS & CLOSERS


def test_pairs_are_open_and_close() -> None:
    for opener, closer in PAIRS.items():
        assert unicodedata.category(opener) in {"Ps", "Pi", "Sm"}
        assert unicodedata.category(closer) in {"Pe", "Pf", "Sm"}


def test_every_kind_is_of_single_characters() -> None:
    assert all(len(char) == 1 for char in CLOSING_STOPS | OPENERS | CLOSERS | GLYPHS)
