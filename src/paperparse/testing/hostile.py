"""Families of hostile pages: each a text of any length, made to cost more than its length should.

A reader that is linear takes about twice as long for a text of twice the length, whatever the text. The
families are what could make one take more: one kind of thing without end, where every rule for that kind of
thing finds work to do.
"""

from __future__ import annotations

from functools import partial
from itertools import chain, count, cycle, islice, product, repeat
from random import Random
from typing import TYPE_CHECKING, Final

from paperparse.testing.words import paper, person, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

__all__ = ["FAMILIES"]

_WIDTH: Final = 20
_RAGGED: Final = 200
_MARKS: Final = (
    *(
        "□记者 谭宁",
        "■本报通讯员 王娇 报道",
        "本报5月12日讯 ",
        "（新华社北京9月23日电 记者熊金超）",
        "（上接第一版）",
    ),
    *(
        "（下转A3版）",
        "责编 李明 美编 王芳",
        "2版 要闻",
        "翟慧勇摄（影像中国）",
        "【人间社记者林洛滢大树报导】",
        "图为",
        ">>>02",
    ),
)
_CONTROLS: Final = "\u200b\u200c\u200d\u2060\ufeff\u202a\u202e\u2066\u2069\u061c\u00ad"


def _fill(parts: Iterable[str], size: int) -> str:
    """Parts one after the other until the text is long enough."""
    found: list[str] = []
    length = 0
    for part in parts:
        if length >= size:
            break
        found.append(part)
        length += len(part)
    return "".join(found)[:size]


