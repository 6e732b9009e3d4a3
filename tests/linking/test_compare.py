"""All that is compared of an issue."""

from linking.issues import BRIDGE, BRIDGE_ON, OTHER, compared
from paperparse.linking.compare import kin_of

FIRST = "第一版\n\n" + BRIDGE + "（下转第二版）"
SECOND = "第二版\n\n（上接第一版）" + BRIDGE_ON


def test_parts_are_the_articles_of_all_pages() -> None:
    found = compared(FIRST, SECOND)
    assert [part.article.id for part in found.parts] == ["p0a0", "p1a0"]


def test_a_page_given_twice_is_found_by_its_words() -> None:
    assert compared(FIRST, SECOND, FIRST.replace("\n", "\n\n")).copies == {2: 0}
    assert compared(FIRST, SECOND, "第二版\n\n" + OTHER).copies == {}


def test_pages_without_anything_compare_to_nothing() -> None:
    found = compared("", "", "第三版")
    assert (found.copies, found.parts, found.pairs) == ({}, (), {})


def test_the_rest_of_an_article_from_a_paragraph_earlier_is_kin() -> None:
    long = "\n\n".join(f"　　新桥的第{at}段人行道昨天已经开放，两岸居民过桥不用再绕行。" for at in range(8))
    found = compared(BRIDGE + "（下转第二版）", OTHER + "\n\n" + long)
    kin = kin_of(found)
    assert kin
    for at, others in kin.items():
        assert at not in others
        assert all(at in kin[other] for other in others)
        assert all(found.heads[other].part == found.heads[at].part for other in others)
