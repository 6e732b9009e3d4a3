"""Law 6: a page put into Traditional characters has the structure that it had."""

import opencc
import pytest
from hypothesis import given

import paperparse as pp
from paperparse.model import Article, Span, leaves
from paperparse.testing.press import Proof
from paperparse.testing.strategies import proofs
from seeds import NAMES, TEXTS

TRADITIONAL = opencc.OpenCC("s2t")


def structure(article: Article) -> tuple[list[list[Span]], list[str], list[tuple[str, int]], list[int]]:
    """What an article is made of, as far as no character is named."""
    headline = article.headline
    return (
        [list(leaf) for leaf in leaves(article)],
        [block.kind for block in article.body],
        [(byline.kind, len(byline.names)) for byline in article.bylines],
        [len(headline.kicker), len(headline.main), len(headline.sub)],
    )


def check(text: str) -> None:
    put = TRADITIONAL.convert(text)
    assert len(put) == len(text)
    one, other = pp.parse(text), pp.parse(put)
    assert list(map(structure, other.articles)) == list(map(structure, one.articles))
    assert [piece.spans for piece in other.furniture] == [piece.spans for piece in one.furniture]


@pytest.mark.parametrize("name", NAMES)
def test_law_6_on_the_seeds(name: str) -> None:
    check(TEXTS[name])


@given(proofs(most=4))
def test_law_6_traditional_pages_have_the_same_structure(proof: Proof) -> None:
    check(proof.text)
