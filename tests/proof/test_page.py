"""The proof page as text: what is in it, and what can never be."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from attrs import evolve
from hypothesis import given
from sheets import HOSTILE, full_page, linked_issue, pages

import paperparse as pp
from paperparse.proof import render_proof
from paperparse.text.visible import visible
from seeds import TEXTS

VOID = {"meta", "rect", "path", "br"}


class Reader(HTMLParser):
    """What a browser finds on the page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.lines: list[str] = []
        self.raw: dict[str, str] = {}
        self.open: list[str] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if tag not in VOID:
            self.open.append(tag)
        if found.get("class") == "src":
            self.lines.append("")
            self._depth = len(self.open)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open[-1] == tag
        if len(self.open) == self._depth:
            self._depth = 0
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.lines[-1] += data
        if self.open and self.open[-1] in {"script", "style"}:
            self.raw[self.open[-1]] = self.raw.get(self.open[-1], "") + data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def hashed(source: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode() + "'"


@given(page=pages())
def test_the_print_stands_there_as_it_is(page: pp.Page) -> None:
    lines = read(render_proof(page)).lines
    assert lines == visible(page.text).split("\n")


@given(text=HOSTILE)
def test_no_text_adds_an_element_or_a_handler(text: str) -> None:
    page = full_page()
    wicked = pp.Passage(text or "x", ())
    article = evolve(
        page.articles[0],
        headline=pp.Headline(main=(wicked,), label=(wicked,)),
        notes=(pp.Note(pp.NoteCode.UNPLACED_TEXT, None, text),),
        bylines=(evolve(page.articles[0].bylines[0], role=text, text=text),),
    )
    plain = read(render_proof(evolve(page, section="x", number="7", articles=(full(article),))))
    hostile = read(
        render_proof(evolve(page, section=text or "x", number=text or "7", articles=(article,)), title=text)
    )
    assert [tag for tag, _ in hostile.tags] == [tag for tag, _ in plain.tags]
    names = {name for _, attributes in hostile.tags for name in attributes}
    assert not any(name.startswith("on") or name in {"style", "src", "srcset"} for name in names)
    links = [attributes.get("href") or "#" for tag, attributes in hostile.tags if tag == "a"]
    assert all(link.startswith("#") for link in links)


def full(article: pp.Article) -> pp.Article:
    """The same article with harmless words."""
    word = pp.Passage("x", ())
    return evolve(
        article,
        headline=pp.Headline(main=(word,), label=(word,)),
        notes=(pp.Note(pp.NoteCode.UNPLACED_TEXT, None, "x"),),
        bylines=(evolve(article.bylines[0], role="x", text="x"),),
    )


def test_the_policy_lets_two_things_in_and_nothing_else() -> None:
    reader = read(render_proof(full_page()))
    (policy,) = [a["content"] for tag, a in reader.tags if tag == "meta" and "http-equiv" in a]
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules == {
        "default-src": "'none'",
        "script-src": hashed(reader.raw["script"]),
        "style-src": hashed(reader.raw["style"]),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert "://" not in re.sub(r"https?://www\.w3\.org/\S+", "", reader.raw["style"] + reader.raw["script"])


@pytest.mark.parametrize("name", TEXTS)
def test_every_leaf_is_on_both_sides(name: str) -> None:
    page = pp.parse(TEXTS[name])
    reader = read(render_proof(page))
    left = {a["data-leaf"] for tag, a in reader.tags if tag == "span" and "data-leaf" in a}
    right = {a["data-leaf"] for tag, a in reader.tags if tag != "span" and "data-leaf" in a}
    assert left == right
    parts = sum(
        len(a.headline.passages)
        + len(a.bylines)
        + len(a.body)
        + len(a.captions)
        + len(a.highlights)
        + sum(one is not None for one in (a.dateline, a.continued_from, a.continued_to))
        for a in page.articles
    )
    assert len(left) == parts + len(page.furniture)


def test_parts_of_one_article_share_a_colour_and_lead_to_each_other() -> None:
    reader = read(render_proof(linked_issue()))
    colours = [a["class"] for tag, a in reader.tags if tag == "article"]
    assert len(colours) == 2
    assert len(set(colours)) == 1
    links = [a["href"] for tag, a in reader.tags if tag == "a" and a.get("class") == "jump"]
    assert links == ["#a-p1a0", "#a-p0a0"]
    assert sum(tag == "path" for tag, _ in reader.tags) == 1


def test_ids_are_unique_and_anchors_lead_somewhere() -> None:
    reader = read(render_proof(pp.parse_issue(list(TEXTS.values()))))
    ids = [a["id"] for _, a in reader.tags if "id" in a]
    assert len(ids) == len(set(ids))
    assert {a["href"] for tag, a in reader.tags if tag == "a"} <= {f"#{one}" for one in ids}


def test_the_language_of_the_page_chooses_its_fonts() -> None:
    assert '<html lang="zh-Hant">' in render_proof(
        pp.parse("記者會今天在臺北舉行，與會學者認為經濟發展穩定。")
    )
    assert '<html lang="zh-Hans">' in render_proof(pp.parse("记者会今天在北京举行。"))


def test_an_empty_page_and_an_empty_issue() -> None:
    assert read(render_proof(pp.parse(""))).lines == [""]
    assert read(render_proof(pp.parse_issue([]))).lines == []
