from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from attrs import evolve
from hypothesis import given
from sheets import SEED_PAGES, full_page, linked_issue, pages

from paperparse.export import to_tei

if TYPE_CHECKING:
    import paperparse as pp

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


def read(text: str) -> ET.Element:
    """The document, as any XML reader sees it."""
    return ET.fromstring(text.encode())  # noqa: S314  # our own


def words(element: ET.Element | None) -> str:
    """What an element says."""
    assert element is not None
    return "".join(element.itertext())


def test_every_part_has_its_element() -> None:
    root = read(to_tei(full_page(), title="新报"))
    div = root.find(f".//{TEI}div")
    assert div is not None
    heads = [(head.get("type"), head.text) for head in div.findall(f"{TEI}head")]
    assert heads == [
        ("label", "决胜之年"),
        ("kicker", "我市召开会议强调——"),
        ("main", "新桥今日通车"),
        ("sub", "全长三公里"),
    ]
    byline = div.find(f"{TEI}byline")
    assert words(byline) == "青岛日报/观海新闻记者 孙 欣"
    assert byline is not None
    assert [(part.tag, part.text) for part in byline] == [
        (f"{TEI}orgName", "青岛日报/观海新闻"),
        (f"{TEI}persName", "孙 欣"),
    ]
    dateline = div.find(f"{TEI}dateline")
    assert words(dateline) == "本报青岛5月12日讯"
    assert words(div.find(f"{TEI}dateline/{TEI}placeName")) == "青岛"
    date = div.find(f"{TEI}dateline/{TEI}date")
    assert date is not None
    assert date.get("when") == "2024-05-12"
    assert words(div.find(f"{TEI}argument/{TEI}p")) == "要点一"
    assert [part.text for part in div.iter(f"{TEI}p")][1:3] == ["桥通了。", "灯亮了。"]
    section = div.find(f"{TEI}div")
    assert section is not None
    assert words(section.find(f"{TEI}head")) == "夜里也通"
    assert words(div.find(f"{TEI}figure/{TEI}p")) == "图为新桥。谭宁 摄"
    assert [note.get("n") for note in div.findall(f"{TEI}note")] == ["1", "3"]
    assert words(root.find(f".//{TEI}fw")) == "综合新闻"
    assert words(root.find(f".//{TEI}titleStmt/{TEI}title")) == "新报"


def test_parts_name_each_other() -> None:
    root = read(to_tei(linked_issue()))
    first, second = root.findall(f"{TEI}text/{TEI}body/{TEI}div")
    assert (first.get("next"), first.get("prev")) == ("#p1a0", None)
    assert (second.get("next"), second.get("prev")) == (None, "#p0a0")
    targets = [ref.get("target") for ref in first.iter(f"{TEI}ref")]
    assert targets == [None, "#p1a0"]
    assert [page.get("n") for page in root.iter(f"{TEI}pb")] == ["2", "3"]


def test_ids_of_others_become_names() -> None:
    page = full_page()
    root = read(to_tei(evolve(page, articles=(evolve(page.articles[0], id="7 新/1"),))))
    assert [div.get(ID) for div in root.iter(f"{TEI}div") if div.get(ID)] == ["a7_新_1"]


def test_the_day_of_the_issue_is_used_where_none_is_printed() -> None:
    root = read(to_tei(evolve(full_page(), date=None), issue_date=dt.date(2024, 1, 2)))
    assert [date.get("when") for date in root.iter(f"{TEI}date")] == ["2024-01-02", "2023-05-12"]


def test_real_pages_keep_every_paragraph() -> None:
    for page in SEED_PAGES.values():
        root = read(to_tei(page))
        said = [words(part) for part in root.iter() if part.tag in {f"{TEI}p", f"{TEI}head"}]
        assert all(block.text in said for article in page.articles for block in article.body)


@given(page=pages())
def test_any_page_is_well_formed_and_its_ids_are_unique(page: pp.Page) -> None:
    root = read(to_tei(page, title=page.text[:20]))
    ids = [part.get(ID) for part in root.iter() if part.get(ID)]
    assert len(ids) == len(set(ids)) == len(page.articles)
