"""Where articles may break off, and where they may come from elsewhere."""

from linking.issues import BRIDGE, BRIDGE_ON, OTHER, compared
from paperparse.linking.names import PageName
from paperparse.linking.seams import Break, Start

TO = "（下转第二版）"
FROM = "（上接第一版）"


def test_a_jump_line_makes_an_end_for_certain() -> None:
    found = compared(BRIDGE + TO, FROM + BRIDGE_ON)
    (foot,) = [foot for foot in found.feet if foot.marked]
    (head,) = [head for head in found.heads if head.marked]
    assert (foot.target, foot.ending, foot.text[-3:]) == (PageName("", 2), Break.WORD, "建成通")
    assert (head.source, head.start, head.text[:2]) == (PageName("", 1), Start.PLAIN, "车,")


def test_an_article_that_closes_and_says_no_more_has_no_foot() -> None:
    assert compared(OTHER, OTHER.replace("棋", "球")).feet == ()


def test_an_article_that_breaks_off_has_a_foot_without_a_mark() -> None:
    (foot,) = compared(BRIDGE, OTHER).feet
    assert (foot.marked, foot.target, foot.block) == (False, None, 1)


def test_where_a_line_finds_no_counterpart_every_paragraph_may_be_the_head() -> None:
    found = compared(BRIDGE + TO, OTHER + "\n\n" + BRIDGE_ON)
    assert {head.block for head in found.heads} >= {0}
    assert not any(head.marked for head in found.heads)
    assert compared(BRIDGE, OTHER + "\n\n" + BRIDGE_ON).heads == ()


def test_a_part_knows_indents_and_gaps_of_its_blocks() -> None:
    found = compared("标题在此通车\n\n　　第一段的文字在此结束了。\n\n　　第二段的文字也在此结束了。")
    (part,) = found.parts
    assert len(part.indents) == len(part.gaps) == len(part.grams) == len(part.article.body)
    assert set(part.indents) == {2.0}
