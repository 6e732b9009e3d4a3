"""The measures: what costs what."""

from __future__ import annotations

from random import Random

from attrs import evolve

from paperparse.model import Headline, Page
from paperparse.testing import FORMS, Proof, print_page, write
from paperparse.testing.evaluate import calibration, evaluate_form, proofs
from paperparse.testing.expected import expected_articles
from paperparse.testing.scoring import Score, score_page


def page() -> Proof:
    rng = Random(11)  # noqa: S311 - chance, not secrecy
    form = evolve(FORMS["paragraphs"], fragment=0.0, bare=0.0, furniture=0.0)
    return print_page([write(rng) for _ in range(4)], form, 1)


def score(proof: Proof, result: Page) -> Score:
    return score_page(expected_articles(proof.truth), result)


def test_nothing_read_scores_nothing() -> None:
    proof = page()
    found = score(proof, Page(proof.text))
    assert found.f1("article") == 0.0
    assert found.f1("paragraph") == 0.0
    assert (found.f1("b_cubed") or 0) < 0.8


def test_two_articles_in_one_cost_two_articles_and_one_merge() -> None:
    proof = page()
    one, two, *rest = proof.truth.articles
    both = evolve(one, spans=one.spans + two.spans, body=one.body + two.body)
    found = score(proof, evolve(proof.truth, articles=(both, *rest)))
    assert found.counts["article"] == (2, 3, 4)
    assert (found.splits, found.merges) == (0, 1)


def test_a_headline_of_another_article_costs_both() -> None:
    proof = page()
    one, two, *rest = proof.truth.articles
    swapped = (evolve(one, headline=two.headline), evolve(two, headline=one.headline), *rest)
    found = score(proof, evolve(proof.truth, articles=swapped))
    assert found.counts["headline_set"] == (2, 4, 4)
    assert found.counts["headline_main"] == (2, 4, 4)
    assert found.counts["paragraph"][0] == found.counts["paragraph"][2]


def test_a_lost_headline_costs_recall_alone() -> None:
    proof = page()
    one, *rest = proof.truth.articles
    found = score(proof, evolve(proof.truth, articles=(evolve(one, headline=Headline()), *rest)))
    assert found.counts["headline_main"] == (3, 3, 4)


def test_white_space_and_signs_of_headlines_cost_nothing() -> None:
    proof = page()
    one, *rest = proof.truth.articles
    passage = one.headline.main[0]
    spaced = evolve(passage, text="■ " + " ".join(passage.text))
    loud = evolve(one, headline=evolve(one.headline, main=(spaced,)))
    assert score(proof, evolve(proof.truth, articles=(loud, *rest))).f1("headline_main") == 1.0


def test_scores_add_up() -> None:
    proof = page()
    once = score(proof, Page(proof.text))
    twice = once + once
    assert twice.counts["article"][2] == 8
    assert len(twice.b_cubed) == 2


def test_a_perfect_parser_is_perfect() -> None:
    known = {proof.text: proof.truth for proof in proofs(FORMS["mixed"], 3, 1, None)}
    found = evaluate_form(known.__getitem__, proofs(FORMS["mixed"], 3, 1, None))
    assert found.f1("article") == found.f1("b_cubed") == 1.0
    assert not found.faults


def test_calibration_has_no_empty_rows() -> None:
    assert calibration([(1.0, True)]) == ((0.9, 1.0, 1.0, 1),)
