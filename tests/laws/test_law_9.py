"""Law 9: whatever the text, cost grows with its length and not faster."""

from functools import partial

import pytest

import paperparse as pp
from growth import grows_in_proportion
from laws.test_laws import check_fidelity, check_partition
from paperparse.testing.hostile import FAMILIES

SHORT = 5_000
"""Code points: less than a page has, so four times as much is more than any window or section."""
LONG = 4 * SHORT


@pytest.mark.parametrize("name", FAMILIES)
def test_hostile_pages_cost_what_their_length_says(name: str) -> None:
    short, long = FAMILIES[name](SHORT), FAMILIES[name](LONG)
    pp.parse(short[:500])  # reads the tables and compiles what patterns are needed
    # where a short text does not fill the windows yet that most of the cost comes from, a longer one does
    assert grows_in_proportion(
        partial(pp.parse, short), partial(pp.parse, long), doublings=2
    ) or grows_in_proportion(
        partial(pp.parse, long), partial(pp.parse, FAMILIES[name](4 * LONG)), doublings=2
    )


@pytest.mark.parametrize("name", FAMILIES)
def test_hostile_pages_lose_nothing(name: str) -> None:
    page = pp.parse(FAMILIES[name](700))
    check_partition(page)
    check_fidelity(page)
    assert pp.from_json(pp.to_json(page)) == page


@pytest.mark.parametrize("name", FAMILIES)
def test_a_family_makes_texts_of_any_length(name: str) -> None:
    assert len(FAMILIES[name](1234)) == 1234
    assert FAMILIES[name](1234) == FAMILIES[name](1234)


def chain(pages: int) -> list[str]:
    """Pages of one article without end, each going on from the one before."""
    prose = FAMILIES["one line"](200 * pages)
    bodies = [prose[at : at + 200] for at in range(0, len(prose), 200)]
    return [
        f"{at}版 要闻\n新桥通车\n\n（上接第{at - 1}版）\n　　{body}。\n（下转第{at + 1}版）"
        for at, body in enumerate(bodies, 1)
    ]


def test_an_issue_costs_what_its_pages_say() -> None:
    assert len(pp.parse_issue(chain(3)).links) == 2
    assert grows_in_proportion(
        partial(pp.parse_issue, chain(60)), partial(pp.parse_issue, chain(240)), doublings=2
    )
