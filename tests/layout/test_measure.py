import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperparse.layout.measure import JOINT, Firsts, Measure, measure_lines
from paperparse.layout.piles import SPREAD, WIDEST
from paperparse.text.lines import split_lines


def measured(*texts: str) -> tuple[Measure, ...]:
    return measure_lines(split_lines("\n".join(texts)))


def full(width: int, count: int) -> list[str]:
    return ["天" * width] * count


def seconds(lines: int) -> float:
    """Processor time for a text of even lines, the better of two."""
    page = split_lines("天地玄黄宇宙洪荒天地玄黄宇宙洪荒\n" * lines)
    taken = []
    for _ in range(2):
        before = time.process_time()
        measure_lines(page)
        taken.append(time.process_time() - before)
    return min(taken)


def test_a_page_without_lines_has_no_measures() -> None:
    assert measure_lines(()) == ()


def test_lines_of_one_width_are_a_column() -> None:
    for measure in measured(*full(16, 9)):
        assert (measure.width, measure.columns) == (16.0, (16.0,))


def test_short_lines_between_full_ones_belong_to_the_column() -> None:
    page = [*full(16, 4), "天地玄黄。", *full(16, 5), "宇宙。"]
    assert all(measure.columns == (16.0,) for measure in measured(*page))


def test_first_lines_without_their_indent_do_not_narrow_the_column() -> None:
    page = ["天" * 14, *full(16, 3), "天" * 5, "天" * 14, *full(16, 2), "天" * 9]
    assert all(measure.columns == (16.0,) for measure in measured(*page))


def test_ragged_lines_are_no_column() -> None:
    page = ["天" * width for width in (4, 20, 9, 33, 15, 26, 7, 38)]
    assert not any(measure.columns for measure in measured(*page))


def test_two_lines_are_no_column() -> None:
    assert not any(measure.columns for measure in measured(*full(16, 2)))


def test_three_even_lines_of_a_short_article_are_a_column() -> None:
    page = ["天" * 25, "地" * 8 + "，" + "天" * 5, *full(14, 2), "天" * 30, "天" * 37]
    assert all(14.0 in measure.columns for measure in measured(*page)[1:4])


def test_three_even_lines_of_a_large_headline_are_none() -> None:
    page = ["天" * 25, *full(7, 3), "天" * 30, "天" * 37]
    assert not any(measure.columns for measure in measured(*page))


def paragraphs(inset: int, count: int = 4) -> list[str]:
    """Paragraphs of a column 16 em wide, their indent dropped by the extractor."""
    one = ["天" * (16 - inset), "地" * 16, "玄" * 16, "黄" * 6 + "。"]
    return one * count


@pytest.mark.parametrize(("inset", "firsts"), [(2, Firsts.INSET), (0, Firsts.FLUSH)])
def test_how_first_lines_are_set_shows_where_a_full_line_follows(inset: int, firsts: Firsts) -> None:
    assert {measure.firsts for measure in measured(*paragraphs(inset))} == {firsts}


def test_a_paragraph_or_two_say_nothing_of_first_lines() -> None:
    assert {measure.firsts for measure in measured(*paragraphs(2, 2))} == {Firsts.UNKNOWN}


def test_paragraphs_of_two_lines_do_not_narrow_the_column() -> None:
    page = [*paragraphs(2), *["天" * 14, "地" * 15 + "。"] * 8]
    assert all(measure.columns == (16.0,) for measure in measured(*page))


def test_lines_wider_than_any_column_are_not_wrapped() -> None:
    assert not any(measure.columns for measure in measured(*full(int(WIDEST) + 1, 8)))


def test_lines_narrower_than_any_column_are_not_wrapped() -> None:
    assert not any(measure.columns for measure in measured(*full(5, 8)))


def test_articles_of_different_widths_have_their_own_columns() -> None:
    measures = measured(*full(12, 24), *full(20, 24))
    assert measures[0].columns == (12.0,)
    assert measures[-1].columns == (20.0,)
    assert set(measures[24].columns) <= {12.0, 20.0}


