"""A trace tells what was decided, not something like it."""

from __future__ import annotations

import pytest

import paperparse as pp
from paperparse.trace import PageTrace, trace_page
from seeds import TEXTS

TRACES = {name: trace_page(text) for name, text in TEXTS.items()}
PAGES = {name: pp.parse(text) for name, text in TEXTS.items()}


@pytest.fixture(params=TEXTS)
def name(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


def test_headlines_went_where_the_page_has_them(name: str) -> None:
    owners = {
        span: article.id
        for article in PAGES[name].articles
        for p in article.headline.passages
        for span in p.spans
    }
    told = {span: head.owner for head in TRACES[name].headings if head.owner for span in head.spans}
    assert told == owners


def test_subheads_are_told(name: str) -> None:
    subheads = {
        span
        for article in PAGES[name].articles
        for block in article.body
        if block.kind is pp.BlockKind.SUBHEAD
        for span in block.spans
    }
    assert {span for head in TRACES[name].headings if head.subhead for span in head.spans} == subheads


def test_articles_end_at_the_gaps_that_part(name: str) -> None:
    bodies = [article for article in PAGES[name].articles if article.body]
    assert sum(gap.parts for gap in TRACES[name].gaps) == len(bodies) - 1
    assert all(gap.parts == (gap.score > 0) for gap in TRACES[name].gaps)


def test_titles_are_those_of_the_page(name: str) -> None:
    told = {title.article: [role for role, _ in title.passages] for title in TRACES[name].titles}
    page = {}
    for article in PAGES[name].articles:
        head = article.headline
        roles = ["label"] * len(head.label) + ["kicker"] * len(head.kicker)
        roles += ["main"] * len(head.main) + ["sub"] * len(head.sub)
        if roles:
            page[article.id] = roles
    assert told == page


def test_margins_are_the_sum_of_their_reasons(name: str) -> None:
    for line in TRACES[name].lines:
        assert sum(reason.nats for reason in line.reasons) == pytest.approx(line.margin)
        assert line.role != line.runner_up
        weights = [abs(reason.nats) for reason in line.reasons]
        assert weights == sorted(weights, reverse=True)
    for gap in TRACES[name].gaps:
        assert sum(reason.nats for reason in gap.reasons) == pytest.approx(gap.score)


def test_every_line_is_told_once(name: str) -> None:
    lines = [line for line in TEXTS[name].splitlines() if line.strip()]
    assert [line.text for line in TRACES[name].lines] == [line.strip() for line in lines]


def test_one_habit_is_taken_and_it_is_the_best(name: str) -> None:
    habits = TRACES[name].habits
    (taken,) = [habit for habit in habits if habit.chosen]
    assert taken.worth == max(habit.worth for habit in habits)


def test_choices_are_sorted_and_hold_the_owner(name: str) -> None:
    for head in TRACES[name].headings:
        worth = [choice.worth for choice in head.choices]
        assert worth == sorted(worth, reverse=True)
        assert head.owner in {choice.article for choice in head.choices}


def test_ids_carry_the_index_of_the_page() -> None:
    trace = trace_page("新桥今日通车\n\n□记者 谭宁\n本报5月12日讯 今天上午，新桥建成通车。", index=3)
    assert trace.headings[0].owner == "p3a0"
    assert trace.headings[0].spans == (pp.Span(3, 0, 6),)


def test_a_page_of_nothing_has_no_decisions() -> None:
    trace = trace_page(" \n\n")
    assert (trace.lines, trace.gaps, trace.headings, trace.titles) == ((), (), (), ())
    assert isinstance(trace, PageTrace)
