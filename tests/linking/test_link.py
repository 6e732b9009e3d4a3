"""Issues small enough to be read at a glance."""

import pytest

import paperparse as pp
from paperparse.model import NoteCode

BRIDGE = "新桥今日建成通车\n\n□记者 谭宁\n本报讯 今天上午，横跨两岸的新桥建成通"
BRIDGE_ON = "车，两岸居民过新桥不用再绕行。谭宁在桥头看到，新桥的人行道已经开放。"
FIELDS = "稻谷秋收开镰\n\n□记者 王娇\n本报讯 田野里的稻谷熟了，各乡农户陆续开"
FIELDS_ON = "镰。农户说，今年稻谷收成好，各乡的稻谷比去年多收一成。"
OTHER = "少年宫棋赛落幕\n\n□记者 孙欣\n本报讯 少年宫的棋赛昨天落幕，三百名棋手参赛。"
WHOLE_BRIDGE = "今天上午，横跨两岸的新桥建成通" + BRIDGE_ON
WHOLE_FIELDS = "田野里的稻谷熟了，各乡农户陆续开" + FIELDS_ON


def joined(issue: pp.Issue) -> list[str]:
    """The texts of the articles that stand on more than one page."""
    return sorted(
        "".join(one.text.split()) for one in issue.articles if len({span.page for span in one.spans}) > 1
    )


def codes(issue: pp.Issue) -> list[str]:
    return [str(note.code) for note in issue.notes]


def page(*articles: str) -> str:
    return "\n\n\n".join(articles)


def test_two_articles_go_on_on_one_page_in_another_order() -> None:
    issue = pp.parse_issue(
        [
            page(BRIDGE + "（下转第二版）", FIELDS + "（下转第二版）"),
            page(OTHER, "（上接第一版）" + FIELDS_ON, "（上接第一版）" + BRIDGE_ON),
        ]
    )
    assert joined(issue) == sorted([WHOLE_BRIDGE, WHOLE_FIELDS])
    assert all(link.score > 0.9 for link in issue.links)
    assert not any(article.is_fragment for article in issue.articles)


@pytest.mark.parametrize(
    ("to", "come"),
    [
        ("（下转第二版）", "（上接第一版）"),
        ("\n▼下转2版", "▲上接1版\n"),
        ("【转2版】", "【接1版】"),
        ("（下轉第二版）", "（上接第一版）"),
        ("\n（下转第\n二版）", "（上接第\n一版）\n"),
        ("（文转第二版）", "（紧接第一版）"),
        ("（下转第二版①）", "（上接1版①）"),
        ("（下转A2）", "（上接A1）"),
        ("\n下转第二版", "接一版\n"),
    ],
)
def test_jump_lines_of_every_shape_are_followed(to: str, come: str) -> None:
    issue = pp.parse_issue([page(OTHER, BRIDGE + to), page(come + BRIDGE_ON, FIELDS + "镰。")])
    assert joined(issue) == [WHOLE_BRIDGE]


def test_a_chain_over_three_pages() -> None:
    middle, last = BRIDGE_ON[:18], BRIDGE_ON[18:]
    issue = pp.parse_issue(
        [
            BRIDGE + "（下转第二版）",
            f"（上接第一版）{middle}（下转第三版）",
            page(OTHER, f"（上接第二版）{last}"),
        ]
    )
    assert joined(issue) == [WHOLE_BRIDGE]
    assert len(issue.links) == 2


@pytest.mark.parametrize("lost", ["to", "from"])
def test_an_article_is_followed_by_the_mark_that_is_left(lost: str) -> None:
    first = page(BRIDGE + ("" if lost == "to" else "（下转第二版）"), OTHER)
    second = page(FIELDS + "镰。", "新桥通车\n\n" + ("" if lost == "from" else "（上接第一版）") + BRIDGE_ON)
    assert joined(pp.parse_issue([first, second])) == [WHOLE_BRIDGE]


def test_folios_rule_over_the_order_given() -> None:
    first = page("第1版", OTHER, BRIDGE + "（下转第三版）")
    third = page("第3版", "（上接第一版）" + BRIDGE_ON)
    issue = pp.parse_issue([third, first])
    assert joined(issue) == [WHOLE_BRIDGE]
    assert issue.articles[-1].body[0].spans[0].page == 1
    assert codes(issue) == ["pages-out-of-order", "page-missing"]


def test_a_repeated_headline_belongs_to_the_headline() -> None:
    issue = pp.parse_issue(
        [page(BRIDGE + "（下转第二版）"), page("新桥建成通车\n\n（上接第一版）" + BRIDGE_ON)]
    )
    (article,) = issue.articles
    assert article.headline.text == "新桥今日建成通车"
    assert {span.page for span in article.headline.main[0].spans} == {0, 1}
    assert "".join(article.text.split()) == WHOLE_BRIDGE


def test_an_issue_of_tails_alone_keeps_them_as_fragments() -> None:
    issue = pp.parse_issue(page("（上接第一版）" + BRIDGE_ON, "（上接第一版）" + FIELDS_ON))
    assert [article.is_fragment for article in issue.articles] == [True, True]
    assert [article.continued_from and article.continued_from.page for article in issue.articles] == [
        "1",
        "1",
    ]
    assert issue.links == ()
    assert {NoteCode.CONTINUATION_OPEN} <= {note.code for one in issue.articles for note in one.notes}


def test_a_page_given_twice_is_kept_and_linked_once() -> None:
    first, second = BRIDGE + "（下转第二版）", page("第2版", "（上接第一版）" + BRIDGE_ON)
    issue = pp.parse_issue([first, second, second])
    assert codes(issue) == ["page-twice"]
    assert joined(issue) == [WHOLE_BRIDGE]
    assert len(issue.articles) == 2


def test_a_page_that_is_missing_leaves_its_articles_open() -> None:
    issue = pp.parse_issue([page("第1版", BRIDGE + "（下转第二版）"), page("第3版", OTHER)])
    assert codes(issue) == ["page-missing"]
    assert [article.is_fragment for article in issue.articles] == [True, False]
    assert issue.links == ()


def test_unlike_ends_are_not_joined_for_want_of_others() -> None:
    issue = pp.parse_issue([page(OTHER, FIELDS), page(OTHER.replace("少年宫", "文化馆"), BRIDGE_ON)])
    assert issue.links == ()


def test_the_same_issue_gives_the_same_links() -> None:
    pages = [
        page(BRIDGE + "（下转第二版）", FIELDS + "（下转第二版）"),
        page("（上接第一版）" + FIELDS_ON, "（上接第一版）" + BRIDGE_ON),
    ]
    assert pp.parse_issue(pages) == pp.parse_issue(pages)


def test_an_article_never_goes_on_in_itself() -> None:
    tail = "（上接第{}版）两岸居民过新桥不用再绕行，桥头的（下转第{}版）"
    issue = pp.parse_issue([tail.format("二", "二"), tail.format("一", "一")])
    assert len(issue.articles) + len(issue.links) == 2
