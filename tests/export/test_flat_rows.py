from __future__ import annotations

import datetime as dt
import json

from attrs import evolve
from hypothesis import given
from sheets import SEED_PAGES, full_page, linked_issue, pages

import paperparse as pp
from paperparse.export import to_rows

PLAIN = (str, int, float, bool, dt.date, type(None))


def test_every_part_has_its_column() -> None:
    (row,) = to_rows(full_page(), name="02.txt")
    uri = row.pop("uri")
    assert uri.startswith("urn:uuid:")
    assert row == {
        "source": "02.txt",
        "id": "p0a0",
        "pages": ["2"],
        "section": "综合新闻",
        "date": dt.date(2024, 5, 13),
        "language": "zh-Hans",
        "label": "决胜之年",
        "kicker": "我市召开会议强调——",
        "main": "新桥今日通车",
        "sub": "全长三公里",
        "authors": ["孙欣"],
        "bylines": ["青岛日报/观海新闻记者 孙 欣"],
        "dateline": "本报青岛5月12日讯",
        "dateline_outlet": "本报",
        "dateline_place": "青岛",
        "dateline_kind": "讯",
        "written": dt.date(2024, 5, 12),
        "text": "桥通了。\n夜里也通\n灯亮了。",
        "paragraphs": ["桥通了。", "灯亮了。"],
        "subheads": ["夜里也通"],
        "captions": ["图为新桥。谭宁 摄"],
        "highlights": ["要点一"],
        "continued_from": "1",
        "continued_to": "3",
        "is_fragment": True,
        "confidence": 0.93,
        "notes": ["continuation-open"],
    }


@given(page=pages())
def test_rows_have_the_same_columns_and_plain_values(page: pp.Page) -> None:
    columns = list(to_rows(full_page())[0])
    for row in to_rows(page):
        assert list(row) == columns
        for value in row.values():
            assert isinstance(value, PLAIN) or all(isinstance(item, str) for item in value)


def test_one_row_for_each_article() -> None:
    for page in SEED_PAGES.values():
        assert [row["id"] for row in to_rows(page)] == [article.id for article in page.articles]
    assert len(to_rows(linked_issue())) == 2


def test_editors_are_no_authors() -> None:
    page = full_page()
    edited = evolve(page.articles[0].bylines[0], kind=pp.BylineKind.EDITOR)
    (row,) = to_rows(evolve(page, articles=(evolve(page.articles[0], bylines=(edited,)),)))
    assert row["authors"] == []
    assert len(row["bylines"]) == 1


def test_rows_fit_into_json() -> None:
    rows = [row for page in SEED_PAGES.values() for row in to_rows(page)]
    assert len(json.loads(json.dumps(rows, default=str))) == len(rows)
