from paperparse.model import Span
from paperparse.text.strand import Strand


def test_joins_han_without_and_latin_words_with_a_blank() -> None:
    text = "甲乙\n丙market\nplace 丁"
    strand = Strand.of(text, text, [(0, 2), (3, 10), (11, 18)])
    assert strand.text == "甲乙丙market place 丁"


def test_ranges_lead_back_to_the_print() -> None:
    text = "甲乙 \n 丙丁"
    strand = Strand.of(text, text, [(0, 2), (5, 7)], page=3)
    assert strand.spans(1, 3) == (Span(3, 1, 2), Span(3, 5, 6))
    assert strand.spans(2, 2) == ()


def test_ranges_leave_out_blanks_at_the_ends() -> None:
    text = "  甲 乙  "
    strand = Strand.of(text, text, [(0, 7)])
    assert strand.ranges(0, 7) == ((2, 5),)
