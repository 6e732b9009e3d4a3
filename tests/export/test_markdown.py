from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import example, given
from markdown_it import MarkdownIt
from sheets import HOSTILE, full_page, linked_issue, pages

import paperparse as pp
from paperparse.export import to_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token


def rendered(markdown: str) -> Iterator[tuple[str, str]]:
    """The blocks a CommonMark reader sees: tag and words."""
    tokens = MarkdownIt("commonmark").parse(markdown)
    for before, token in pairwise(tokens):
        if token.type == "inline":
            yield before.tag, "".join(_words(token))


def _words(token: Token) -> Iterator[str]:
    for child in token.children or ():
        yield "\n" if child.type in {"softbreak", "hardbreak"} else child.content


def squeezed(text: str) -> str:
    """Words as any reader of Markdown gives them: blanks are one blank, what is no character is gone."""
    return re.sub(r"[\s\x00-\x20\x7f-\x9f\u2028\u2029\ud800-\udfff]+", "", text)


def test_every_part_has_its_block() -> None:
    page = full_page()
    blocks = list(rendered(to_markdown(page)))
    assert blocks == [
        ("p", "决胜之年"),
        ("p", "我市召开会议强调——"),
        ("h1", "新桥今日通车"),
        ("h2", "全长三公里"),
        ("p", "青岛日报/观海新闻记者 孙 欣 · 本报青岛5月12日讯"),
        ("p", "2024-05-13 2版 综合新闻"),
        ("p", "要点一"),
        ("p", "（上接第一版）"),
        ("p", "桥通了。"),
        ("h3", "夜里也通"),
        ("p", "灯亮了。"),
        ("p", "（下转第三版）"),
        ("p", "图为新桥。谭宁 摄"),
    ]


def test_an_article_alone_needs_no_source() -> None:
    text = to_markdown(full_page().articles[0])
    assert "2024-05-13" not in text
    assert "# 新桥今日通车\n" in text


def test_articles_are_parted_by_rules() -> None:
    assert to_markdown(linked_issue()).count("\n\n---\n\n") == 1
    assert to_markdown(pp.Page("")) == ""


@given(text=HOSTILE)
@example("# 一")
@example("1. 一")
@example("123456789) 一")
@example("- 一")
@example("+ 一")
@example("=== ")
@example("<script>alert(1)</script>")
@example("[一](javascript:alert(1)) ![二](x) `三` **四** &amp; \\ ~~~ | > 五")
@example("    四个空格")
def test_words_stay_words(text: str) -> None:
    page = pp.Page("x", articles=(pp.Article("p0a0", body=(_paragraph(text), _paragraph("末段。"))),))
    blocks = list(rendered(to_markdown(page)))
    wanted = [("p", words) for words in (squeezed(text), "末段。") if words]
    assert [(tag, squeezed(words)) for tag, words in blocks] == wanted


@given(page=pages())
def test_any_page_is_one_encodable_text(page: pp.Page) -> None:
    text = to_markdown(page)
    assert text.encode().decode() == text
    assert not text or text.endswith("\n")
    assert "<" not in re.sub(r"\\<", "", text)


def _paragraph(text: str) -> pp.Block:
    return pp.Block(pp.BlockKind.PARAGRAPH, text, ())
