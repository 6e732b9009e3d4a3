"""Look for texts and bytes on which a law is broken: an exception, a character lost or owned twice.

    python benchmarks/fuzz.py grammar --seconds 600 --seed 1   # our own grammar of print, short texts, fast
    python benchmarks/fuzz.py guided --seconds 1800            # led by coverage; pip install atheris

Both stop at the first input that breaks a law and print it as a Python literal, to become a case of the tests
in ``tests/laws``. The grammar prints how many inputs held, every minute.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import Final

import paperparse as pp
from paperparse.model import Block, Byline, Caption, Dateline, Jump, Passage, leaves
from paperparse.text.kinds import GLYPHS

Leaf = Passage | Byline | Block | Caption | Dateline | Jump
SEEDS: Final = Path(__file__).resolve().parent.parent / "seeds"
MARKS: Final = (
    *("□记者 谭宁", "□本报记者 王娇 李明 报道", "（本报记者 谭宁）", "记者 谭宁 摄", "通讯员 冉茂", "欧阳修"),
    *("本报讯 ", "本报5月12日讯 ", "新华社北京9月23日电", "（记者熊金超）", "【人间社记者林洛滢大树报导】"),
    *("（上接第一版）", "（下转A3版）", "▲上接第一版", ">>>02", "（相关报道见第四版）", "紧接第一版"),
    *(
        "责编 李明 美编 王芳",
        "2版 要闻",
        "A03 综合新闻",
        "2024年5月12日 星期三",
        "新桥日报",
        "电话：010-65368383",
    ),
    *("图为新桥", "本报资料照片", "摄", "（作者为本报记者）", "编者按：", "■ 要点", "木报讯", "口记考 谭宁"),
)
WORDS: Final = (
    *(
        "今天上午，",
        "新桥今日通车",
        "会议强调",
        "长一公里。",
        "市 十 七 届 人 大",
        "两岸居民纷纷前来观看，",
        "——访总指挥",
    ),
    *(
        "一、总则",
        "（一）",
        "10%",
        "2,300万元",
        "GDP",
        "桥",
        "新",
        "王伟",
        "区人大常委会",
        "他说：“好。”",
        "據報導，臺灣",
    ),
)
SIGNS: Final = (*"。，、：；！？…“”‘’（）《》【】「」『』()[]{}·—-/\\|丨□■▲●◆*>＞※", "——", "……")
BLANKS: Final = (*"\n\n\n\n \t　\f\v\r\x1c\x85\u2028", "\r\n", "\n\n", "\n\n\n", "\n　　", "    ", "        ")
ODD: Final = (
    *"\0\x1b\x7f\xad\u0301\u0302\u061c\u200b\u200d\u202e\u2066\u2069\ufeff\ufffd\ud800\udc00\udfff\ue000\uf8ff",
    *"\U0001f600\U00020000\U000f0000\U0010ffff㍿①Ⅳ㎡ﾊ가ญéßİﬁ𝟘〇○々ゝ",
)
GROUPS: Final = ((MARKS, 5), (WORDS, 6), (SIGNS, 3), (BLANKS, 5), (ODD, 1))


def broken(page: pp.Page) -> str:
    """The law a page breaks, with what breaks it; nothing when all hold."""
    return lost_or_twice(page) or unlike_print(page)


def lost_or_twice(page: pp.Page) -> str:
    """A character that has no owner or several."""
    owned: Counter[int] = Counter()
    for article in page.articles:
        for leaf in leaves(article):
            for span in leaf:
                owned.update(range(span.start, span.end))
    for piece in page.furniture:
        for span in piece.spans:
            owned.update(range(span.start, span.end))
    for at, char in enumerate(page.text):
        if not char.isspace() and owned[at] != 1:
            return f"{char!r} at {at} is owned {owned[at]} times"
    return ""


def unlike_print(page: pp.Page) -> str:
    """A part of an article that says something else than the page."""
    for article in page.articles:
        marks: tuple[Leaf, ...] = (*article.headline.passages, *article.bylines, *article.highlights)
        parts: tuple[Leaf, ...] = (*marks, *article.body, *article.captions)
        others: tuple[Leaf | None, ...] = (article.dateline, article.continued_from, article.continued_to)
        for part in (*parts, *(other for other in others if other)):
            if _bare(part.text) != _bare("".join(map(page.cut, part.spans))):
                return f"{part.text!r} is not what is printed"
        if not 0 <= article.confidence <= 1:
            return f"a confidence of {article.confidence}"
    return ""


def _bare(text: str) -> str:
    """Text without white space and glyphs."""
    return "".join(char for char in text if not char.isspace() and char not in GLYPHS)


def hold(source: str | bytes) -> None:
    """Parse a source and stop when a law is broken."""
    try:
        page = pp.parse(source)
        problem = broken(page)
        if not problem and pp.from_json(pp.to_json(page)) != page:
            problem = "JSON gives another page back"
    except pp.DecodeError:
        return
    except Exception:
        print(f"raises: {source!r}", flush=True)
        raise
    if problem:
        print(f"{problem}: {source!r}", flush=True)
        raise SystemExit(1)


def draw(rng: Random, pages: list[str]) -> str | bytes:
    """A short source: print put together by chance, or a piece of a page with damage."""
    kind = rng.random()
    if kind < 0.1:  # noqa: PLR2004 - one source in ten
        page = rng.choice(pages)
        at = rng.randrange(len(page))
        text = page[at : at + rng.randint(1, 300)]
        for _ in range(rng.randint(0, 4)):
            at = rng.randint(0, len(text))
            text = text[:at] + _part(rng) + text[at + rng.randint(0, 3) :]
    elif kind < 0.15:  # noqa: PLR2004 - one in twenty
        text = "".join(
            chr(rng.randrange(rng.choice((0x80, 0x3100, 0x110000)))) for _ in range(rng.randint(0, 30))
        )
    else:
        text = "".join(_part(rng) for _ in range(rng.randint(1, rng.choice((6, 12, 40)))))
    if rng.random() < 0.05:  # noqa: PLR2004 - one in twenty
        data = bytearray(text.encode(rng.choice(("utf-8", "gb18030", "utf-16", "big5")), "ignore"))
        for _ in range(rng.randint(0, 3)):
            data.insert(rng.randint(0, len(data)), rng.randrange(256))
        return bytes(data)
    return text


def _part(rng: Random) -> str:
    """One piece of print."""
    group: tuple[str, ...]
    (group,) = rng.choices([group for group, _ in GROUPS], [weight for _, weight in GROUPS])
    return rng.choice(group)


def by_grammar(seconds: float, seed: int) -> None:
    """Draw sources until the time is up."""
    rng = Random(seed)  # noqa: S311 - chance, not secrecy
    pages = [file.read_text(encoding="utf-8") for file in sorted(SEEDS.glob("*.txt"))]
    begin = said = time.monotonic()
    count = 0
    while time.monotonic() < begin + seconds:
        hold(draw(rng, pages))
        count += 1
        if time.monotonic() > said + 60:
            said = time.monotonic()
            print(f"{count:,} inputs, no law broken", flush=True)
    print(f"{count:,} inputs, no law broken; done", flush=True)


def guided(seconds: float, corpus: str) -> None:
    """Let coverage lead: bytes are a text when their first is odd, else a source of bytes."""
    import atheris  # noqa: PLC0415 - only here, and no part of any extra

    atheris.instrument_all()

    def one(data: bytes) -> None:
        if data[:1] and data[0] % 2:
            hold(data[1:].decode("utf-8", "surrogateescape" if data[0] % 4 == 1 else "replace"))
        else:
            hold(data[1:])

    options = [f"-max_total_time={seconds:.0f}", "-max_len=600", "-timeout=60", "-rss_limit_mb=4000"]
    atheris.Setup([sys.argv[0], *options, corpus], one)
    atheris.Fuzz()


def main() -> None:
    """Do what the command line asks."""
    wants = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    wants.add_argument("way", choices=("grammar", "guided"))
    wants.add_argument("--seconds", type=float, default=600)
    wants.add_argument("--seed", type=int, default=1)
    wants.add_argument("--corpus", default="fuzz-corpus", help="folder the guided way keeps its inputs in")
    args = wants.parse_args()
    if args.way == "guided":
        Path(args.corpus).mkdir(exist_ok=True)
        guided(args.seconds, args.corpus)
    else:
        by_grammar(args.seconds, args.seed)


if __name__ == "__main__":
    main()
