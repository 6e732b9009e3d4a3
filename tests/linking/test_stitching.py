import pytest

from paperparse.linking.stitching import Seam, stitch
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
    Note,
    NoteCode,
    Passage,
    Span,
    leaves,
)

SURE = Seam(repeats=False, flush=False, confidence=0.9)


class Setter:
    """Sets leaves one after another on a page."""

    def __init__(self, page: int) -> None:
        self.page = page
        self.at = 0

    def spans(self, text: str) -> tuple[Span, ...]:
        self.at += len(text) + 1
        return (Span(self.page, self.at - len(text) - 1, self.at - 1),)

    def paragraph(self, text: str) -> Block:
        return Block(BlockKind.PARAGRAPH, text, self.spans(text))

    def subhead(self, text: str) -> Block:
        return Block(BlockKind.SUBHEAD, text, self.spans(text))

    def passage(self, text: str) -> Passage:
        return Passage(text, self.spans(text))

    def jump(self, page: str, text: str) -> Jump:
        return Jump(page, text, self.spans(text))


def one_and_two(first: str, second: str) -> tuple[Article, Article]:
    return Article("p0a0", body=(Setter(0).paragraph(first),)), Article(
        "p1a0", body=(Setter(1).paragraph(second),)
    )


@pytest.mark.parametrize(
    ("first", "second", "texts"),
    [
        ("两岸居民赶", "来乘船。", ["两岸居民赶来乘船。"]),
        ("他说：“", "真好。”", ["他说：“真好。”"]),
        ("两岸居民，", "赶来乘船。", ["两岸居民，赶来乘船。"]),
        ("他说：“真好。", "真不错。”", ["他说：“真好。真不错。”"]),
        ("两岸居民赶来。", "新桥通车。", ["两岸居民赶来。", "新桥通车。"]),
        ("the open", "source 社区", ["the open source 社区"]),
    ],
)
def test_a_paragraph_that_was_cut_is_whole_again(first: str, second: str, texts: list[str]) -> None:
    whole = stitch(*one_and_two(first, second), SURE)
    assert [block.text for block in whole.body] == texts
    assert whole.id == "p0a0"
    assert {span.page for span in whole.spans} == {0, 1}


def test_a_part_set_without_indent_goes_on_in_the_paragraph() -> None:
    whole = stitch(
        *one_and_two("两岸居民赶来。", "新桥通车。"), Seam(repeats=False, flush=True, confidence=1.0)
    )
    assert whole.text == "两岸居民赶来。新桥通车。"


def test_a_repeated_headline_adds_its_spans_and_no_words() -> None:
    one, two = Setter(0), Setter(1)
    upper = Article(
        "a", Headline(main=(one.passage("新桥今日通车"),)), body=(one.paragraph("两岸居民赶来。"),)
    )
    lower = Article("b", Headline(main=(two.passage("新桥通车"),)), body=(two.paragraph("新桥通车。"),))
    whole = stitch(upper, lower, Seam(repeats=True, flush=False, confidence=1.0))
    assert whole.headline.text == "新桥今日通车"
    assert [span.page for span in whole.headline.main[0].spans] == [0, 1]
    assert [block.kind for block in whole.body] == [BlockKind.PARAGRAPH] * 2


def test_a_headline_of_its_own_over_a_later_part_is_a_subhead() -> None:
    one, two = Setter(0), Setter(1)
    upper = Article(
        "a", Headline(main=(one.passage("新桥今日通车"),)), body=(one.paragraph("两岸居民赶来。"),)
    )
    lower = Article("b", Headline(main=(two.passage("三年没有白等"),)), body=(two.paragraph("工期三年。"),))
    whole = stitch(upper, lower, SURE)
    assert [(block.kind.value, block.text) for block in whole.body][1:] == [
        ("subhead", "三年没有白等"),
        ("paragraph", "工期三年。"),
    ]


