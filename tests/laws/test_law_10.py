"""Law 10: cut an article anywhere between pages with jump lines, and the issue gives it back whole."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import paperparse as pp
from laws.test_laws import check_fidelity, check_partition
from paperparse.model import BlockKind, leaves
from paperparse.testing import write
from paperparse.testing.cutting import CutAt, cut_copy
from paperparse.testing.following import score_issue
from paperparse.testing.forms import FORMS
from paperparse.testing.issues import MANNERS, Manner, print_issue

SMALLEST = 240
"""Characters of an article that is cut into two to four parts."""
ORDINALS = "零一二三四"


def tight(text: str) -> str:
    return "".join(text.split())


def article(seed: int) -> list[str]:
    """A headline and the paragraphs of an article of our own."""
    rng = Random(seed)  # noqa: S311 - chance, not secrecy
    while True:
        copy = write(rng)
        paragraphs = [item.text for item in copy.body if item.kind is BlockKind.PARAGRAPH]
        if sum(map(len, paragraphs)) >= SMALLEST:
            return ["".join(copy.main), *paragraphs]


@st.composite
def issues(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """Pages on which articles go on, cut at any character, and the texts of the whole articles."""
    count = draw(st.integers(2, 4))
    seeds = draw(st.lists(st.integers(0, 2**32), min_size=1, max_size=4, unique=True))
    route = sorted(draw(st.lists(st.integers(1, count - 1), min_size=1, unique=True)))
    pages: list[list[str]] = [[] for _ in range(count)]
    wholes: list[str] = []
    for seed in seeds:
        headline, *paragraphs = article(seed)
        body = "\n".join(paragraphs)
        part = len(body) // (len(route) + 1)
        cuts = [at * part + draw(st.integers(0, part // 4)) for at in range(1, len(route) + 1)]
        wholes.append(tight(body))
        stops = [0, *cuts, len(body)]
        for number, page in enumerate([0, *route]):
            text = body[stops[number] : stops[number + 1]].strip()
            opening = f"{headline}\n\n□记者 谭宁\n\n" if not number else ""
            if number:
                before = [0, *route][number - 1]
                opening = f"（上接第{ORDINALS[before + 1]}版）"
            closing = f"（下转第{ORDINALS[route[number] + 1]}版）" if number < len(route) else ""
            pages[page].append(opening + text.replace("\n", "\n\n") + closing)
    return ["\n\n\n".join(draw(st.permutations(page))) for page in pages], wholes


@given(issues())
def test_an_article_cut_at_any_character_comes_back_whole(case: tuple[list[str], list[str]]) -> None:
    pages, wholes = case
    issue = pp.parse_issue(pages)
    assert sorted(tight(article.text) for article in issue.articles) == sorted(wholes)
    assert not any(article.is_fragment for article in issue.articles)


@given(st.integers(0, 2**32), st.sampled_from(sorted(MANNERS)), st.sampled_from(sorted(FORMS)))
def test_linking_loses_nothing_and_owns_nothing_twice(seed: int, manner: str, form: str) -> None:
    rng = Random(seed)  # noqa: S311 - chance, not secrecy
    pages = [[write(rng) for _ in range(rng.randint(1, 4))] for _ in range(rng.randint(2, 4))]
    issue = pp.parse_issue(list(print_issue(pages, FORMS[form], seed, 2, MANNERS[manner]).texts))
    for page in issue.pages:
        check_partition(page)
        check_fidelity(page)
    before = sorted(span for page in issue.pages for one in page.articles for span in one.spans)
    after = sorted(span for one in issue.articles for leaf in leaves(one) for span in leaf)
    assert before == after == sorted(span for one in issue.articles for span in one.spans)
    ids = [one.id for page in issue.pages for one in page.articles]
    assert len(ids) == len(set(ids))
    assert {end for link in issue.links for end in (link.from_article, link.to_article)} <= set(ids)
    assert len(issue.articles) == len(ids) - len(issue.links)
    assert pp.from_json(pp.to_json(issue)) == issue


@pytest.mark.parametrize("kind", CutAt)
def test_where_an_article_is_cut_does_not_matter(kind: CutAt) -> None:
    whole = cut = 0
    for seed in range(12):
        rng = Random(seed)  # noqa: S311 - chance, not secrecy
        pages = [[write(rng) for _ in range(3)] for _ in range(3)]
        manner = Manner(cuts=(kind,), parts=(2,), together=(1,))
        proof = print_issue(pages, FORMS["paragraphs"], seed, 1, manner)
        found = score_issue(proof.truth, pp.parse_issue(list(proof.texts)))
        assert found.sure == 0
        whole += found.right
        cut += found.wanted
    assert cut
    assert whole == cut


def test_a_cut_article_has_its_paragraphs_as_before() -> None:
    rng = Random(5)  # noqa: S311 - chance, not secrecy
    copy = write(rng)
    one, two = cut_copy(copy, 2, [CutAt.WORD], rng)
    page = (
        "\n\n".join([copy.main[0], "□记者 谭宁", *(item.text for item in one.copy.body)]) + "\n（下转第二版）"
    )
    rest = "（上接第一版）" + "\n\n".join(item.text for item in two.copy.body)
    (article,) = pp.parse_issue([page, rest]).articles
    assert [block.text for block in article.body] == [item.text for item in copy.body]