def test_hanging_quotes_are_half_where_that_evens_the_lines() -> None:
    page = [*full(16, 3), "“天”“天”" + "天" * 12, *full(16, 3), "“天”" + "天" * 14]
    for measure in measured(*page):
        assert (measure.width, measure.columns) == (16.0, (16.0,))


def test_squeezed_signs_are_half_where_that_evens_the_lines() -> None:
    page = [*full(16, 3), "天，地，" + "天" * 13, *full(16, 3), "天，地，黄。荒、" + "天" * 10]
    assert all(measure.width == 16.0 for measure in measured(*page))


def test_signs_on_a_grid_are_whole() -> None:
    page = ["天，地，" + "天" * 12, *full(16, 4), "“天”" + "天" * 13]
    assert all(measure.width == 16.0 for measure in measured(*page))


def test_columns_that_hardly_differ_are_one() -> None:
    page = [*full(16, 12), *full(17, 12)]
    assert all(len(measure.columns) == 1 for measure in measured(*page))


@pytest.mark.parametrize("blanks", ["\u3000\u3000", "    ", "\t"])
def test_a_first_line_stands_in(blanks: str) -> None:
    page = [blanks + "天" * 14, *full(16, 3), blanks + "天" * 14, "天" * 16]
    measures = measured(*page)
    assert [measure.stands_in for measure in measures] == [True, False, False, False, True, False]
    assert all(measure.indents for measure in measures)


def test_a_page_set_flush_says_nothing_of_indents() -> None:
    assert not any(measure.indents or measure.stands_in for measure in measured(*full(16, 6)))


def test_a_margin_that_all_lines_share_is_no_indent() -> None:
    page = ["\u3000\u3000" + "天" * 16] * 6
    assert not any(measure.stands_in for measure in measured(*page))


def test_a_line_far_in_is_set_in_the_middle_and_no_first_line() -> None:
    page = [*full(16, 4), "\u3000" * 6 + "天地玄", *full(16, 4)]
    assert not measured(*page)[4].stands_in


def test_every_line_of_a_few_short_paragraphs_stands_in() -> None:
    page = ["\u3000\u3000天地玄黄。"] * 8 + ["天" * 16] * 8
    assert all(measure.stands_in for measure in measured(*page)[:8])


@given(
    st.lists(st.tuples(st.integers(0, 6), st.text(st.sampled_from("天地，“”1 "), max_size=50)), max_size=40)
)
def test_there_is_one_measure_for_each_line_and_columns_stand_apart(rows: list[tuple[int, str]]) -> None:
    lines = split_lines("\n".join(" " * blanks + text for blanks, text in rows))
    measures = measure_lines(lines)
    assert len(measures) == len(lines)
    for line, measure in zip(lines, measures, strict=True):
        assert line.narrow <= measure.width <= line.wide + line.joints * JOINT
        assert list(measure.columns) == sorted(measure.columns)
        assert all(0 < width <= WIDEST for width in measure.columns)
        assert not measure.stands_in or measure.indents


def test_columns_found_for_a_line_differ_by_more_than_full_lines_do() -> None:
    page = [*full(12, 12), *full(13, 12), *full(14, 12), *full(20, 12)]
    for measure in measured(*page):
        assert all(
            high - low > SPREAD for low, high in zip(measure.columns, measure.columns[1:], strict=False)
        )


def test_time_is_linear_in_a_text_of_even_lines() -> None:
    assert seconds(8000) < 20 * seconds(1000)


def test_where_columns_change_the_lines_above_and_below_tell_which_goes_on() -> None:
    narrow, wide = "新闻报道，" + "新" * 7, "新闻报道，" + "新" * 15
    measures = measure_lines(split_lines("\n".join([narrow] * 6 + [wide] * 6)))
    assert len(measures[5].columns) > 1
    assert measures[5].behind == pytest.approx(12.0, abs=0.5)
    assert measures[5].ahead == pytest.approx(20.0, abs=0.5)


def test_where_there_is_one_column_nothing_is_said_of_those_around() -> None:
    measures = measure_lines(split_lines("\n".join(["新" * 12] * 8)))
    assert {(measure.behind, measure.ahead) for measure in measures} == {(None, None)}
