import io
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

import paperparse as pp
from paperparse.model import NoteCode, Page

FIRST = "新桥今日建成通车\n\n□记者 谭宁\n本报讯 今天上午，横跨两岸的新桥建成通车。"
SECOND = "稻谷秋收开镰\n\n□记者 王娇\n本报讯 田野里的稻谷熟了，各乡陆续开镰。"


def texts(issue: pp.Issue) -> list[str]:
    return [page.text for page in issue.pages]


def test_pages_stand_in_printing_order_with_their_indices() -> None:
    issue = pp.parse_issue([FIRST, SECOND])
    assert texts(issue) == [FIRST, SECOND]
    assert [page.index for page in issue.pages] == [0, 1]


def test_a_page_of_an_issue_reads_as_it_does_alone() -> None:
    (page,) = pp.parse_issue([FIRST]).pages
    assert page == pp.parse(FIRST)


def test_every_span_lies_on_its_page() -> None:
    issue = pp.parse_issue([FIRST, SECOND])
    for page in issue.pages:
        assert {span.page for article in page.articles for span in article.spans} == {page.index}
    (second,) = issue.pages[1].articles
    assert issue.pages[1].cut(second.headline.main[0].spans[0]) == "稻谷秋收开镰"


def test_articles_are_those_of_all_pages_and_each_has_its_own_id() -> None:
    issue = pp.parse_issue([FIRST, SECOND, SECOND])
    headlines = [article.headline.text for article in issue.articles]
    assert headlines == ["新桥今日建成通车", "稻谷秋收开镰", "稻谷秋收开镰"]
    assert len({article.id for article in issue.articles}) == 3


def test_one_text_is_parted_by_its_form_feeds() -> None:
    assert pp.parse_issue(f"{FIRST}\f{SECOND}") == pp.parse_issue([FIRST, SECOND])


def test_a_form_feed_at_the_end_opens_no_page() -> None:
    assert pp.parse_issue(f"{FIRST}\f{SECOND}\f") == pp.parse_issue([FIRST, SECOND])
    assert texts(pp.parse_issue([f"{FIRST}\f", f"{SECOND}\f"])) == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("source", "pages"),
    [("", [""]), ("\f", [""]), ("\f\f", ["", ""]), ("\f甲", ["", "甲"]), ("甲\f\f乙", ["甲", "", "乙"])],
)
def test_empty_pages_are_pages(source: str, pages: list[str]) -> None:
    assert texts(pp.parse_issue(source)) == pages


def test_an_issue_may_have_no_pages() -> None:
    issue = pp.parse_issue([])
    assert (issue.pages, issue.articles, issue.links) == ((), (), ())


def test_sources_may_be_of_every_kind(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(SECOND.encode("gb18030"))
    issue = pp.parse_issue([FIRST, FIRST.encode(), path])
    assert texts(issue) == [FIRST, FIRST, SECOND]
    assert [page.encoding for page in issue.pages] == [None, "utf-8", "gb18030"]


def test_one_source_need_not_stand_in_a_list(tmp_path: Path) -> None:
    path = tmp_path / "issue.txt"
    path.write_text(f"{FIRST}\f{SECOND}", encoding="utf-8")
    assert texts(pp.parse_issue(path)) == texts(pp.parse_issue(path.read_bytes())) == [FIRST, SECOND]


def test_sources_may_come_one_by_one() -> None:
    assert pp.parse_issue(page for page in (FIRST, SECOND)) == pp.parse_issue((FIRST, SECOND))


@pytest.mark.parametrize("sources", [None, 5, {"1": FIRST}, {FIRST}, io.StringIO(FIRST), [FIRST, 5], [None]])
def test_another_type_is_a_type_error(sources: Iterable[str]) -> None:
    with pytest.raises(TypeError, match=r"\(str\), bytes.* or a path \(os\.PathLike\).*, not ") as caught:
        pp.parse_issue(sources)
    assert isinstance(caught.value, pp.ArgumentError)


@pytest.mark.parametrize("parse", [pp.parse, pp.parse_issue])
def test_whoever_gives_an_open_file_is_told_to_read_it(parse: Callable[[Any], object]) -> None:
    for file in (io.StringIO(FIRST), io.BytesIO(FIRST.encode())):
        with pytest.raises(pp.ArgumentError, match=r"read\(\)"):
            parse(file)


def test_options_are_given_by_name_only() -> None:
    with pytest.raises(TypeError):
        pp.parse_issue([FIRST], pp.Options())  # type: ignore[call-arg]


def test_no_page_depends_on_the_one_before() -> None:
    ahead = pp.parse_issue([FIRST, SECOND]).pages
    behind = pp.parse_issue([SECOND, FIRST]).pages
    assert [page.furniture for page in ahead] == [page.furniture for page in reversed(behind)]
    assert [page.articles[0].text for page in ahead] == [page.articles[0].text for page in reversed(behind)]


def damaged(page: Page) -> list[str]:
    """The print that notes on damaged bytes of a page point to."""
    spans = [note.span for note in page.notes if note.code is NoteCode.DAMAGED_BYTES]
    return [page.cut(span) for span in spans if span is not None]


def test_damage_is_noted_on_the_page_where_it_stands() -> None:
    data = f"{FIRST}\f{SECOND}".encode()
    at = data.index("稻谷熟了".encode())
    issue = pp.parse_issue(data[:at] + b"\xff" + data[at:])
    assert [damaged(page) for page in issue.pages] == [[], ["\ufffd"]]


def test_damage_of_a_second_source_is_noted_on_its_page() -> None:
    data = SECOND.encode()
    at = data.index("稻谷熟了".encode())
    issue = pp.parse_issue([FIRST, data[:at] + b"\xff" + data[at:]])
    assert [damaged(page) for page in issue.pages] == [[], ["\ufffd"]]
