"""Property tests of a scraper of your own, on pages nobody ever printed.

:mod:`paperparse.testing` invents articles, prints them as newspapers do and knows what is on the page. So a
scraper can be tried on pages by the hundred, and not only on the few somebody kept::

    pip install '.[testing]' pytest && pytest examples/test_my_scraper.py

Put your own functions in the place of :func:`scrape` and :func:`authors`. When a property fails, Hypothesis
shows the smallest page it fails on.
"""

from __future__ import annotations

import html
import re
from random import Random

from hypothesis import given, settings

import paperparse as pp
from paperparse.testing import FORMS, Proof, Signature, print_page, write
from paperparse.testing.strategies import bylines, proofs

FLOOR = 0.9  # of the paragraphs printed; raise it as your scraper gets better


def scrape(document: str) -> list[dict[str, str]]:
    """What is under test: the articles of a page as a site serves it, one line a ``<p>``."""
    lines = re.findall(r"<p>(.*?)</p>", document, re.DOTALL)
    page = pp.parse("\n".join(map(html.unescape, lines)))
    return [
        {"title": "".join(passage.text for passage in article.headline.main), "text": article.text}
        for article in page.articles
    ]


def authors(field: str) -> list[str]:
    """What is under test: the people in an author field."""
    return [name for byline in pp.parse_byline(field) for name in byline.names]


def served(text: str) -> str:
    """A printed page as the site serves it."""
    lines = "\n".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n"))
    return f"<html><body><div id='ozoom'>{lines}</div></body></html>"


def bare(text: str) -> str:
    """A text without its blanks, which print puts anywhere."""
    return "".join(text.split())


@given(proofs())
@settings(max_examples=50, deadline=None, derandomize=True)
def test_the_site_changes_nothing(proof: Proof) -> None:
    direct = [article.text for article in pp.parse(proof.text).articles]
    assert [row["text"] for row in scrape(served(proof.text))] == direct


@given(bylines())
@settings(max_examples=200, deadline=None, derandomize=True)
def test_nobody_is_made_up(printed: tuple[str, tuple[Signature, ...]]) -> None:
    field, _ = printed
    assert all(name in bare(field) for name in authors(field))


def test_few_paragraphs_are_missed() -> None:
    """Reading print is never certain: how much comes out right is counted, not asserted page by page."""
    chance = Random(7)
    found = printed = 0
    for seed in range(50):
        proof = print_page([write(chance) for _ in range(4)], FORMS["wrapped-indent"], seed)
        stored = bare("\n".join(row["text"] for row in scrape(served(proof.text))))
        paragraphs = [bare(block.text) for article in proof.truth.articles for block in article.body]
        found += sum(paragraph in stored for paragraph in paragraphs)
        printed += len(paragraphs)
    print(f"{found} of {printed} paragraphs")
    assert found >= FLOOR * printed
