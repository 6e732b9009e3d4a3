"""What must hold of every page the press prints, in every form."""

from __future__ import annotations

from itertools import chain
from random import Random

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

from paperparse.articles.grams import grams_of, share
from paperparse.model import BlockKind, BylineKind, Page, Span, leaves
from paperparse.testing import (
    FORMS,
    Copy,
    IssueProof,
    Proof,
    Signature,
    Text,
    Wire,
    print_issue,
    print_page,
    write,
    writer,
)
from paperparse.testing.compose import JumpLine, Jumps
from paperparse.testing.expected import expected_articles
from paperparse.testing.press import set_page
from paperparse.testing.scoring import MEASURES, score_links, score_page
from paperparse.testing.sheet import new_sheet
from paperparse.testing.strategies import issues, proofs
from paperparse.testing.words import words
from paperparse.testing.wrap import Kinsoku
from paperparse.testing.writer import write_page
from paperparse.text.fold import fold

PAGES = 6
SIGNS = "□■◎●▲◆○▼◀▶><*（）()【】《》"
COPY = Copy(
    kicker=("两岸居民盼了三年——",),
    main=("新渡口开始载客",),
    bylines=(Signature("记者", BylineKind.REPORTER, ("孙欣", "欧阳晓宁")),),
    wire=Wire("本报", None, 5, 12, "讯"),
    body=(
        Text(BlockKind.PARAGRAPH, "12日上午，新渡口在老码头开始载客，首班船坐了36名乘客，全程用时9分钟。"),
        Text(BlockKind.SUBHEAD, "三年没有白等"),
        Text(BlockKind.PARAGRAPH, "“以前绕行要走一个小时。”住在南岸的老街坊说，现在买菜也方便多了。"),
    ),
)


LONG = evolve(COPY, body=(*COPY.body, Text(BlockKind.PARAGRAPH, "船票两元，早晚各加开四班。" * 6)))


def pages_of(name: str) -> list[Proof]:
    found = []
    for seed in range(PAGES):
        rng = Random(f"{name}{seed}")  # noqa: S311 - chance, not secrecy
        found.append(print_page([write(rng) for _ in range(rng.randint(1, 6))], FORMS[name], seed))
    return found


def owners(page: Page) -> list[int]:
    pieces: list[tuple[Span, ...]] = [
        *chain.from_iterable(map(leaves, page.articles)),
        *(piece.spans for piece in page.furniture),
    ]
    count = [0] * len(page.text)
    for span in chain.from_iterable(pieces):
        for at in range(span.start, span.end):
            count[at] += 1
    return count


def bare(text: str) -> str:
    return "".join(char for char in text if not char.isspace() and char not in SIGNS)


def assert_partition(page: Page) -> None:
    count = owners(page)
    wrong = [at for at, char in enumerate(page.text) if not char.isspace() and count[at] != 1]
    assert not wrong, page.text[max(wrong[0] - 20, 0) : wrong[0] + 20]


def assert_fidelity(page: Page) -> None:
    for article in page.articles:
        pieces: list[tuple[str, tuple[Span, ...]]] = [(p.text, p.spans) for p in article.headline.passages]
        pieces += [(byline.text, byline.spans) for byline in article.bylines]
        pieces += [(block.text, block.spans) for block in article.body]
        pieces += [(caption.text, caption.spans) for caption in article.captions]
        pieces += [(passage.text, passage.spans) for passage in article.highlights]
        if article.dateline:
            pieces.append((article.dateline.text, article.dateline.spans))
        for text, spans in pieces:
            assert bare(text) == bare("".join(map(page.cut, spans)))


@pytest.mark.parametrize("name", FORMS)
def test_each_character_has_one_owner(name: str) -> None:
    for proof in pages_of(name):
        assert_partition(proof.truth)


@pytest.mark.parametrize("name", FORMS)
def test_texts_are_their_spans(name: str) -> None:
    for proof in pages_of(name):
        assert proof.truth.text == proof.text
        assert_fidelity(proof.truth)


@pytest.mark.parametrize("name", FORMS)
def test_the_same_seed_prints_the_same_page(name: str) -> None:
    copies = [COPY, write(Random(1))]  # noqa: S311 - chance, not secrecy
    assert print_page(copies, FORMS[name], 5) == print_page(copies, FORMS[name], 5)


@pytest.mark.parametrize("name", FORMS)
def test_truth_scores_one_against_itself(name: str) -> None:
    for proof in pages_of(name):
        score = score_page(expected_articles(proof.truth), proof.truth)
        assert {score.f1(measure) for measure in ("b_cubed", *MEASURES)} <= {None, 1.0}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(proofs())
def test_any_page_keeps_the_laws(proof: Proof) -> None:
    assert_partition(proof.truth)
    assert_fidelity(proof.truth)


