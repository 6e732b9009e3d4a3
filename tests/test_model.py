import datetime as dt
from typing import Any

import pytest
from attrs import evolve, fields
from hypothesis import given
from hypothesis import strategies as st

from paperparse.errors import PaperParseError, SpanError
from paperparse.model import (
    Article,
    Block,
    BlockKind,
    Byline,
    BylineKind,
    Caption,
    Dateline,
    Headline,
    Jump,
    Page,
    Passage,
    Span,
    leaves,
)


def dated(year: int | None, month: int | None, day: int | None) -> Dateline:
    return Dateline("本报", None, year, month, day, "讯", "本报讯", ())


def paragraph(*spans: Span) -> Block:
    return Block(BlockKind.PARAGRAPH, "今天。", spans)


def jump(page: int) -> Jump:
    return Jump("1", "（上接第一版）", (Span(page, 0, 7),))


@pytest.mark.parametrize(("page", "start", "end"), [(-1, 0, 1), (0, -1, 1), (0, 2, 1), (0, -2, -1)])
def test_a_span_that_cannot_be_cut_is_refused(page: int, start: int, end: int) -> None:
    with pytest.raises(SpanError, match=f"{start}..{end}") as caught:
        Span(page, start, end)
    assert isinstance(caught.value, PaperParseError)
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("part", [1.0, "1", None, True])
def test_a_span_is_of_whole_numbers(part: Any) -> None:  # noqa: ANN401  # what no type checker lets through
    for numbers in ((part, 0, 2), (0, part, 2), (0, 0, part)):
        with pytest.raises(SpanError, match="type int"):
            Span(*numbers)


def test_an_empty_span_is_a_span() -> None:
    assert Span(0, 3, 3).start == Span(0, 3, 3).end


def test_spans_stand_in_the_order_of_print() -> None:
    spans = [Span(1, 0, 1), Span(0, 5, 6), Span(0, 2, 9), Span(0, 2, 3)]
    assert sorted(spans) == [Span(0, 2, 3), Span(0, 2, 9), Span(0, 5, 6), Span(1, 0, 1)]


def test_values_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Span(0, 1, 2).start = 0  # type: ignore[misc]


@pytest.mark.parametrize(
    ("year", "month", "day", "issue", "meant"),
    [
        (None, 5, 12, (2024, 5, 13), (2024, 5, 12)),
        (None, 5, 13, (2024, 5, 13), (2024, 5, 13)),
        (None, 5, 14, (2024, 5, 13), (2023, 5, 14)),
        (None, 12, 31, (2024, 1, 1), (2023, 12, 31)),
        (None, None, 12, (2024, 5, 13), (2024, 5, 12)),
        (None, None, 13, (2024, 5, 13), (2024, 5, 13)),
        (None, None, 14, (2024, 5, 13), (2024, 4, 14)),
        (None, None, 31, (2024, 1, 1), (2023, 12, 31)),
        (None, None, 31, (2024, 5, 1), (2024, 3, 31)),
        (None, None, 30, (2023, 3, 1), (2023, 1, 30)),
        (None, None, 29, (2023, 3, 1), (2023, 1, 29)),
        (None, None, 29, (2024, 3, 1), (2024, 2, 29)),
        (None, 2, 29, (2024, 3, 1), (2024, 2, 29)),
        (None, 2, 29, (2024, 2, 28), (2020, 2, 29)),
        (None, 2, 29, (2023, 12, 31), (2020, 2, 29)),
        (None, 2, 29, (1903, 6, 1), (1896, 2, 29)),
        (2020, 2, 29, (2024, 1, 1), (2020, 2, 29)),
    ],
)
def test_a_dateline_means_the_latest_day_that_is_not_after_its_paper(
    year: int | None,
    month: int | None,
    day: int,
    issue: tuple[int, int, int],
    meant: tuple[int, int, int],
) -> None:
    assert dated(year, month, day).resolve(dt.date(*issue)) == dt.date(*meant)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (None, None, None),
        (2024, 5, None),
        (None, 5, None),
        (2024, None, 12),
        (2023, 2, 29),
        (None, 2, 30),
        (None, 13, 1),
        (None, None, 32),
        (None, 5, 0),
    ],
)
def test_a_day_that_is_not_printed_or_does_not_exist_is_none(
    year: int | None, month: int | None, day: int | None
) -> None:
    assert dated(year, month, day).resolve(dt.date(2024, 5, 13)) is None


def test_the_first_years_of_the_calendar_have_no_days_before_them() -> None:
    assert dated(None, 5, 12).resolve(dt.date(1, 1, 1)) is None
    assert dated(None, None, 12).resolve(dt.date(1, 1, 1)) is None


@given(st.dates(dt.date(1900, 1, 1)), st.integers(0, 364))
def test_a_day_of_the_last_year_is_found_again(issue: dt.date, back: int) -> None:
    day = issue - dt.timedelta(back)
    assert dated(None, day.month, day.day).resolve(issue) == day
    assert dated(day.year, day.month, day.day).resolve(issue) == day


