"""Making up a page: where the pieces of its articles stand, and what stands around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define

from paperparse.testing.columns import beside, reordered
from paperparse.testing.forms import HeadlineAt
from paperparse.testing.leaves import LeafKind, blanks
from paperparse.testing.typeset import set_body, set_headline, set_lines
from paperparse.testing.words import chance

if TYPE_CHECKING:
    from random import Random

    from paperparse.testing.compose import Matter, Stream
    from paperparse.testing.leaves import Case, Line
    from paperparse.testing.settings import Setting

__all__ = ["make_up"]

_BESIDE: Final = 10


@define
class _Block:
    """Lines that stay together on the page, and the blank lines before them."""

    lines: list[Line]
    gap: int = 1
    body: bool = False


def make_up(
    articles: list[tuple[Matter, Setting]], page: Setting, loose_lines: list[Line], case: Case, rng: Random
) -> list[Line]:
    """Put the pieces of the articles on the page.

    Args:
        articles: Each with its setting, in the order of the page.
        page: The page's setting.
        loose_lines: Furniture that stands anywhere between the articles.
        case: Where the leaves of signs between columns go.
        rng: The source of chance.

    Returns:
        The page's lines without furniture; an empty one is a blank line.
    """
    blocks: list[_Block] = []
    loose: list[_Block] = []
    for matter, setting in articles:
        body = reordered(set_body(matter, setting, rng), setting.columns, rng)
        if len(body) > _BESIDE and setting.wrapped and chance(rng, page.form.beside):
            middle = rng.randint(len(body) * 2 // 5, len(body) * 3 // 5)
            body = beside(body[:middle], body[middle:], page.gutter, case)
        lines, elsewhere = _around(matter, body, setting, rng)
        lines, apart = _headed(matter, lines, setting, rng)
        loose += elsewhere + apart
        if lines:
            blocks.append(_Block(lines, setting.article_gap, body=True))
    if page.wrapped:
        blocks = _neighbours(blocks, page, case, rng)
    loose += [_Block([line], page.article_gap) for line in loose_lines]
    for block in loose:
        _place(block, blocks, rng)
    _share_lines(blocks, page, case, rng)
    lines = []
    for block in blocks:
        lines += _blank(block.gap if lines else 0) + block.lines
    return lines


def _share_lines(blocks: list[_Block], page: Setting, case: Case, rng: Random) -> None:
    """Let some headlines that stand apart end in the line of the byline that comes after them."""
    for at in range(1, len(blocks)):
        above, below = blocks[at - 1], blocks[at]
        opens = below.lines[0][-1:] if below.body else []
        byline = any(case.leaves[cell.leaf].kind is LeafKind.BYLINE for cell in opens if cell.leaf >= 0)
        if byline and not above.body and chance(rng, page.form.shared_lines):
            below.lines[0] = above.lines.pop() + blanks(rng.choice(("  ", " ", "    "))) + below.lines[0]
            below.gap = 0 if above.lines else below.gap
    blocks[:] = [block for block in blocks if block.lines]


def _blank(count: int) -> list[Line]:
    """So many blank lines."""
    return [[] for _ in range(count)]


def _headed(
    matter: Matter, lines: list[Line], setting: Setting, rng: Random
) -> tuple[list[Line], list[_Block]]:
    """A body with its headline where it stands, and the parts of it that stand elsewhere."""
    group, apart = _headline(matter.headline, setting, rng)
    gap = max(setting.article_gap, 1)
    loose = [_Block(set_headline(apart, setting, rng), gap)] if apart else []
    between = _blank(setting.head_gap if group and lines else 0)
    match setting.headline:
        case HeadlineAt.BEFORE:
            lines = group + between + lines
        case HeadlineAt.AFTER:
            lines = lines + between + group
        case HeadlineAt.ANYWHERE if group:
            loose.append(_Block(group, gap))
        case _:
            pass
    return lines, loose


def _neighbours(blocks: list[_Block], page: Setting, case: Case, rng: Random) -> list[_Block]:
    """Blocks of which some stand side by side on the same lines."""
    found: list[_Block] = []
    for block in blocks:
        if found and found[-1].body and block.body and chance(rng, page.form.articles_beside):
            last = found.pop()
            found.append(_Block(beside(last.lines, block.lines, page.gutter, case), last.gap))
        else:
            found.append(block)
    return found


def _headline(streams: list[Stream], setting: Setting, rng: Random) -> tuple[list[Line], list[Stream]]:
    """A headline group's lines, and the parts of it that are drawn elsewhere."""
    order = list(streams)
    if setting.scrambled and chance(rng, 0.8):
        order.sort(key=lambda stream: stream.kind is not LeafKind.MAIN)
    apart: list[Stream] = []
    if len(order) > 1 and chance(rng, setting.form.apart):
        odd = rng.choice([stream for stream in order if stream.kind is not LeafKind.MAIN] or order[1:])
        if odd.kind is not LeafKind.LABEL:
            apart = [odd]
            order.remove(odd)
    return set_headline(order, setting, rng), apart


def _around(
    matter: Matter, body: list[Line], setting: Setting, rng: Random
) -> tuple[list[Line], list[_Block]]:
    """Captions and key points beside the body, or as blocks for another place of the page."""
    lines = list(body)
    loose: list[_Block] = []
    gap = _blank(min(max(setting.article_gap, setting.head_gap), 1))
    for caption in matter.captions:
        block = set_lines(caption, setting, rng)
        ends = [at for at, line in enumerate(lines) if line and line[-1].char in "。”"]
        if ends and chance(rng, setting.form.glued_captions):
            at = rng.choice(ends)
            lines[at : at + 1] = [lines[at] + blanks(rng.choice((" ", "  "))) + block[0], *block[1:]]
        elif chance(rng, 0.5):
            loose.append(_Block(block, setting.article_gap))
        elif chance(rng, 0.5) or not lines:
            lines = block + gap + lines
        else:
            lines = lines + gap + block
    if matter.highlights:
        points: list[Line] = []
        for point in matter.highlights:
            points += _blank(min(setting.article_gap, rng.choice((0, 1))) if points else 0) + set_lines(
                point, setting, rng
            )
        if chance(rng, 0.5):
            loose.append(_Block(points, setting.article_gap))
        else:
            lines = points + gap + lines
    return lines, loose


def _place(block: _Block, blocks: list[_Block], rng: Random) -> None:
    """Put a loose block anywhere between others, at times at the foot of the page."""
    at = len(blocks) if chance(rng, 0.25) else rng.randint(0, len(blocks))
    blocks.insert(at, block)
