import datetime as dt
import json
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from paperparse import model
from paperparse.errors import SchemaError, SpanError
from paperparse.export.json import from_json, schema, to_json
from paperparse.model import (
    Article,
    Block,
    BlockKind,
    Byline,
    BylineKind,
    Caption,
    Dateline,
    Furniture,
    FurnitureKind,
    Headline,
    Issue,
    Jump,
    Link,
    Note,
    NoteCode,
    Page,
    Passage,
    Span,
)

# every character, lone surrogates too
text = st.text(st.characters(categories=None), max_size=6)
span = st.builds(
    lambda page, start, size: Span(page, start, start + size),
    st.integers(0, 99),
    st.integers(0, 10**7),
    st.integers(0, 999),
)
share = st.floats(0, 1)


def some(items: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, max_size=2).map(tuple)


spans = some(span)
passage = st.builds(Passage, text, spans)
byline = st.builds(Byline, text, st.sampled_from(BylineKind), some(text), st.none() | text, text, spans)
number = st.none() | st.integers(0, 9999)
dateline = st.builds(Dateline, st.none() | text, st.none() | text, number, number, number, text, text, spans)
jump = st.builds(Jump, text, text, spans)
note = st.builds(Note, st.sampled_from(NoteCode), st.none() | span, text)
article = st.builds(
    Article,
    text,
    st.builds(Headline, some(passage), some(passage), some(passage), some(passage)),
    some(byline),
    st.none() | dateline,
    some(st.builds(Block, st.sampled_from(BlockKind), text, spans)),
    some(st.builds(Caption, text, some(byline), spans)),
    some(passage),
    st.none() | jump,
    st.none() | jump,
    spans,
    share,
    some(note),
)
page = st.builds(
    Page,
    text,
    st.integers(0, 99),
    st.none() | text,
    st.none() | text,
    st.none() | st.dates(),
    st.none() | text,
    some(article),
    some(st.builds(Furniture, st.sampled_from(FurnitureKind), text, spans)),
    some(note),
)
issue = st.builds(Issue, some(page), some(article), some(st.builds(Link, text, text, share)), some(note))
validator = Draft202012Validator(schema())
quick = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)

FULL = Page(
    "本报讯",
    date=dt.date(2025, 5, 12),
    articles=(
        Article(
            "a1",
            headline=Headline(main=(Passage("新桥", (Span(0, 0, 2),)),)),
            bylines=(Byline("记者", BylineKind.REPORTER, ("谭宁",), None, "记者 谭宁", ()),),
            dateline=Dateline("本报", None, None, 5, 12, "讯", "本报5月12日讯", ()),
            body=(Block(BlockKind.PARAGRAPH, "今天", (Span(0, 1, 3),)),),
            confidence=1.0,
            notes=(Note(NoteCode.HEADLINE_DOUBTFUL, None, "why"),),
        ),
    ),
)


@given(article | page | issue)
@quick
def test_round_trip(obj: Page | Issue | Article) -> None:
    again = from_json(to_json(obj))
    assert again == obj
    assert repr(again) == repr(obj)  # a value of an enum equals its string, but is not shown like it


@given(article | page | issue)
@quick
def test_what_is_written_is_of_the_schema(obj: Page | Issue | Article) -> None:
    validator.validate(json.loads(to_json(obj)))


def test_schema_is_a_schema_and_names_every_field() -> None:
    Draft202012Validator.check_schema(schema())
    definitions: Any = schema()["$defs"]
    for name, definition in definitions.items():
        if "properties" not in definition:
            continue
        fields = attrs.fields(getattr(model, name.removeprefix("Outermost")))
        own = ["schema"] if name.startswith("Outermost") else []
        assert list(definition["properties"]) == own + [field.name for field in fields]
        needed = [field.name for field in fields if field.default is attrs.NOTHING]
        assert definition.get("required", []) == own + needed
        assert definition["additionalProperties"] is False


def test_form() -> None:
    tree = json.loads(to_json(FULL))
    assert next(iter(tree)) == "schema"
    assert tree["schema"] == "paperparse/1"
    assert tree["date"] == "2025-05-12"
    article = tree["articles"][0]
    assert "schema" not in article
    assert article["headline"]["main"][0] == {"text": "新桥", "spans": [[0, 0, 2]]}
    assert article["bylines"][0]["kind"] == "reporter"
    assert article["notes"] == [{"code": "headline-doubtful", "span": None, "message": "why"}]


