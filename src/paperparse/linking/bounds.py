"""Where one issue ends and the next begins in a run of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperparse.linking.names import name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.model import Page

__all__ = ["begins_issue"]


def begins_issue(page: Page, held: Sequence[Page]) -> bool:
    """Whether a page is the first of another issue than the pages before it.

    Dates rule before folios. A date that differs counts for nothing on a page whose number is next in
    turn: a misread date is commoner than an issue that lacks all the pages up to it.

    Args:
        page: The page.
        held: The pages of the issue so far, in order; at least one.

    Returns:
        True when its date is another, or its number was printed before on a page of other words.

    Examples:
        >>> from paperparse.model import Page
        >>> begins_issue(Page("丙", number="1"), [Page("甲", number="1"), Page("乙", number="2")])
        True
    """
    name = name_of(page.number) if page.number else None
    last = next((name_of(one.number) for one in reversed(held) if one.number), None)
    follows = (
        name is not None
        and last is not None
        and name.letters == last.letters
        and name.number is not None
        and last.number is not None
        and name.number == last.number + 1
    )
    known = [one.date for one in held if one.date is not None]
    if page.date is not None and known:
        return page.date not in known and not follows
    if name is None:
        return False
    plain = "".join(page.text.split())
    same = [one for one in held if one.number and name_of(one.number) == name]
    return bool(same) and all("".join(one.text.split()) != plain for one in same)
