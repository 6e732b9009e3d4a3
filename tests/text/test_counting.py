import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperparse.text.counting import MOST, Counts, count_joints, em_width


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("新桥", 2), ("新桥。", 3), ("12日", 2), ("新 桥", 2.25), ("新\u3000桥", 3), ("Café·", 2.5)],
)
def test_how_wide_text_is(text: str, width: float) -> None:
    assert em_width(text) == width


@pytest.mark.parametrize(
    ("text", "joints"),
    [
        ("新桥", 0),
        ("5日", 1),
        ("第5次", 2),
        ("第 5 次", 0),
        ("6%的", 1),
        ("第%", 0),
        ("６％的", 1),
        ("5，6", 0),
    ],
)
def test_numbers_meet_characters(text: str, joints: int) -> None:
    assert count_joints(text) == joints


def test_what_is_counted_of_a_line() -> None:
    count = Counts().of("“新桥”，12日（今天）通车。A区 ok")
    assert (count.quotes, count.signs, count.clauses) == (2, 4, 2)
    assert count.stop
    assert count.blank
    assert count.numbers
    assert count.others


def test_quotation_marks_alone_are_nothing_else() -> None:
    count = Counts().of("“新桥”")
    assert count == (0, 2, 0, 0, False, False, False, False)


@given(st.lists(st.text(st.sampled_from("新，。 \u3000“12a%"), max_size=8), max_size=30))
def test_lines_counted_before_are_counted_alike(lines: list[str]) -> None:
    counts = Counts()
    assert [counts.of(line) for line in lines] == [Counts().of(line) for line in lines]
    assert all(len(line) - counts.of(line).less == em_width(line) for line in lines)


def test_no_more_than_a_page_holds_is_remembered() -> None:
    counts = Counts()
    for at in range(2 * MOST + 9):
        counts.of(f"{at:b}")
    assert len(counts) <= MOST
