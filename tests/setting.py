"""Sets a parsed page again in other column widths, so that the two readings can be compared."""

import regex
from paperparse.model import Article, Page, Span, leaves

_PIECE = regex.compile(r"[“‘（《【]*(?:[\p{Latin}\p{Nd}.,%+\-/]+|.)[，。、；：！？…”’）》】]*")


def em(text: str) -> float:
    return sum(0.5 if char < "\u0250" else 1.0 for char in text)


def wrap(text: str, width: int | None) -> list[str]:
    """Lines of at most ``width`` em, the first two em shorter; a stop that finds no room hangs over."""
    if width is None:
        return [text]
    lines: list[str] = [""]
    room = width - 2
    for piece in _PIECE.findall(text):
        size = em(piece)
        if lines[-1] and size > room + 1:
            lines.append("")
            room = width
        elif lines[-1] and size > room and not piece[-1] in "，。、；：！？”）》":
            lines.append("")
            room = width
        lines[-1] += piece
        room -= size
    return [line.rstrip(" ") for line in lines]


def units(page: Page) -> list[tuple[bool, list[Span]]]:
    """The leaves of a page in print order, those that share a line together; whether it is running text."""
    body = {span for article in page.articles for block in article.body if block.kind == "paragraph" for span in block.spans}
    order: list[tuple[Span, bool]] = []
    for group in [*(leaf for article in page.articles for leaf in leaves(article)), *(piece.spans for piece in page.furniture)]:
        order.extend((span, span in body) for span in group)
    order.sort()
    paragraphs = {span: block for article in page.articles for block in article.body for span in block.spans}
    found: list[tuple[bool, list[Span]]] = []
    for span, running in order:
        if found:
            last = found[-1][1][-1]
            between = page.text[last.end : span.start]
            same = running and found[-1][0] and paragraphs.get(last) is not None and paragraphs[last] is paragraphs[span]
            if same or "\n" not in between:
                found[-1] = (found[-1][0] or running, [*found[-1][1], span])
                continue
        found.append((running, [span]))
    return found


def reset(page: Page, width: int | None, indent: str) -> str:
    """The page set again: running text wrapped at a width and indented, the rest line by line as it was."""
    out: list[str] = []
    last_end = 0
    for running, spans in units(page):
        gap = page.text[last_end : spans[0].start].count("\n")
        last_end = spans[-1].end
        out.append("\n" * (1 if gap > 1 else 0))
        if not running:
            out.append("\n".join(page.cut(span) for span in spans) + "\n")
            continue
        text = ""
        for span in spans:
            piece = page.cut(span)
            between = page.text[spans[spans.index(span) - 1].end : span.start] if span is not spans[0] else ""
            text += (" " if between and "\n" not in between else "") + piece
        lines = wrap(text, width)
        out.append(indent + "\n".join(lines) + "\n")
    return "".join(out)


def paragraphs(article: Article) -> list[str]:
    return ["".join(block.text.split()) for block in article.body if block.kind == "paragraph"]
