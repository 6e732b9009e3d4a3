from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from cases import cases, strand, tables
from hypothesis import given
from hypothesis import strategies as st

from paperparse.errors import ConventionError
from paperparse.marks.byline import is_author_note, parse_byline, read_all, read_tail
from paperparse.marks.dateline import read_tail as read_dateline_tail
from paperparse.model import BylineKind, NoteCode, Span
from paperparse.options import Options

if TYPE_CHECKING:
    from collections.abc import Callable

SURNAMES = ["王", "李", "张", "孙", "冉", "欧阳", "矫"]
GIVEN = ["伟", "冬梅", "欣", "亦伶", "楠", "建军"]
ALL = Options(conventions=("all",))
PARTS = ("traditions", "web", "found", "heldout", "fields")


@pytest.fixture(scope="module")
def traditional() -> Callable[[str], str]:
    """A converter to Traditional characters; it takes long to make and is kept."""
    convert: Callable[[str], str] = pytest.importorskip("opencc").OpenCC("s2t").convert
    return convert


ROLES = ["记者", "通讯员", "首席记者", "见习记者", "实习生", "本报记者", "青岛日报/观海新闻记者", "記者"]


@pytest.mark.parametrize("case", cases("bylines"))
def test_wild_bylines_are_read(case: dict[str, Any]) -> None:
    found = parse_byline(case["text"])
    assert [{"outlet": b.outlet, "role": b.role, "names": list(b.names)} for b in found] == case["bylines"]


@pytest.mark.parametrize(
    "case",
    [
        param
        for part in (
            "traditions",
            "web",
            "found",
            "heldout",
            "fields",
            "outlets",
            "sets",
            "varied",
            "representative",
        )
        for param in cases(f"bylines_{part}")
    ],
)
def test_wild_bylines_of_every_tradition_are_read(case: dict[str, Any]) -> None:
    found = parse_byline(case["text"], options=ALL)
    assert [{"outlet": b.outlet, "role": b.role, "names": list(b.names)} for b in found] == case["bylines"]


@pytest.mark.parametrize(
    # what is not read yet must be misread alike in both scripts, so no failure is expected here
    "case",
    [param.values[0] for param in cases("bylines") + cases("bylines_traditions") + cases("bylines_web")],
    ids=lambda case: case["text"],
)
def test_script_changes_no_byline(case: dict[str, Any], traditional: Callable[[str], str]) -> None:
    text = traditional(case["text"])
    assert len(text) == len(case["text"])
    found = parse_byline(case["text"], options=ALL)
    other = parse_byline(text, options=ALL)
    assert [(b.kind, len(b.names), b.spans) for b in other] == [
        (b.kind, len(b.names), b.spans) for b in found
    ]


@pytest.mark.parametrize("case", cases("tails"))
def test_tails_are_told_apart(case: dict[str, Any]) -> None:
    line = strand(case["text"])
    size = len(line)
    byline = read_tail(line, 0, size, tables())
    dateline = read_dateline_tail(line, 0, size, tables())
    bracket = case["text"].rfind("（")
    note = bracket >= 0 and is_author_note(line, bracket, size, tables())
    found = "byline" if byline else "dateline" if dateline else "note" if note else None
    assert found == case["mark"]
    start = byline.start if byline else dateline.start if dateline else bracket
    if case["tail"] is not None:
        assert case["text"][start:] == case["tail"]


@st.composite
def printed_bylines(draw: st.DrawFn) -> str:
    gap = draw(st.sampled_from([" ", "　", "  ", "\xa0"]))
    between = draw(st.sampled_from(["、", " ", "，", "  "]))
    parts = []
    for role in draw(st.lists(st.sampled_from(ROLES), min_size=1, max_size=4)):
        names = draw(
            st.lists(st.tuples(st.sampled_from(SURNAMES), st.sampled_from(GIVEN)), min_size=1, max_size=4)
        )
        spaced = [f"{a} {b}" if len(a + b) == 2 and draw(st.booleans()) else a + b for a, b in names]
        parts.append(role + gap + between.join(spaced))
    opening, closing = draw(
        st.sampled_from([("□", ""), ("（", "）"), ("", ""), ("**", "**"), ("■ ", " 报道")])
    )
    return opening + gap.join(parts) + closing


@given(printed_bylines())
def test_bylines_part_their_mark(text: str) -> None:
    mark = read_all(strand(text), 0, len(text), tables())
    assert mark is not None
    owned = [i for line in mark.bylines for span in line.spans for i in range(span.start, span.end)]
    assert len(owned) == len(set(owned))
    assert "".join("".join(text[i] for i in owned).split()) == "".join(text.split())
    assert "".join("".join(line.text.split()) for line in mark.bylines) == "".join(text.split())


@given(
    st.text(
        alphabet=st.sampled_from(list("□记者通讯员本报王伟李 、/文图摄（）()*报道。青岛日\n·A")), max_size=60
    )
)
def test_any_text_is_safe(text: str) -> None:
    line = strand(text)
    for read in (read_all, read_tail):
        mark = read(line, 0, len(line), tables())
        assert mark is None or 0 <= mark.start < mark.end <= len(text)
    is_author_note(line, 0, len(line), tables())


@given(st.text(max_size=80))
def test_parse_byline_never_raises(text: str) -> None:
    assert isinstance(parse_byline(text), tuple)


def test_a_range_within_a_strand_is_read_alone() -> None:
    text = "标题一行□记者 谭宁后面"
    mark = read_all(strand(text), 4, 10, tables())
    assert mark is not None
    assert mark.bylines[0].spans == (Span(0, 4, 10),)


def test_spans_leave_out_line_breaks() -> None:
    first, second = parse_byline("□记者 谭宁\n  通讯员 王娇 报道")
    assert (first.spans, second.spans) == ((Span(0, 0, 6),), (Span(0, 9, 18),))


def test_roles_have_kinds() -> None:
    kinds = [b.kind for b in parse_byline("记者 谭宁 通讯员 王娇 实习生 高瑶 摄影记者 李沛")]
    assert kinds == [
        BylineKind.REPORTER,
        BylineKind.CORRESPONDENT,
        BylineKind.INTERN,
        BylineKind.PHOTOGRAPHER,
    ]


def test_doubtful_names_are_kept_whole_with_a_note() -> None:
    text = "记者 武卫政柳王敏"
    mark = read_all(strand(text), 0, len(text), tables())
    assert mark is not None
    assert mark.bylines[0].names == ("武卫政柳王敏",)
    assert [note.code for note in mark.notes] == [NoteCode.BYLINE_DOUBTFUL]
    assert 0 < mark.certain < 1


def test_a_number_is_refused() -> None:
    with pytest.raises(TypeError, match="int"):
        parse_byline(3)  # type: ignore[arg-type]


def test_an_unknown_table_is_refused() -> None:
    with pytest.raises(ConventionError, match="nowhere"):
        parse_byline("记者 谭宁", options=Options(conventions=("nowhere",)))
