"""What linking leaves open, and what is odd about the pages of an issue."""

import pytest

import paperparse as pp
from linking.issues import BRIDGE, BRIDGE_ON, OTHER
from paperparse.model import NoteCode

FIRST = "第一版\n\n" + BRIDGE + "（下转第三版）"
SECOND = "第二版\n\n" + OTHER
THIRD = "第三版\n\n（上接第一版）" + BRIDGE_ON


def codes(issue: pp.Issue) -> set[NoteCode]:
    return {note.code for note in issue.notes}


def characters(issue: pp.Issue) -> int:
    return sum(span.end - span.start for article in issue.articles for span in article.spans)


def test_a_whole_issue_has_no_notes() -> None:
    issue = pp.parse_issue([FIRST, SECOND, THIRD])
    assert issue.notes == ()
    assert len(issue.links) == 1


@pytest.mark.parametrize(
    ("pages", "code", "links"),
    [
        ([FIRST, THIRD], NoteCode.PAGE_MISSING, 1),
        ([FIRST, SECOND], None, 0),
        ([FIRST, SECOND, THIRD, THIRD], NoteCode.PAGE_TWICE, 1),
        ([SECOND, FIRST, THIRD], NoteCode.PAGES_OUT_OF_ORDER, 1),
        ([THIRD, SECOND, FIRST], NoteCode.PAGES_OUT_OF_ORDER, 1),
    ],
)
def test_odd_issues_get_notes_and_lose_nothing(pages: list[str], code: NoteCode | None, links: int) -> None:
    issue = pp.parse_issue(pages)
    assert codes(issue) == ({code} if code else set())
    assert len(issue.links) == links
    alone = [pp.parse_issue([page]) for page in pages]
    assert characters(issue) == sum(map(characters, alone))


def test_a_link_against_a_printed_number_says_so() -> None:
    issue = pp.parse_issue([FIRST.replace("下转第三版", "下转第二版"), SECOND, THIRD])
    assert len(issue.links) == 1
    assert codes(issue) == {NoteCode.JUMP_MISPRINTED}


def test_an_end_that_stays_open_keeps_its_note() -> None:
    issue = pp.parse_issue([FIRST, SECOND])
    (article,) = [one for one in issue.articles if one.continued_to]
    assert NoteCode.CONTINUATION_OPEN in {note.code for note in article.notes}
    assert article.is_fragment
