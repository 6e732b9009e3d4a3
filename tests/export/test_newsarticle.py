from __future__ import annotations

import datetime as dt
import json

from attrs import evolve
from hypothesis import given
from sheets import HOSTILE, full_page, linked_issue, pages

import paperparse as pp
from paperparse.export import script_json, to_news_article


def test_every_part_has_its_place() -> None:
    page = full_page()
    found = to_news_article(page.articles[0], page)
    assert found["@context"] == "https://schema.org"
    assert found["@type"] == "NewsArticle"
    assert found["headline"] == "新桥今日通车"
    assert found["alternativeHeadline"] == ["我市召开会议强调——", "全长三公里"]
    assert found["articleSection"] == ["决胜之年"]
    assert (found["printPage"], found["printSection"]) == ("2", "综合新闻")
    assert (found["datePublished"], found["dateCreated"]) == ("2024-05-13", "2024-05-12")
    assert found["dateline"] == "本报青岛5月12日讯"
    assert found["locationCreated"] == {"@type": "Place", "name": "青岛"}
    assert found["author"] == [
        {
            "@type": "Person",
            "name": "孙欣",
            "jobTitle": "记者",
            "affiliation": {"@type": "Organization", "name": "青岛日报/观海新闻"},
        }
    ]
    assert found["abstract"] == "要点一"
    assert found["articleBody"] == "桥通了。\n夜里也通\n灯亮了。"
    assert found["image"] == [
        {
            "@type": "ImageObject",
            "caption": "图为新桥。谭宁 摄",
            "creditText": "谭宁 摄",
            "creator": [{"@type": "Person", "name": "谭宁"}],
        }
    ]


def test_people_stand_under_what_they_did() -> None:
    page = full_page()
    kinds = (pp.BylineKind.EDITOR, pp.BylineKind.TRANSLATOR, pp.BylineKind.PHOTOGRAPHER, pp.BylineKind.INTERN)
    signed = tuple(evolve(page.articles[0].bylines[0], kind=kind) for kind in kinds)
    article = evolve(page.articles[0], bylines=signed)
    found = to_news_article(article, page)
    assert [len(found[key]) for key in ("editor", "translator", "contributor", "author")] == [1, 1, 1, 1]


def test_an_outlet_without_people_signs_itself() -> None:
    page = full_page()
    alone = evolve(page.articles[0].bylines[0], names=())
    found = to_news_article(evolve(page.articles[0], bylines=(alone,)), page)
    assert found["author"] == [{"@type": "Organization", "name": "青岛日报/观海新闻"}]


def test_pages_of_a_stitched_article() -> None:
    issue = linked_issue()
    both = evolve(issue.articles[0], spans=issue.articles[0].spans + issue.articles[1].spans)
    assert to_news_article(both, issue)["printPage"] == "2, 3"


def test_the_day_of_the_issue_is_used_where_none_is_printed() -> None:
    page = evolve(full_page(), date=None)
    assert "datePublished" not in to_news_article(page.articles[0], page)
    found = to_news_article(page.articles[0], page, issue_date=dt.date(2024, 1, 2))
    assert (found["datePublished"], found["dateCreated"]) == ("2024-01-02", "2023-05-12")


@given(page=pages())
def test_nothing_closes_the_script_element(page: pp.Page) -> None:
    for article in page.articles:
        found = to_news_article(article, page)
        text = script_json(found)
        assert not set(text) & set("<>&\u2028\u2029")
        assert json.loads(text.encode()) == found


@given(text=HOSTILE)
def test_script_json_says_the_same(text: str) -> None:
    assert json.loads(script_json([text]).encode()) == [text]