def test_different_seeds_print_different_pages() -> None:
    assert len({print_page([COPY], FORMS["wrapped-indent"], seed).text for seed in range(20)}) == 20


def test_letters_open_with_the_greetings_of_the_word_lists() -> None:
    copy, form = evolve(COPY, wire=None), evolve(FORMS["paragraphs"], letters=1.0, lively=0.0)
    pages = [print_page([copy], form, seed).truth for seed in range(30)]
    texts = {block.text for page in pages for article in page.articles for block in article.body}
    assert set(words("letters", "greetings")) <= texts


@pytest.mark.parametrize("count", [0, 1, 7, 60])
def test_a_page_has_as_many_articles_as_asked_for(count: int) -> None:
    assert len(write_page(count, Random(2))) == count  # noqa: S311 - chance, not secrecy


def test_the_same_chance_writes_the_same_page() -> None:
    first, second, other = (write_page(4, Random(seed)) for seed in (3, 3, 4))  # noqa: S311 - chance, not secrecy
    assert first == second != other


def test_articles_of_one_page_are_on_different_subjects(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int | None] = []

    def note(rng: Random, subject: int | None = None) -> Copy:
        drawn.append(subject)
        return write(rng, subject)

    monkeypatch.setattr(writer, "write", note)
    for seed in range(10):
        drawn.clear()
        write_page(5, Random(seed))  # noqa: S311 - chance, not secrecy
        assert len(set(drawn)) == 5


def test_most_main_headlines_share_with_their_body() -> None:
    copies = [write(Random(seed)) for seed in range(200)]  # noqa: S311 - chance, not secrecy
    shared = [
        share(grams_of(fold(copy.main[0])), grams_of(fold("".join(item.text for item in copy.body))))
        for copy in copies
    ]
    assert sum(part > 0.2 for part in shared) > 150


UNDAMAGED = [name for name, form in FORMS.items() if form.noise == (0.0,) and form.radicals == (0.0,)]


@pytest.mark.parametrize("name", UNDAMAGED)
def test_a_copy_comes_out_as_it_went_in(name: str) -> None:
    # nothing added by the house: no list beside it, no greeting, no headline that asks
    form = evolve(FORMS[name], lists=0.0, letters=0.0, lively=0.0)
    for seed in range(10):
        (article,) = print_page([COPY], form, seed).truth.articles
        if article.is_fragment or not article.headline.passages:
            continue
        assert [bare(block.text) for block in article.body] == [bare(item.text) for item in COPY.body]
        assert [bare(p.text) for p in article.headline.passages] == [bare(COPY.kicker[0]), bare(COPY.main[0])]
        assert [name for byline in article.bylines for name in byline.names] == ["孙欣", "欧阳晓宁"]
        assert article.dateline is not None
        line = article.dateline
        assert (line.outlet, line.place, line.month, line.day, line.kind) == ("本报", None, 5, 12, "讯")


def test_wrapped_lines_keep_their_column() -> None:
    body = (Text(BlockKind.PARAGRAPH, "渡口" * 200 + "。"),)
    for seed in range(20):
        proof = print_page([Copy(body=body)], FORMS["wrapped-tight"], seed)
        block = proof.truth.articles[0].body[-1]
        wide = [span.end - span.start for span in block.spans[:-1]]
        assert max(wide, default=11) <= 31
        assert min(wide[1:], default=11) >= 10


def begins_with_a_closing_mark(proof: Proof) -> bool:
    return any(line.lstrip()[:1] in set("，。”、》）") for line in proof.text.splitlines() if line.strip())


@pytest.mark.parametrize("kinsoku", [rule for rule in Kinsoku if rule is not Kinsoku.NONE])
def test_no_line_begins_with_a_closing_mark(kinsoku: Kinsoku) -> None:
    form = evolve(FORMS["wrapped-indent"], kinsoku=(kinsoku,))
    assert not any(begins_with_a_closing_mark(print_page([COPY], form, seed)) for seed in range(20))


def test_where_no_rule_holds_lines_begin_with_closing_marks() -> None:
    form = evolve(FORMS["wrapped-indent"], kinsoku=(Kinsoku.NONE,), width=(11, 14))
    proofs = [print_page([LONG], form, seed) for seed in range(20)]
    assert sum(map(begins_with_a_closing_mark, proofs)) > 10
    ruled = [print_page([LONG], evolve(form, kinsoku=(Kinsoku.OUT,)), seed) for seed in range(20)]
    assert not any(map(begins_with_a_closing_mark, ruled))
    for proof in proofs:
        assert_partition(proof.truth)
        assert_fidelity(proof.truth)