def _again(unit: str, size: int) -> str:
    """One string again and again."""
    return (unit * (size // len(unit) + 1))[:size]


def _prose(rng: Random) -> Iterator[str]:
    """Clauses of chance characters, with stops."""
    han = "".join(words("people", "given"))
    while True:
        yield "".join(rng.choices(han, k=rng.randint(4, 18)))
        yield rng.choice("，，，。。；！")


def _sown(unit: str, size: int) -> str:
    """Prose with something after each few characters."""
    rng = Random(1)  # noqa: S311 - chance, not secrecy
    return _fill((part + unit for part in _prose(rng)), size)


def _lines(rng: Random, width: int) -> Iterator[str]:
    """Prose in lines of one width."""
    clauses = _prose(rng)
    while True:
        yield _fill(clauses, width) + "\n"


def _one_line(size: int) -> str:
    return _fill(_prose(Random(2)), size)  # noqa: S311


def _one_paragraph(size: int) -> str:
    lines = (line.replace("。", "，") for line in _lines(Random(3), _WIDTH))  # noqa: S311
    return _fill(chain(["新桥通车\n本报讯 "], lines), size)


def _bylines(size: int, end: str = "\n") -> str:
    """Bylines without blanks, for with them they look like columns."""
    rng = Random(4)  # noqa: S311
    return _fill((f"□{paper(rng)}记者{person(rng)}通讯员{person(rng)}报道{end}" for _ in repeat(0)), size)


def _glued_names(size: int) -> str:
    rng = Random(5)  # noqa: S311
    return _fill(chain(["□记者"], (person(rng) for _ in repeat(0))), size)


def _names_in_lines(size: int) -> str:
    rng = Random(6)  # noqa: S311
    return _fill((f"{person(rng)} {person(rng)} {person(rng)}\n" for _ in repeat(0)), size)


def _marks(size: int) -> str:
    rng = Random(7)  # noqa: S311
    return _fill((rng.choice(_MARKS) + rng.choice(("", "", " ", "\n", "\n\n")) for _ in repeat(0)), size)


def _columns(size: int) -> str:
    """Three columns side by side on every line."""
    rng = Random(8)  # noqa: S311
    three = (_lines(rng, _WIDTH), _lines(rng, _WIDTH), _lines(rng, _WIDTH))
    return _fill(
        ("　　".join(part[:-1] for part in parts) + "\n" for parts in zip(*three, strict=False)), size
    )


def _ragged(size: int) -> str:
    """Blanks anywhere, so that anything may be a gutter; the same rows come again, and as many columns."""
    rng = Random(9)  # noqa: S311
    parts = (part + " " * rng.randint(1, 9) + rng.choice(("", "\n")) for part in _prose(rng))
    return _fill(cycle(islice(parts, _RAGGED)), size)


def _jumps(size: int, end: str = "\n") -> str:
    ways = cycle(product(range(1, 100), ("下转", "上接")))
    return _fill((f"（{way}第{page}版）{end}" for page, way in ways), size)


def _headlines(size: int, least: int = 8) -> str:
    """Headlines alone, each with a blank line after it."""
    rng = Random(10)  # noqa: S311
    clauses = (part for part in _prose(rng) if len(part) >= least)
    return _fill((part + "\n\n" for part in clauses), size)


def _articles(size: int) -> str:
    """Articles of one sentence, each with its headline."""
    rng = Random(11)  # noqa: S311
    clauses = (part for part in _prose(rng) if len(part) > 1)
    return _fill(
        (f"{head}\n\n□记者 {person(rng)}\n　　{head}，{next(clauses)}。\n\n" for head in clauses), size
    )


def _equal_articles(size: int) -> str:
    """One article again and again."""
    return _again(
        "新桥今日通车\n\n□记者 谭宁\n　　本报5月12日讯 今天上午，新桥建成通车，长一公里。\n\n", size
    )


def _page_heads(size: int) -> str:
    """The head of another page after every line."""
    lines = _lines(Random(12), _WIDTH)  # noqa: S311
    heads = (
        f"{number}版 要闻 2024年5月{number % 28 + 1}日 星期三\n新桥日报\n责编 李明\n"
        for number in cycle(range(1, 99))
    )
    return _fill((part for pair in zip(heads, lines, strict=False) for part in pair), size)


def _short_lines(size: int) -> str:
    """Lines of one character."""
    return _fill((char + "\n" for part in _prose(Random(13)) for char in part), size)  # noqa: S311


def _blocks(size: int) -> str:
    """Blocks of three lines of every width, cut by blank lines."""
    rng = Random(14)  # noqa: S311

    def blocks() -> Iterator[str]:
        while True:
            yield from islice(_lines(rng, rng.randint(5, 30)), 3)
            yield "\n"

    return _fill(blocks(), size)


def _indented(size: int) -> str:
    """Every line indented."""
    return _fill(("　　" + line for line in _lines(Random(15), _WIDTH)), size)  # noqa: S311


def _widths(size: int) -> str:
    """No two lines of one width."""
    rng = Random(16)  # noqa: S311
    return _fill((next(_lines(rng, rng.randint(1, 60))) for _ in repeat(0)), size)


def _misread(size: int) -> str:
    """What OCR makes of marks."""
    return _again("口记者 谭宁\n木报讯 今天，\n本报汛 囗记者 王娇 [] ロ本报\n存量 market 更新\n", size)


def _private(size: int) -> str:
    return _fill((chr(0xE000 + at % 0x1900) + ("\n" if at % 17 == 0 else "") for at in range(size)), size)


def _any(size: int) -> str:
    """Any code points at all."""
    rng = Random(17)  # noqa: S311
    return "".join(chr(rng.choice((rng.randrange(0x110000), rng.randrange(0x3000), 10))) for _ in range(size))


def _wrapped_marks(size: int) -> str:
    """A byline that goes on over line after line."""
    rng = Random(18)  # noqa: S311
    return _fill(chain(["□记者 "], (f"{person(rng)}、\n" for _ in repeat(0))), size)


def _subheads(size: int) -> str:
    """Subheads by the thousand in one article."""
    lines = _lines(Random(19), _WIDTH)  # noqa: S311
    parts = (f"新桥之{at % 100}\n　　{next(lines)}" for at in count())
    return _fill(chain(["新桥通车\n\n□记者 谭宁\n"], parts), size)


FAMILIES: Final[Mapping[str, Callable[[int], str]]] = {
    "blanks": partial(_again, " "),
    "blank lines": partial(_again, "\n"),
    "form feeds": partial(_again, "\f"),
    "wide blanks in lines": partial(_again, "　　　　　\r\n"),
    "one character": partial(_again, "一"),
    "one digit": partial(_again, "1"),
    "one letter": partial(_again, "A"),
    "one line": _one_line,
    "one paragraph": _one_paragraph,
    "opening brackets": partial(_again, "（"),
    "closing brackets": partial(_again, "）"),
    "brackets in lines": partial(_again, "（\n"),
    "brackets of all kinds": partial(_again, "（【《“「『〈［｛("),
    "brackets in prose": partial(_sown, "（“"),
    "brackets round": lambda size: _again("（", size // 2) + _again("）", size - size // 2),
    "quotes without an opening": partial(_again, "甲乙丙。”\n——王小明\n市里开了会。\n“某某"),
    "quotes in prose": partial(_sown, "”“"),
    "bylines": _bylines,
    "equal bylines": partial(_again, "□新桥日报记者 谭宁 通讯员 王娇 报道\n"),
    "bylines glued": partial(_bylines, end=""),
    "wrapped byline": _wrapped_marks,
    "names glued": _glued_names,
    "names in lines": _names_in_lines,
    "marks": _marks,
    "marks in one line": lambda size: _marks(size).replace("\n", " "),
    "marks in prose": partial(_sown, "记者"),
    "glyphs": partial(_again, "□■▲●◆"),
    "glyphs in lines": partial(_again, "□\n■ \n"),
    "datelines": partial(_again, "本报北京5月12日讯 "),
    "datelines in lines": partial(_again, "本报北京5月12日讯\n"),
    "credits": partial(_again, "图为新桥。本报记者 谭宁 摄\n"),
    "controls in prose": partial(_sown, _CONTROLS),
    "controls": partial(_again, _CONTROLS),
    "combining marks": partial(_again, "e\u0301\u0302\u0303\u0304"),
    "combining marks alone": partial(_again, "\u0301"),
    "lone surrogates": partial(_again, "\ud800\udc00\udfff"),
    "private use": _private,
    "any code point": _any,
    "nulls": partial(_again, "\x00"),
    "columns": _columns,
    "ragged blanks": _ragged,
    "jumps": _jumps,
    "jumps glued": partial(_jumps, end=""),
    "headlines": _headlines,
    "equal headlines": partial(_again, "新桥今日通车\n\n"),
    "equal lines": partial(_again, "新桥今日通车，长一公里。\n"),
    "articles": _articles,
    "equal articles": _equal_articles,
    "page heads": _page_heads,
    "mastheads": partial(_again, "新桥日报\n"),
    "short lines": _short_lines,
    "blocks": _blocks,
    "indented": _indented,
    "widths": _widths,
    "misread": _misread,
    "letter-spaced": partial(_again, "新 桥 今 日 通 车 "),
    "letter-spaced lines": partial(_again, "新 桥 今 日 通 车\n"),
    "stops": partial(_again, "。"),
    "stops in lines": partial(_again, "。\n"),
    "dashes": partial(_again, "——"),
    "dashes in lines": partial(_again, "——\n"),
    "digits in lines": partial(_again, "2024 05 12\n"),
    "page numbers": partial(_again, "第 3 版 "),
    "staff": partial(_again, "责编 李明 美编 王芳 审读 赵强\n"),
    "contacts": partial(_again, "电话：010-65368383 邮箱：a@b.cn\n"),
    "captions": partial(_again, "图为新桥今日通车的情景。\n\n"),
    "subheads": _subheads,
}
"""Each family by name: a function that makes a text of so many code points."""