@pytest.mark.parametrize(
    "odd",
    [  # to the linter, all lone surrogates are one character
        "\ud800",
        "\udc00甲",
        "\ud83d\ude00乙",
        "甲\udfff\ud800\udfff",
        "\x00\u2028\ufeff",
    ],
)
def test_odd_characters_come_back(odd: str) -> None:
    text = to_json(Page(odd, date=dt.date(2025, 5, 12)))
    assert from_json(text) == Page(odd, date=dt.date(2025, 5, 12))
    if "\ud83d\ude00" not in odd and "\ud800\udfff" not in odd:
        assert from_json(text.encode()) == from_json(text)


def test_defaults_may_be_missing() -> None:
    assert from_json('{"schema":"paperparse/1","text":"甲"}') == Page("甲")
    assert from_json(b'{"schema":"paperparse/1","id":"a"}') == Article("a")
    assert from_json('{"schema":"paperparse/1","pages":[]}') == Issue(())


def broken(*path: str | int, value: object) -> str:
    tree = json.loads(to_json(FULL))
    at = tree
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return json.dumps(tree)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", r"\$: not JSON"),
        ("{", r"\$: not JSON"),
        (b"\xff\xfe\xfd", r"\$: not JSON"),
        ("[" * 100_000, r"\$"),
        ("NaN", "NaN"),
        ("[]", r"\$: expected an object"),
        ("{}", r"\$\.schema"),
        ('{"schema":"paperparse/2","text":""}', "paperparse/2"),
        ('{"schema":"paperparse/1"}', r"\$: neither"),
        (broken("new", value=1), r"\$: unknown field 'new'"),
        (broken("articles", 0, "schema", value="paperparse/1"), r"\$\.articles\[0\]: unknown field 'schema'"),
        (broken("index", value="0"), r"\$\.index: expected int, not str"),
        (broken("index", value=True), r"\$\.index: expected int, not bool"),
        (broken("number", value=2), r"\$\.number: expected str, not int"),
        (broken("date", value="2025-13-01"), r"\$\.date: "),
        (broken("date", value="20250512"), r"\$\.date: "),
        (broken("articles", value="abc"), r"\$\.articles: expected an array"),
        (broken("articles", value={}), r"\$\.articles: expected an array"),
        (broken("articles", 0, "headline", value=[]), r"\$\.articles\[0\]\.headline: expected an object"),
        (
            broken("articles", 0, "bylines", 0, "names", value="谭宁"),
            r"bylines\[0\]\.names: expected an array",
        ),
        (broken("articles", 0, "bylines", 0, "kind", value="boss"), r"bylines\[0\]\.kind: 'boss'"),
        (broken("articles", 0, "bylines", 0, value={}), r"bylines\[0\].*: the field 'role' is missing"),
        (broken("articles", 0, "confidence", value="1"), r"confidence: expected a number"),
        (broken("articles", 0, "spans", value=[[1, 2]]), r"spans\[0\]: expected \[page, start, end\]"),
        (broken("articles", 0, "spans", value=[[1, 2, 3.0]]), r"spans\[0\]: expected \[page, start, end\]"),
    ],
)
def test_faults_are_told_with_their_place(text: str | bytes, where: str) -> None:
    with pytest.raises(SchemaError, match=where):
        from_json(text)


@pytest.mark.parametrize("bad", [[0, 3, 2], [0, -1, 2], [-1, 0, 0]])
def test_a_bad_span_is_a_span_error(bad: list[int]) -> None:
    with pytest.raises(SpanError, match=r"\$\.articles\[0\]\.body\[0\]\.spans\[0\]: not a span"):
        from_json(broken("articles", 0, "body", 0, "spans", value=[bad]))


def test_a_whole_confidence_is_a_number() -> None:
    read = from_json(broken("articles", 0, "confidence", value=1))
    assert read == FULL


def test_what_json_cannot_say_is_refused() -> None:
    with pytest.raises(SchemaError, match="nan"):
        to_json(Article("a", confidence=float("nan")))


def test_misuse() -> None:
    with pytest.raises(TypeError, match="Span"):
        to_json(Span(0, 0, 0))  # type: ignore[arg-type]  # that is the point
    with pytest.raises(TypeError, match="int"):
        from_json(7)  # type: ignore[arg-type]
