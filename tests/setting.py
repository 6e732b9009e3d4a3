"""Sets a parsed page again in other column widths, so that the two readings can be compared."""

from itertools import pairwise

import regex

from paperparse.model import Article, Page, Span, leaves

_PIECE = regex.compile(r"[“‘（《【]*(?:[\p{Latin}\p{Nd}.,%+\-/]+|.)[，。、；：！？…”’）》】]*")
_HANGING = "，。、；：！？”）》"


def em(text: str) -> float:
    return sum(0.5 if char < "\u0250" else 1.0 for char in text)


def wrap(text: str, width: int | None) -> list[str]:
    """Lines of at most ``width`` em, the first two em shorter; a stop that finds no room hangs over."""
    if width is None:
        return [text]
    lines = [""]
    room = width - 2.0
    for piece in _PIECE.findall(text):
        size = em(piece)
        over = size - room
        if lines[-1] and (over > 1 or (over > 0 and piece[-1] not in _HANGING)):
            lines.append("")
            room = float(width)
        lines[-1] += piece
        room -= size
    return [line.rstrip(" ") for line in lines]


def units(page: Page) -> list[tuple[bool, list[Span]]]:
    """The leaves of a page in print order, those that share a line together; whether it is running text."""
    paragraph = {
        span: number
        for number, block in enumerate(block for article in page.articles for block in article.body)
        if block.kind == "paragraph"
        for span in block.spans
    }
    owned = [span for article in page.articles for leaf in leaves(article) for span in leaf]
    owned.extend(span for piece in page.furniture for span in piece.spans)
    found: list[tuple[bool, list[Span]]] = []
    for span in sorted(owned):
        running = span in paragraph
        if found:
            last = found[-1][1][-1]
            goes_on = running and paragraph.get(last) == paragraph[span]
            if goes_on or "\n" not in page.text[last.end : span.start]:
                found[-1] = (found[-1][0] or running, [*found[-1][1], span])
                continue
        found.append((running, [span]))
    return found


def reset(page: Page, width: int | None, indent: str) -> str:
    """The page set again: running text wrapped at a width and indented, the rest line by line as it was."""
    out: list[str] = []
    end = 0
    for running, spans in units(page):
        if page.text[end : spans[0].start].count("\n") > 1:
            out.append("\n")
        end = spans[-1].end
        if not running:
            out.extend(page.cut(span) + "\n" for span in spans)
            continue
        text = page.cut(spans[0])
        for last, span in pairwise(spans):
            between = page.text[last.end : span.start]
            text += (" " if between and "\n" not in between else "") + page.cut(span)
        out.append(indent + "\n".join(wrap(text, width)) + "\n")
    return "".join(out)


def paragraphs(article: Article) -> list[str]:
    return ["".join(block.text.split()) for block in article.body if block.kind == "paragraph"]
