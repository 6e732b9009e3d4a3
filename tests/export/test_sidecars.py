"""Nothing goes into the void: what a format does not say, its side-car does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from sheets import SEED_PAGES, full_page, linked_issue, pages

from paperparse.export import (
    Form,
    held,
    sidecar,
    to_json,
    to_markdown,
    to_news_article,
    to_ninjs,
    to_rows,
    to_tei,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    import paperparse as pp


def written(page: pp.Page, form: Form) -> str:
    """A page in a format, as one text."""
    if form is Form.NINJS:
        return json.dumps([to_ninjs(article, page) for article in page.articles], ensure_ascii=False)
    if form is Form.NEWSARTICLE:
        return json.dumps([to_news_article(article, page) for article in page.articles], ensure_ascii=False)
    if form is Form.MARKDOWN:
        return to_markdown(page)
    if form is Form.TEI:
        return "".join(_plain(to_tei(page)))
    return json.dumps(to_rows(page), ensure_ascii=False, default=str)


def _plain(xml: str) -> Iterator[str]:
    from xml.etree import ElementTree as ET  # noqa: PLC0415

    for element in ET.fromstring(xml.encode()).iter():  # noqa: S314  # our own
        yield from element.attrib.values()
    yield from ET.fromstring(xml.encode()).itertext()  # noqa: S314


def values(tree: Any, at: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401  # JSON
    """Every value of a tree with its path."""
    if isinstance(tree, list):
        for item in tree:
            yield from values(item, at)
    elif isinstance(tree, dict):
        for key, item in tree.items():
            yield from values(item, f"{at}.{key}" if at else key)
    elif tree is not None:
        yield at, str(tree)


@pytest.mark.parametrize("form", Form)
def test_what_a_format_is_said_to_hold_it_says(form: Form) -> None:
    for page in (full_page(), *SEED_PAGES.values()):
        text = written(page, form)
        bare = "".join(text.replace("\\n", "").replace("\\", "").split())
        for article in json.loads(to_json(page))["articles"]:
            for path, value in values(article):
                if path in held(form) and path != "body.kind":
                    assert "".join(value.replace("\\", "").split()) in bare, (form, path, value)


@pytest.mark.parametrize("form", Form)
def test_paths_are_fields_of_the_model(form: Form) -> None:
    (article,) = json.loads(to_json(full_page()))["articles"]
    known = {path for path, _ in values(article)}
    assert held(form) <= known


@pytest.mark.parametrize("form", Form)
@given(page=pages())
def test_held_and_rest_are_all_there_is(form: Form, page: pp.Page) -> None:
    whole = json.loads(to_json(page))
    rest = sidecar(page, form)["rest"]
    assert rest["text"] == page.text
    for article, left in zip(whole["articles"], rest["articles"], strict=True):
        kept = sorted(values(left))
        missing = sorted(pair for pair in values(article) if pair[0] in held(form))
        assert sorted(kept + missing) == sorted(values(article))


def test_a_sidecar_knows_the_names_of_its_articles() -> None:
    page = full_page()
    found = sidecar(page, Form.NINJS)
    assert found["schema"] == "paperparse-sidecar/1"
    assert found["uris"] == {"p0a0": to_ninjs(page.articles[0], page)["uri"]}


def test_an_issue_keeps_its_links() -> None:
    rest = sidecar(linked_issue(), Form.TEI)["rest"]
    assert rest["links"] == [{"from_article": "p0a0", "to_article": "p1a0", "score": 0.97}]
    assert [page["number"] for page in rest["pages"]] == ["2", "3"]
