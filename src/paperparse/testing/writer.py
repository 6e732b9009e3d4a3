"""Articles of our own sentences, as many as wanted, no two alike.

A subject gives the words, shared templates the sentences; names, numbers and places are drawn once for
an article and kept, so that a headline shares with its body what headlines share: the thing, the act, a
place, a number, at times nothing at all.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import regex

from paperparse.model import BlockKind, BylineKind
from paperparse.testing.copies import Copy, Signature, Tail, Text, Wire
from paperparse.testing.house import invent_bylines
from paperparse.testing.words import chance, person, words

if TYPE_CHECKING:
    from random import Random

__all__ = ["write", "write_page"]

_DYNASTIES: Final = ("汉代", "唐代", "宋代", "明代", "西周")
_LENGTHS: Final = (1, 2, 2, 3, 3, 4, 4, 5, 6, 8, 11, 15)
_WITH_SUBHEADS: Final = 6
_HELD: Final = {"alone": 0.35, "mains": 0.35, "kickers": 0.55, "subs": 0.6}
"""Part of a passage that stands in its body. Of 1,928 real articles the main headline shares less than three
fifths in one of four, a kicker less than two thirds, a sub less than three quarters."""
_APART: Final = {"alone": 0.06, "mains": 0.06, "kickers": 0.03, "subs": 0.03}
"""How often a passage need not."""
_REPEATS: Final = 0.5
"""How often a kicker or sub may repeat words of its main headline: a fifth and a third of real ones do."""
_REPEATED: Final = 0.5
"""Part of its pairs of characters that are words of the main headline, at the most."""
_BLANK: Final = {"alone": 0.6, "mains": 0.8, "kickers": 0.3, "subs": 0.5}
"""How often a blank stands between the clauses of a passage and not a comma."""
_DIGITS: Final = 4
"""Digits of the longest number that is not said in 万."""
_SAID: Final = regex.compile(r"“([^“”。]{5,20})。”")
_CLAUSE: Final = regex.compile(r"，(?=.{2,}$)")
_CHOICE: Final = regex.compile(r"\[([^\[\]]*)\]")


@cache
def _table() -> dict[str, Any]:
    """The sentences, read once."""
    return tomllib.loads(files(__package__).joinpath("writer.toml").read_text(encoding="utf-8"))


def write_page(count: int, rng: Random) -> list[Copy]:
    """Articles for one page, on subjects as different as there are.

    Args:
        count: How many.
        rng: The source of chance.

    Returns:
        Their copies.

    Examples:
        >>> import random
        >>> len(write_page(3, random.Random(4)))
        3
    """
    subjects = _table()["subject"]
    drawn = [
        number
        for _ in range(0, count, len(subjects))
        for number in rng.sample(range(len(subjects)), len(subjects))
    ]
    return [write(rng, number) for number in drawn[:count]]


def write(rng: Random, subject: int | None = None) -> Copy:
    """An article.

    Args:
        rng: The source of chance.
        subject: Number of its subject, or None for any.

    Returns:
        Its copy.

    Examples:
        >>> import random
        >>> copy = write(random.Random(4))
        >>> bool(copy.main), copy.body[0].kind.value
        (True, 'paragraph')
    """
    table = _table()
    common = table["common"]
    about = rng.choice(table["subject"]) if subject is None else table["subject"][subject]
    slots = _slots(about, common, rng)
    body = _body(about, common, slots, rng)
    kicker, main, sub = _headline(slots, "".join(text.text for text in body), rng)
    wire, tail, bylines = _source(slots, rng)
    return Copy(
        main=(main,),
        kicker=(kicker,) if kicker else (),
        sub=(sub,) if sub else (),
        label=(rng.choice(words("papers", "slogans")),) if chance(rng, 0.12) else (),
        bylines=bylines,
        wire=wire,
        body=body,
        tail=tail,
    )


def _slots(subject: dict[str, Any], common: dict[str, Any], rng: Random) -> dict[str, str]:
    """The words an article keeps to."""
    city = rng.choice(words("places", "cities"))
    year = rng.randint(2009, 2024)
    people = [person(rng) for _ in range(3)]
    slots = {
        "org": rng.choice(subject["orgs"]),
        "thing": rng.choice(subject["things"]),
        "act": rng.choice(subject["acts"]),
        "gain": rng.choice(subject["gains"]),
        "who": rng.choice(subject["whos"]),
        "spot": rng.choice(subject["spots"]),
        "place": city + rng.choice(("", "", "北区", "东郊", "老城", "南岸", "新区", "西山镇", "柳河乡")),
        "city": city,
        "one": people[0],
        "one2": rng.choice(("他", "她")),
        "two": people[1],
        "post": rng.choice(common["posts"]),
        "slogan": rng.choice(common["slogans"]),
        "dynasty": rng.choice(_DYNASTIES),
        "short": rng.choice(common["shorts"]),
        "motto": rng.choice(common["mottoes"]),
        **_numbers(rng),
        "age": str(rng.randint(60, 88)),
        "y": str(year),
        "y2": str(year + rng.randint(1, 4)),
        "mo": str(rng.randint(3, 11)),
        "mo2": str(rng.randint(1, 12)),
        "d": str(rng.randint(1, 28)),
    }
    quotes = rng.sample(common["quotes"], 2)
    return {**slots, "quote": quotes[0].format_map(slots), "quote2": quotes[1].format_map(slots)}


def _chosen(template: str, rng: Random) -> str:
    """A template with one of each of its ``[one|other]`` words."""
    return _CHOICE.sub(lambda found: rng.choice(found[1].split("|")), template)


def _numbers(rng: Random) -> dict[str, str]:
    """Counts and shares, of which an article's headline takes those of its lead."""
    months = rng.randint(2, 9)
    return {
        "n": str(rng.choice((rng.randint(1000, 9999), rng.randint(120, 990) * 100))),
        "n2": str(rng.randint(200, 900)),
        "k": str(rng.randint(11, 98)),
        "m": str(months),
        "half": str(max(months // 2, 1)),
        "p": str(rng.randint(51, 99)),
        "q": f"{rng.randint(2, 29)}.{rng.randint(1, 9)}",
    }


def _body(
    subject: dict[str, Any], common: dict[str, Any], slots: dict[str, str], rng: Random
) -> tuple[Text, ...]:
    """A lead, paragraphs of one to four sentences, a closing; subheads in long ones."""
    count = rng.choice(_LENGTHS)
    middles = rng.sample(common["middles"], len(common["middles"]))
    facts = rng.sample(subject["facts"], len(subject["facts"]))
    stock = [line for pair in zip(facts, middles, strict=False) for line in pair] + middles[len(facts) :]
    paragraphs = [rng.choice(common["leads"])]
    while len(paragraphs) < count and stock:
        size = rng.choice((1, 1, 2, 2, 3, 4))
        paragraphs.append("".join(stock[:size]))
        del stock[:size]
    if count == 1:
        paragraphs[0] += "".join(stock[: rng.randint(1, 4)])
    elif chance(rng, 0.7):
        paragraphs.append(rng.choice(common["closings"]))
    texts: list[Text] = []
    subheads = rng.sample(common["subheads"], 3)
    for at, template in enumerate(paragraphs):
        quotes = rng.sample(common["quotes"], 2)
        fresh = {**slots, **(_numbers(rng) if at and chance(rng, 0.75) else {})}
        fresh = {**fresh, "quote": quotes[0].format_map(fresh), "quote2": quotes[1].format_map(fresh)}
        if count >= _WITH_SUBHEADS and at % 3 == 2 and subheads and at < len(paragraphs) - 1:  # noqa: PLR2004
            texts.append(Text(BlockKind.SUBHEAD, subheads.pop().format_map(slots)))
        texts.append(Text(BlockKind.PARAGRAPH, _chosen(template, rng).format_map(fresh)))
    return tuple(texts)


def _headline(slots: dict[str, str], body: str, rng: Random) -> tuple[str, str, str]:
    """Kicker, main and sub; the first and the last of them at times empty."""
    drawn = rng.random()
    leads = drawn < 0.33 or 0.5 <= drawn < 0.56  # noqa: PLR2004 - of two-part headlines about 70 % have a kicker
    follows = 0.33 <= drawn < 0.56  # noqa: PLR2004
    said = _SAID.findall(body)
    words = {**slots, "n": _rounded(slots["n"]), "said": rng.choice(said) if said else slots["short"]}
    main = _passage("mains" if leads or follows else "alone", words, body, rng)
    kicker = _passage("kickers", words, body, rng, main) if leads else ""
    return kicker, main, _passage("subs", words, body, rng, main) if follows else ""


def _passage(kind: str, slots: dict[str, str], body: str, rng: Random, main: str = "") -> str:
    """A passage that shares with the body what real ones do, seldom one that shares less.

    Args:
        kind: A table of templates with how often each is tried first.
        slots: The words of the article.
        body: Its text.
        rng: The source of chance.
        main: The main headline it stands beside; most say nothing of what that says.

    Returns:
        The passage.
    """
    table: dict[str, float] = _table()["headline"][kind]
    # the smaller the sooner: drawn one after another by weight
    order = sorted(table, key=lambda template: rng.expovariate(table[template]))
    drawn = [template.format_map(slots) for template in order]
    if chance(rng, _BLANK[kind]):
        drawn = [_CLAUSE.sub(" ", passage) for passage in drawn]
    most = _REPEATED if chance(rng, _REPEATS) else 0.0
    fresh = [passage for passage in drawn if _held(passage, main) <= most] or drawn
    if chance(rng, _APART[kind]):
        return fresh[0]
    held = [_held(passage, body) for passage in fresh]
    return next(
        (passage for passage, part in zip(fresh, held, strict=True) if part >= _HELD[kind]),
        fresh[held.index(max(held))],
    )


def _rounded(number: str) -> str:
    """A number as headlines say it."""
    return f"{int(number) / 10_000:g}万" if len(number) > _DIGITS else number


def _held(passage: str, body: str) -> float:
    """The part of a passage's pairs of characters that stand in a body or another passage, 0 to 1."""
    pairs = ["".join(pair) for pair in pairwise(passage)]
    return sum(pair in body for pair in pairs) / max(len(pairs), 1)


def _source(slots: dict[str, str], rng: Random) -> tuple[Wire | None, Tail | None, tuple[Signature, ...]]:
    """Dateline, closing bracket and bylines as pieces of an agency or of a paper's own people have them."""
    drawn = rng.random()
    month, day = int(slots["mo"]), int(slots["d"])
    if drawn < 0.2:  # noqa: PLR2004 - an agency's piece
        agency = rng.choice(words("papers", "agencies"))
        place = rng.choice((slots["city"], rng.choice(words("places", "abroad"))))
        signed = (
            Signature(
                "记者",
                BylineKind.REPORTER,
                tuple(dict.fromkeys(person(rng) for _ in range(rng.randint(1, 2)))),
            ),
        )
        wire = Wire(agency, place, month, day, "电", quoted=chance(rng, 0.3))
        if chance(rng, 0.25):
            return None, Tail(wire, signed if chance(rng, 0.5) else ()), ()
        return wire, None, signed if chance(rng, 0.7) else ()
    if drawn < 0.5:  # noqa: PLR2004 - the paper's own, from elsewhere
        return Wire("本报", slots["city"], month, day, "电"), None, invent_bylines(rng)
    return None, None, invent_bylines(rng) if chance(rng, 0.6) else ()