def test_a_page_may_have_a_list_beside_its_articles() -> None:
    form = evolve(FORMS["wrapped-indent"], lists=1.0, letters=1.0, lively=0.0, invent_wire=0.0, fragment=0.0)
    for seed in range(10):
        articles = print_page([COPY], form, seed).truth.articles
        assert len(articles) == 2
        (listed,) = (article for article in articles if article.headline.text.find(COPY.main[0]) < 0)
        # nobody signs or greets in a list
        assert not listed.bylines
        assert listed.dateline is None
        assert len(listed.body) >= 3
        assert not any(block.text.endswith(("。", "：")) for block in listed.body)


@pytest.mark.parametrize("wire", [None, COPY.wire])
def test_a_letter_opens_with_a_greeting_and_a_wire_with_none(wire: Wire | None) -> None:
    form = evolve(FORMS["wrapped-indent"], lists=0.0, letters=1.0, lively=0.0, fragment=0.0, spaced=0.0)
    copy = evolve(COPY, wire=wire)
    for seed in range(10):
        (article,) = print_page([copy], form, seed).truth.articles
        greeted, said = bare(article.body[0].text), [bare(block.text) for block in article.body]
        assert greeted.endswith("：") is (wire is None)
        assert said[len(said) - len(COPY.body) :] == [bare(item.text) for item in COPY.body]
        assert len(said) == len(COPY.body) + (wire is None)


@pytest.mark.parametrize("main", ["新渡口开始载客", "新渡口开始载客？", "“新渡口开始载客”"])
def test_a_headline_that_ends_in_a_word_may_ask_or_exclaim(main: str) -> None:
    form = evolve(FORMS["wrapped-indent"], lists=0.0, letters=0.0, lively=1.0, bare=0.0, fragment=0.0)
    ends = set()
    for seed in range(20):
        (article,) = print_page([evolve(COPY, main=(main,))], form, seed).truth.articles
        (passage,) = article.headline.main
        said = "".join(passage.text.split())
        assert said.startswith(main)
        ends.add(said.removeprefix(main))
    assert ends == ({"？", "！"} if main[-1].isalpha() else {""})


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(issues())
def test_any_issue_keeps_the_laws(proof: IssueProof) -> None:
    for text, page in zip(proof.texts, proof.truth.pages, strict=True):
        assert page.text == text
        assert_partition(page)
    ids = [article.id for page in proof.truth.pages for article in page.articles]
    assert len(ids) == len(set(ids))
    assert len(proof.truth.articles) == len(ids) - len(proof.truth.links)


def test_an_article_that_goes_on_is_whole_in_the_truth() -> None:
    proof = print_issue([[LONG, LONG, LONG], [LONG]], FORMS["paragraphs"], 3)
    (link,) = proof.truth.links
    whole = next(article for article in proof.truth.articles if article.id == link.from_article)
    assert [block.text.lstrip("■◆●>【 ").rstrip("】<") for block in whole.body] == [
        item.text for item in LONG.body
    ]
    assert {span.page for span in whole.spans} == {0, 1}
    assert not whole.is_fragment


def test_links_count_when_both_ends_are_right() -> None:
    proof = print_issue([[LONG, LONG, LONG], [LONG]], FORMS["paragraphs"], 3)
    assert score_links(proof.truth, proof.truth) == (1, 1, 1)
    assert score_links(proof.truth, evolve(proof.truth, links=())) == (0, 0, 1)
    (link,) = proof.truth.links
    wrong = evolve(link, from_article=link.to_article)
    assert score_links(proof.truth, evolve(proof.truth, links=(link, wrong))) == (1, 2, 1)


def test_a_lost_headline_is_in_no_truth() -> None:
    form = evolve(FORMS["paragraphs"], garbled=1.0)
    pages = [print_page([COPY], form, seed) for seed in range(12)]
    mains = [passage.text for page in pages for passage in page.truth.articles[0].headline.main]
    assert 0 < len(mains) < 12
    assert COPY.main[0] not in mains


def test_a_part_of_one_unfinished_sentence_is_no_list_and_keeps_its_jump_line() -> None:
    text = Text(BlockKind.PARAGRAPH, "新的渡口码头昨天上午开始运行，两岸的居民一早就赶来")
    form = evolve(FORMS["paragraphs"], lists=0.0, letters=1.0)
    for number in range(20):
        jumps = Jumps(go_to="2", to_line=JumpLine("2", "（下转第二版）", alone=True))
        rng = Random(number)  # noqa: S311 - chance, not secrecy
        proof = set_page([(Copy(main=("渡口重开",), body=(text,)), jumps)], form, new_sheet(rng), rng)
        assert "（下转第二版）" in proof.text
        tail = Jumps(come_from="1", from_line=JumpLine("1", "（上接第一版）", alone=True))
        rest = Copy(body=(Text(BlockKind.PARAGRAPH, "乘船的人很多，往来方便。"),))
        proof = set_page([(rest, tail)], form, new_sheet(rng), rng)
        assert len(proof.truth.articles[0].body) == 1
