from paperparse.linking.parting import part_article
from paperparse.model import (
    Article,
    Block,
    BlockKind,
    Byline,
    BylineKind,
    Headline,
    Jump,
    Note,
    NoteCode,
    Passage,
    Span,
    leaves,
)


def block(at: int, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    return Block(kind, "甲乙", (Span(0, at, at + 2),))


def byline(at: int) -> Byline:
    return Byline("记者", BylineKind.REPORTER, ("谭宁",), None, "记者谭宁", (Span(0, at, at + 4),))


ARTICLE = Article(
    "p0a0",
    Headline(main=(Passage("新桥通车", (Span(0, 0, 4),)),)),
    bylines=(byline(10), byline(50)),
    body=(block(20), block(30), block(40, BlockKind.SUBHEAD), block(60)),
    continued_from=Jump("1", "（上接第一版）", (Span(0, 12, 19),)),
    continued_to=Jump("3", "（下转第三版）", (Span(0, 70, 77),)),
    notes=(Note(NoteCode.BYLINE_DOUBTFUL, Span(0, 50, 54), ""), Note(NoteCode.ENDS_MID_SENTENCE, None, "")),
)


def test_an_article_that_is_not_cut_is_itself() -> None:
    assert part_article(ARTICLE, [], ()) == (ARTICLE,)


def test_what_stands_around_the_bodies_goes_with_them() -> None:
    one, two = part_article(ARTICLE, [2], ())
    assert (one.id, two.id) == ("p0a0", "p0a0.1")
    assert (one.bylines, two.bylines) == ((byline(10),), (byline(50),))
    assert (one.continued_from, one.continued_to) == (ARTICLE.continued_from, None)
    assert (two.continued_from, two.continued_to) == (None, ARTICLE.continued_to)
    assert set(one.spans) | set(two.spans) == {span for leaf in leaves(ARTICLE) for span in leaf}
    assert not set(one.spans) & set(two.spans)
    assert [note.code for note in two.notes] == [NoteCode.BYLINE_DOUBTFUL]


def test_a_subhead_at_the_cut_was_the_headline_of_the_pages_own_article() -> None:
    _, two = part_article(ARTICLE, [2], ())
    assert two.headline.text == "甲乙"
    assert [one.kind for one in two.body] == [BlockKind.PARAGRAPH]


def test_a_subhead_at_the_head_of_a_part_from_elsewhere_stays_one() -> None:
    _, two = part_article(ARTICLE, [2], {2})
    assert two.headline == Headline()
    assert [one.kind for one in two.body] == [BlockKind.SUBHEAD, BlockKind.PARAGRAPH]


def test_an_article_may_be_parted_more_than_once() -> None:
    parts = part_article(ARTICLE, [1, 2], {1})
    assert [len(part.body) for part in parts] == [1, 1, 1]
    assert len({part.id for part in parts}) == 3


def test_two_cuts_at_one_headline_are_one() -> None:
    one, two = part_article(ARTICLE, [2, 3], {3})
    assert (one.id, two.id) == ("p0a0", "p0a0.1")
    assert two.headline.text == "甲乙"
    assert len(two.body) == 1


def test_no_part_is_left_without_a_body() -> None:
    parts = part_article(ARTICLE, [2, 3], {2, 3})
    assert [len(part.body) for part in parts] == [2, 1, 1]
