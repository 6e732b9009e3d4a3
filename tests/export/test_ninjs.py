from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from sheets import SEED_PAGES, full_page, linked_issue, pages

import paperparse as pp
from paperparse.export import to_ninjs

VARIABLE = "PAPERPARSE_NINJS_SCHEMA"


@pytest.fixture(scope="session")
def standard() -> jsonschema.Draft202012Validator:
    path = os.environ.get(VARIABLE)
    if not path:
        pytest.skip(f"{VARIABLE} does not name the schema of ninjs 3.1")
    schema = json.loads(Path(path).read_text(encoding="utf-8"))
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


@given(page=pages())
def test_any_article_validates(standard: jsonschema.Draft202012Validator, page: pp.Page) -> None:
    for article in page.articles:
        standard.validate(to_ninjs(article, page, issue_date=dt.date(2024, 5, 13)))


@pytest.mark.parametrize("name", SEED_PAGES)
def test_real_articles_validate(standard: jsonschema.Draft202012Validator, name: str) -> None:
    page = SEED_PAGES[name]
    for article in page.articles:
        standard.validate(to_ninjs(article, page))


def test_the_schema_refuses_what_is_wrong(standard: jsonschema.Draft202012Validator) -> None:
    item = to_ninjs(full_page().articles[0], full_page())
    wrong: list[dict[str, Any]] = [
        {**item, "paperparse": 1},
        {**item, "versionCreated": "2024-05-13"},
        {key: value for key, value in item.items() if key != "uri"},
    ]
    assert [standard.is_valid(one) for one in wrong] == [False, False, False]


def test_every_part_has_its_place() -> None:
    page = full_page()
    item = to_ninjs(page.articles[0], page)
    assert item["headlines"] == [
        {"role": "main", "value": "新桥今日通车"},
        {"role": "kicker", "value": "我市召开会议强调——"},
        {"role": "sub", "value": "全长三公里"},
        {"role": "label", "value": "决胜之年"},
    ]
    assert item["by"] == "青岛日报/观海新闻记者 孙 欣"
    assert item["infoSources"] == [
        {"name": "孙欣", "role": "reporter"},
        {"name": "青岛日报/观海新闻", "role": "outlet"},
    ]
    assert item["located"] == "青岛"
    assert item["versionCreated"] == "2024-05-13T00:00:00+08:00"
    assert item["contentCreated"] == "2024-05-12T00:00:00+08:00"
    assert item["representationType"] == "partial"
    assert item["language"] == "zh-Hans"
    plain, marked = item["bodies"]
    assert plain["value"] == "桥通了。\n夜里也通\n灯亮了。"
    assert marked["value"] == "<div><p>桥通了。</p><h2>夜里也通</h2><p>灯亮了。</p></div>"
    assert item["descriptions"] == [{"role": "highlight", "value": "要点一"}]
    (picture,) = item["associations"]
    assert picture["uri"] == item["uri"] + "#picture-1"
    assert picture["descriptions"] == [{"role": "caption", "value": "图为新桥。谭宁 摄"}]
    assert item["edNote"] == "the rest is on page 3."


def test_markup_in_print_stays_words() -> None:
    page = pp.Page("x", articles=(pp.Article("p0a0", body=(_paragraph("<b>&amp;</b>"),)),))
    item = to_ninjs(page.articles[0], page)
    assert item["bodies"][1]["value"] == "<div><p>&lt;b&gt;&amp;amp;&lt;/b&gt;</p></div>"


def _paragraph(text: str) -> pp.Block:
    return pp.Block(pp.BlockKind.PARAGRAPH, text, ())


def test_the_same_print_has_the_same_name() -> None:
    page, other = full_page(), SEED_PAGES[min(SEED_PAGES)]
    first = to_ninjs(page.articles[0], page)["uri"]
    assert first == to_ninjs(full_page().articles[0], full_page())["uri"]
    assert first != to_ninjs(other.articles[0], other)["uri"]
    assert to_ninjs(page.articles[0], page, uri="tag:example,2024:1")["uri"] == "tag:example,2024:1"


def test_an_article_of_another_source_is_refused() -> None:
    stranger = linked_issue().articles[1]
    with pytest.raises(ValueError, match="page 1"):
        to_ninjs(stranger, full_page())
