"""Texts in the script asked for: all print changes, nothing else does, what is there already stays."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any
from unittest import mock

import attrs
import pytest
from opencc import OpenCC

import paperparse as pp
from paperparse import model
from paperparse.text import rescript, variants
from seeds import NAMES, TEXTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from paperparse.options import Script

S2T: Callable[[str], str] = OpenCC("s2t").convert
TO_SIMPLIFIED = pp.Options(script="simplified")
TO_TRADITIONAL = pp.Options(script="traditional")
SIGNED = "新桥今日通车\n\n□记者 谭宁\n本报5月12日讯 今天上午，新桥建成通车。\n\n李飞 摄"
TRADITIONAL_PAGE = "新橋今日通車\n\n□本報記者 范曄\n本報5月12日訊 于謙說，新橋后天通車。"
# what says nothing in words, and so stays as it is in every script
NO_PRINT = {
    ("Article", "id"),
    ("Jump", "page"),
    ("Link", "from_article"),
    ("Link", "to_article"),
    ("Note", "message"),
    ("Page", "encoding"),
    ("Page", "number"),
    ("Page", "text"),
}


def words(value: Any) -> Iterator[str]:  # noqa: ANN401  # any part of the model
    """Every text of a value that a user may read as print, in order."""
    if isinstance(value, tuple):
        for part in value:
            yield from words(part)
    elif type(value) is str:
        yield value
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            if (type(value).__name__, field.name) not in NO_PRINT:
                yield from words(getattr(value, field.name))


def not_han(page: pp.Page) -> list[str]:
    return [char for char in "".join(words(page)) if not "\u4e00" <= char <= "\u9fff"]


def spans(value: Any) -> Iterator[pp.Span]:  # noqa: ANN401  # as above
    if isinstance(value, pp.Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from spans(part)
    elif attrs.has(type(value)):
        yield from spans(attrs.astuple(value, recurse=False))


def test_every_text_of_the_model_is_print_or_known_to_be_none() -> None:
    told = {(kind.__name__, name) for kind, names in rescript._PRINT.items() for name in names}  # noqa: SLF001
    texts = {
        (name, field.name)
        for name in model.__all__
        if attrs.has(kind := getattr(model, name))
        for field in attrs.fields(kind)
        if "str" in str(field.type)
    }
    assert texts == told | NO_PRINT


@pytest.mark.parametrize("name", NAMES)
def test_by_default_all_is_as_printed(name: str) -> None:
    assert pp.parse(TEXTS[name], options=pp.Options(script=None)) == pp.parse(TEXTS[name])


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_given_in_the_other_script(name: str) -> None:
    page, other = pp.parse(TEXTS[name]), pp.parse(TEXTS[name], options=TO_TRADITIONAL)
    assert list(words(other)) == [S2T(text) for text in words(page)]
    assert list(words(other)) != list(words(page))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_but_words_changes(name: str) -> None:
    page, other = pp.parse(TEXTS[name]), pp.parse(TEXTS[name], options=TO_TRADITIONAL)
    assert other.text == TEXTS[name]
    assert list(spans(other)) == list(spans(page))
    for old, new in zip(page.articles, other.articles, strict=True):
        same = ("id", "spans", "confidence", "notes")
        assert [getattr(old, field) for field in same] == [getattr(new, field) for field in same]
    assert (other.number, other.date, other.notes) == (page.number, page.date, page.notes)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_in_the_script_already_stays_as_it_is(name: str) -> None:
    assert pp.parse(TEXTS[name], options=TO_SIMPLIFIED) == pp.parse(TEXTS[name])
    traditional = S2T(TEXTS[name])
    assert pp.parse(traditional, options=TO_TRADITIONAL) == pp.parse(traditional)


def test_characters_of_both_scripts_are_left_where_they_are_right() -> None:
    page = pp.parse(TRADITIONAL_PAGE, options=TO_TRADITIONAL)
    assert page == pp.parse(TRADITIONAL_PAGE)
    assert S2T("范曄") != "范曄", "or this shows nothing"
    assert page.articles[0].bylines[0].names == ("范曄",)


def test_a_word_of_the_other_script_is_changed_on_a_page_of_this() -> None:
    page = pp.parse("乾程说：参观者在人民日報旧址，听今日说明。\n", options=TO_SIMPLIFIED)
    assert "".join(words(page)) == "乾程说：参观者在人民日报旧址，听今日说明。"


@pytest.mark.parametrize("name", NAMES)
def test_there_and_back_the_structure_is_the_same(name: str) -> None:
    page, back = pp.parse(TEXTS[name]), pp.parse(S2T(TEXTS[name]), options=TO_SIMPLIFIED)
    assert list(spans(back)) == list(spans(page))
    changed = Counter("".join(words(page))) - Counter("".join(words(back)))
    assert sum(changed.values()) <= 0.002 * len(TEXTS[name]), "t2s is not quite the inverse of s2t"


def test_a_conversion_may_change_the_length() -> None:
    with mock.patch.object(variants, "opencc", return_value=lambda text: text.replace("车", "車子")):
        page = pp.parse(SIGNED, options=TO_TRADITIONAL)
    plain = pp.parse(SIGNED)
    assert page.articles[0].headline.text == "新桥今日通車子"
    assert page.articles[0].text == plain.articles[0].text.replace("车", "車子")
    assert list(spans(page)) == list(spans(plain))
    assert page.cut(page.articles[0].headline.main[0].spans[0]) == "新桥今日通车"


def test_every_page_of_an_issue_is_judged_by_itself() -> None:
    issue = pp.parse_issue([SIGNED, TRADITIONAL_PAGE], options=TO_TRADITIONAL)
    assert [page.text for page in issue.pages] == [SIGNED, TRADITIONAL_PAGE]
    assert [article.headline.text for article in issue.articles] == ["新橋今日通車", "新橋今日通車"]
    assert [article.bylines[0].names for article in issue.articles] == [("譚寧",), ("范曄",)]
    assert issue.articles == tuple(article for page in issue.pages for article in page.articles)
    assert issue.pages[0] == pp.parse(SIGNED, options=TO_TRADITIONAL)


def test_a_paragraph_over_two_pages_is_changed_on_both() -> None:
    first, second = "乾程说，今天上午，新桥", "建成通車。这里还很热闹。"
    block = pp.Block(
        pp.BlockKind.PARAGRAPH, first + second, (pp.Span(0, 0, len(first)), pp.Span(1, 0, len(second)))
    )
    issue = pp.Issue((pp.Page(first), pp.Page(second, 1)), (pp.Article("p0a0", body=(block,)),))
    (article,) = rescript.set_script(issue, "simplified", (first, second)).articles
    assert article.text == "乾程说，今天上午，新桥建成通车。这里还很热闹。"


def test_an_issue_without_pages_has_nothing_to_change() -> None:
    assert pp.parse_issue([], options=TO_SIMPLIFIED) == pp.parse_issue([])


def test_captions_and_their_credits_change_alike() -> None:
    (article,) = pp.parse(SIGNED, options=TO_TRADITIONAL).articles
    assert [(caption.text, caption.credit[0].names) for caption in article.captions] == [
        ("李飛 攝", ("李飛",))
    ]


def test_json_holds_what_was_asked_for() -> None:
    page = pp.parse(SIGNED, options=TO_TRADITIONAL)
    assert pp.from_json(pp.to_json(page)) == page
    assert "新橋今日通車" in pp.to_json(page)


def test_single_marks_are_given_in_the_script_too() -> None:
    (line,) = pp.parse_byline("□本報記者 孫 欣", options=TO_SIMPLIFIED)
    assert (line.outlet, line.role, line.names, line.text) == ("本报", "记者", ("孙欣",), "本报记者 孙 欣")
    dateline = pp.parse_dateline("本報臺北1月31日電", options=TO_SIMPLIFIED)
    assert dateline is not None
    assert (dateline.outlet, dateline.place, dateline.kind) == ("本报", "台北", "电")
    assert pp.parse_byline("", options=TO_SIMPLIFIED) == ()
    assert pp.parse_dateline("", options=TO_SIMPLIFIED) is None


@pytest.mark.parametrize("wanted", ["simplified", "traditional"])
@pytest.mark.parametrize("text", ["", "\x00", "报\ud800報\udfff报", "Latin only", "𠀀𪚥报", "\n\n"])
def test_odd_texts_are_converted_without_a_fault(text: str, wanted: Script) -> None:
    page = pp.parse(text, options=pp.Options(script=wanted))
    assert page.text == text
    plain = pp.parse(text)
    assert list(spans(page)) == list(spans(plain))
    assert not_han(page) == not_han(plain)


def test_opencc_is_not_loaded_before_it_is_needed() -> None:
    setting = variants.Setting("simplified", frozenset(), there=True)
    with mock.patch.object(variants, "opencc", side_effect=AssertionError):
        assert setting.convert("乾程") == "乾程"
