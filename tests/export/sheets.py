"""Pages and issues that exports are tried on: real ones, and ones that hold all a page can hold."""

from __future__ import annotations

import datetime as dt

from attrs import evolve
from hypothesis import strategies as st

import paperparse as pp
from seeds import TEXTS

SEED_PAGES = {name: pp.parse(text) for name, text in TEXTS.items()}

FULL_TEXT = """综合新闻
决胜之年
我市召开会议强调——
新桥今日通车
全长三公里
□青岛日报/观海新闻记者 孙 欣
（上接第一版）桥通了。
夜里也通
灯亮了。
■要点一
图为新桥。谭宁 摄
（下转第三版）
"""


def full_page() -> pp.Page:
    """A page on which every field of the model is filled."""

    def at(words: str) -> tuple[pp.Span, ...]:
        start = FULL_TEXT.index(words)
        return (pp.Span(0, start, start + len(words)),)

    def passage(words: str) -> pp.Passage:
        return pp.Passage(words, at(words))

    photographer = pp.Byline("摄", pp.BylineKind.PHOTOGRAPHER, ("谭宁",), None, "谭宁 摄", at("谭宁 摄"))
    article = pp.Article(
        id="p0a0",
        headline=pp.Headline(
            label=(passage("决胜之年"),),
            kicker=(passage("我市召开会议强调——"),),
            main=(passage("新桥今日通车"),),
            sub=(passage("全长三公里"),),
        ),
        bylines=(
            pp.Byline(
                "记者",
                pp.BylineKind.REPORTER,
                ("孙欣",),
                "青岛日报/观海新闻",
                "青岛日报/观海新闻记者 孙 欣",
                at("□青岛日报/观海新闻记者 孙 欣"),
            ),
        ),
        dateline=pp.Dateline("本报", "青岛", None, 5, 12, "讯", "本报青岛5月12日讯", ()),
        body=(
            pp.Block(pp.BlockKind.PARAGRAPH, "桥通了。", at("桥通了。")),
            pp.Block(pp.BlockKind.SUBHEAD, "夜里也通", at("夜里也通")),
            pp.Block(pp.BlockKind.PARAGRAPH, "灯亮了。", at("灯亮了。")),
        ),
        captions=(pp.Caption("图为新桥。谭宁 摄", (photographer,), at("图为新桥。谭宁 摄")),),
        highlights=(pp.Passage("要点一", at("■要点一")),),
        continued_from=pp.Jump("1", "（上接第一版）", at("（上接第一版）")),
        continued_to=pp.Jump("3", "（下转第三版）", at("（下转第三版）")),
        spans=(pp.Span(0, 5, len(FULL_TEXT)),),
        confidence=0.93,
        notes=(pp.Note(pp.NoteCode.CONTINUATION_OPEN, at("（下转第三版）")[0], "the rest is on page 3"),),
    )
    return pp.Page(
        text=FULL_TEXT,
        number="2",
        section="综合新闻",
        date=dt.date(2024, 5, 13),
        articles=(article,),
        furniture=(pp.Furniture(pp.FurnitureKind.SECTION, "综合新闻", at("综合新闻")),),
    )


def linked_issue() -> pp.Issue:
    """Two pages, the article of the first going on in the article of the second."""
    first = full_page()
    moved = evolve(
        first.articles[0],
        id="p1a0",
        spans=tuple(pp.Span(1, span.start, span.end) for span in first.articles[0].spans),
    )
    second = evolve(first, index=1, number="3", articles=(moved,))
    link = pp.Link("p0a0", "p1a0", 0.97)
    return pp.Issue(pages=(first, second), articles=(first.articles[0], moved), links=(link,))


# what extractors leave and formats choke on: markup, controls, lone surrogates, signs of Markdown
HOSTILE = st.text(
    st.one_of(
        st.sampled_from("\x00\x0c\x1b\u2028\ud800\udc00\ufffe<>&\"'`*_#[]()!|~\\-+=.1 \n\t]]>"),
        st.characters(),
    ),
    max_size=200,
)


def pages() -> st.SearchStrategy[pp.Page]:
    """Pages of any text at all, articles made of the text itself where parsing finds none."""

    def made(words: list[str]) -> pp.Page:
        page = full_page()
        article = page.articles[0]
        filled = [word or "字" for word in words]
        headline = pp.Headline(
            main=(pp.Passage(filled[0], ()),), sub=(pp.Passage(filled[1], ()),), kicker=(), label=()
        )
        return evolve(
            page,
            articles=(
                evolve(
                    article,
                    headline=headline,
                    body=(pp.Block(pp.BlockKind.PARAGRAPH, filled[2], ()),),
                    captions=(pp.Caption(filled[3], (), ()),),
                    highlights=(pp.Passage(filled[4], ()),),
                    bylines=(evolve(article.bylines[0], text=filled[5], names=(filled[6],)),),
                ),
            ),
        )

    return st.one_of(
        HOSTILE.map(pp.parse),
        st.lists(HOSTILE, min_size=7, max_size=7).map(made),
        st.sampled_from(list(SEED_PAGES.values())),
    )
