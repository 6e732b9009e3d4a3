"""Law 7: the articles of a page are the same in whatever order they are printed."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import paperparse as pp
from paperparse.model import BlockKind, leaves
from paperparse.testing import write
from paperparse.testing.forms import FORMS
from paperparse.testing.press import print_page
from setting import wrap

GAP = "\n\n\n"
PAGES = 40
TIDY = ("wrapped-indent", "paragraphs", "headline-after")
SAME = 0.8
"""Share of pages of the press whose articles stay what they are: a bracketed byline may stand at an
article's head or foot, and what stands next to it then tells whose it is; 0.9 was reached."""


def articles(page: pp.Page) -> Counter[tuple[tuple[str, ...], ...]]:
    """What each article says, without where it stands."""
    return Counter(
        (
            tuple(passage.text for passage in article.headline.passages),
            tuple(name for byline in article.bylines for name in byline.names),
            tuple(block.text for block in article.body),
        )
        for article in page.articles
    )


def tidy(seed: int, width: int | None) -> str:
    """An article of our own: its headline, a byline, and paragraphs set to a width."""
    rng = Random(seed)  # noqa: S311 - chance, not secrecy
    copy = write(rng)
    names = "、".join(name for signature in copy.bylines for name in signature.names) or "谭宁"
    lines = ["".join(copy.main), "", f"□记者 {names}", ""]
    for item in copy.body:
        if item.kind is BlockKind.PARAGRAPH:
            first, *rest = wrap(item.text, width)
            lines += [f"　　{first}", *rest]
    return "\n".join(lines)


def strangers(heads: list[str], texts: list[str]) -> Iterator[tuple[str, str]]:
    """Every headline with the text of every other article."""
    return (
        (head, text) for at, head in enumerate(heads) for number, text in enumerate(texts) if number != at
    )


@given(
    st.lists(st.integers(0, 2**32 - 1), min_size=2, max_size=6, unique=True),
    st.sampled_from([None, 14, 17, 22, 30]),
    st.data(),
)
def test_law_7_shuffled_articles_are_the_same_articles(
    seeds: list[int], width: int | None, data: st.DataObject
) -> None:
    printed = [tidy(seed, width) for seed in seeds]
    # the press has few subjects: a headline that another article says word for word may be taken for its own
    heads = [text.split("\n", 1)[0] for text in printed]
    bare = ["".join(text.split()) for text in printed]
    assume(not any(one[-6:] in two for one, two in strangers(heads, bare)))
    other = data.draw(st.permutations(printed))
    assert articles(pp.parse(GAP.join(other))) == articles(pp.parse(GAP.join(printed)))


def stretches(text: str, truth: pp.Page) -> list[str]:
    """The lines of each article; none where articles are woven into each other."""
    found: list[tuple[int, int]] = []
    for article in truth.articles:
        spans = [span for leaf in leaves(article) for span in leaf]
        low, high = min(span.start for span in spans), max(span.end for span in spans)
        found.append((text.rfind("\n", 0, low) + 1, (text + "\n").index("\n", high)))
    found.sort()
    woven = any(one[1] > two[0] for one, two in pairwise(found))
    return [] if woven else [text[low:high] for low, high in found]


@pytest.mark.parametrize("form", TIDY)
def test_law_7_most_printed_pages_may_be_shuffled(form: str) -> None:
    rng = Random(form)  # noqa: S311 - chance, not secrecy
    same: list[bool] = []
    while len(same) < PAGES:
        copies = [write(rng) for _ in range(rng.randint(2, 5))]
        proof = print_page(copies, FORMS[form], rng.getrandbits(32))
        printed = stretches(proof.text, proof.truth)
        if len(printed) > 1:
            other = rng.sample(printed, len(printed))
            same.append(articles(pp.parse(GAP.join(other))) == articles(pp.parse(GAP.join(printed))))
    assert sum(same) / PAGES >= SAME