@given(st.dates(dt.date(1900, 1, 1)), st.integers(0, 27))
def test_a_day_of_the_last_weeks_is_found_by_its_number_alone(issue: dt.date, back: int) -> None:
    day = issue - dt.timedelta(back)
    assert dated(None, None, day.day).resolve(issue) == day


def test_an_article_without_jump_lines_is_whole() -> None:
    assert not Article("p0a0").is_fragment
    assert not Article("p0a0", body=(paragraph(Span(0, 0, 3)),)).is_fragment


def test_an_article_whose_rest_is_not_here_is_a_fragment() -> None:
    body = (paragraph(Span(0, 9, 12)),)
    assert Article("p0a0", body=body, continued_from=jump(0)).is_fragment
    assert Article("p0a0", body=body, continued_to=jump(0)).is_fragment


def test_a_jump_line_without_a_body_makes_a_fragment() -> None:
    assert Article("p0a0", continued_from=jump(0)).is_fragment
    assert Article("p0a0", continued_to=jump(0)).is_fragment


def test_an_article_stitched_over_two_pages_is_whole() -> None:
    body = (paragraph(Span(0, 9, 12), Span(3, 9, 12)),)
    article = Article("p0a0", body=body, continued_to=jump(0), continued_from=jump(3))
    assert not article.is_fragment


def test_an_article_stitched_over_two_of_three_pages_is_a_fragment() -> None:
    body = (paragraph(Span(1, 9, 12)), paragraph(Span(2, 9, 12)))
    assert Article("p1a0", body=body, continued_from=jump(1), continued_to=jump(1)).is_fragment
    assert Article("p1a0", body=body, continued_from=jump(2), continued_to=jump(2)).is_fragment


def test_leaves_are_all_that_owns_print_in_an_article() -> None:
    spans = [(Span(0, at, at + 1),) for at in range(11)]
    passages = [Passage("题", span) for span in spans[:5]]
    byline = Byline("记者", BylineKind.REPORTER, ("谭宁",), None, "记者谭宁", spans[5])
    article = Article(
        "p0a0",
        headline=Headline((passages[0],), (passages[1],), (passages[2],), (passages[3],)),
        highlights=(passages[4],),
        bylines=(byline,),
        dateline=evolve(dated(None, 5, 12), spans=spans[6]),
        body=(paragraph(*spans[7]),),
        captions=(Caption("图为新桥", (byline,), spans[8]),),
        continued_from=Jump("1", "上接", spans[9]),
        continued_to=Jump("2", "下转", spans[10]),
    )
    assert sorted(leaves(article)) == spans


def test_an_empty_article_has_no_leaves() -> None:
    assert leaves(Article("p0a0")) == ()


def test_headline_text_goes_from_label_to_sub() -> None:
    label, kicker, main, sub = (Passage(text, ()) for text in ("栏目", "引题", "主题", "副题"))
    headline = Headline((label,), (kicker,), (main,), (sub,))
    assert headline.passages == (label, kicker, main, sub)
    assert headline.text == "栏目\n引题\n主题\n副题"
    assert Headline().text == ""


def test_the_day_of_a_datetime_will_do() -> None:
    noon = dt.datetime(2024, 1, 1, 12, tzinfo=dt.UTC)
    assert dated(None, 12, 31).resolve(noon) == dt.date(2023, 12, 31)
    assert dated(None, 1, 1).resolve(noon) == dt.date(2024, 1, 1)


@pytest.mark.parametrize("day", ["2021", "2021-05-13", None, 2021])
def test_what_is_no_day_is_refused_even_where_it_does_not_matter(day: Any) -> None:  # noqa: ANN401  # as above
    for line in (dated(None, 12, 31), dated(2021, 5, 12), dated(None, None, None)):
        with pytest.raises(TypeError, match=r"issue_date is a datetime\.date") as caught:
            line.resolve(day)
        assert isinstance(caught.value, PaperParseError)


def test_article_text_is_one_block_a_line() -> None:
    article = Article("p0a0", body=(paragraph(), Block(BlockKind.SUBHEAD, "小标题", ()), paragraph()))
    assert article.text == "今天。\n小标题\n今天。"


def test_a_page_cuts_its_own_spans() -> None:
    page = Page("本报讯 今天", index=2)
    assert page.cut(Span(2, 4, 6)) == "今天"
    assert page.cut(Span(2, 6, 6)) == ""


@pytest.mark.parametrize("span", [Span(1, 0, 3), Span(0, 0, 3), Span(2, 0, 7), Span(2, 7, 7)])
def test_a_page_refuses_spans_that_are_not_on_it(span: Span) -> None:
    with pytest.raises(SpanError, match="page 2 of 6"):
        Page("本报讯 今天", index=2).cut(span)


def test_a_page_does_not_print_its_text_when_shown() -> None:
    assert "今天" not in repr(Page("本报讯 今天"))


@pytest.mark.parametrize("model", [Article, Page, Headline, Span, Byline, Dateline, Block, Caption, Jump])
def test_models_are_slotted(model: type) -> None:
    assert set(model.__slots__) >= {field.name for field in fields(model)}  # type: ignore[attr-defined]