def test_a_subhead_never_joins_a_paragraph() -> None:
    one, two = Setter(0), Setter(1)
    upper = Article("a", body=(one.paragraph("两岸居民赶"),))
    lower = Article("b", body=(two.subhead("三年没有白等"), two.paragraph("工期三年。")))
    assert [block.text for block in stitch(upper, lower, SURE).body] == [
        "两岸居民赶",
        "三年没有白等",
        "工期三年。",
    ]


def full(page: int) -> Article:
    """A part with every kind of leaf."""
    here = Setter(page)
    byline = Byline("记者", BylineKind.REPORTER, ("谭宁",), None, "记者谭宁", here.spans("记者谭宁"))
    dateline = Dateline("本报", None, None, 5, 12, "讯", "本报5月12日讯", here.spans("本报5月12日讯"))
    return Article(
        f"p{page}a0",
        Headline(main=(here.passage("新桥通车"),)),
        (byline,),
        dateline,
        (here.paragraph("两岸居民赶"), here.paragraph("来乘船")),
        (Caption("图为新桥。", (), here.spans("图为新桥。")),),
        (here.passage("工期三年"),),
        here.jump(str(page), f"（上接第{page}版）"),
        here.jump(str(page + 2), f"（下转第{page + 2}版）"),
        notes=(
            Note(NoteCode.CONTINUATION_OPEN, None, "elsewhere"),
            Note(NoteCode.BYLINE_DOUBTFUL, None, "kept"),
        ),
    )


def test_nothing_is_lost_and_nothing_is_owned_twice() -> None:
    parts = [full(page) for page in range(3)]
    whole = stitch(stitch(parts[0], parts[1], SURE), parts[2], SURE)
    before = sorted(span for part in parts for leaf in leaves(part) for span in leaf)
    assert sorted(span for leaf in leaves(whole) for span in leaf) == before
    assert list(whole.spans) == before


def test_jump_lines_are_kept_under_the_outer_pages() -> None:
    parts = [full(page) for page in range(3)]
    whole = stitch(stitch(parts[0], parts[1], SURE), parts[2], SURE)
    assert whole.continued_from is not None
    assert whole.continued_to is not None
    assert (whole.continued_from.page, whole.continued_to.page) == ("0", "4")
    assert whole.continued_to.text == "（下转第2版） （下转第3版） （下转第4版）"
    assert [span.page for span in whole.continued_to.spans] == [0, 1, 2]


def test_a_whole_article_is_no_fragment_whatever_the_order_of_its_pages() -> None:
    for first, second in ((0, 1), (1, 0)):
        one, two = Setter(first), Setter(second)
        upper = Article(
            "a", body=(one.paragraph("两岸居民赶"),), continued_to=one.jump("2", "（下转第二版）")
        )
        lower = Article("b", continued_from=two.jump("1", "（上接第一版）"), body=(two.paragraph("来。"),))
        assert upper.is_fragment
        assert lower.is_fragment
        assert not stitch(upper, lower, SURE).is_fragment


def test_notes_that_a_link_settles_are_dropped() -> None:
    one, two = Setter(0), Setter(1)
    jump = one.jump("2", "（下转第二版）")
    upper = Article(
        "a",
        body=(one.paragraph("两岸居民赶"),),
        continued_to=jump,
        notes=(
            Note(NoteCode.CONTINUATION_OPEN, jump.spans[0], ""),
            Note(NoteCode.ENDS_MID_SENTENCE, None, ""),
            Note(NoteCode.HEADLINE_MISSING, None, ""),
        ),
    )
    lower = Article(
        "b",
        body=(two.paragraph("来。"),),
        notes=(Note(NoteCode.STARTS_MID_SENTENCE, None, ""), Note(NoteCode.HEADLINE_MISSING, None, "")),
    )
    assert [note.code for note in stitch(upper, lower, SURE).notes] == [NoteCode.HEADLINE_MISSING]


def test_an_article_is_no_surer_than_its_links() -> None:
    upper, lower = one_and_two("两岸居民赶", "来。")
    assert stitch(upper, lower, SURE).confidence == 0.9
