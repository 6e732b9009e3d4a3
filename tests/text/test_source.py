import gzip
import random
import time
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from paperparse.errors import DecodeError, PaperParseError
from paperparse.options import Options
from paperparse.text.source import decode, read

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
PAGES = [path.read_bytes().decode() for path in SEEDS]
TRADITIONAL = [OpenCC("s2tw").convert(page) for page in PAGES]
BIG5 = {"big5", "cp950", "big5hkscs"}
# how it is encoded, in which script, and what we call it
ENCODINGS = [
    ("utf-8", PAGES, {"utf-8"}),
    ("utf-8-sig", PAGES, {"utf-8-sig"}),
    ("utf-16", PAGES, {"utf-16-le", "utf-16-be"}),
    ("utf-16-le", PAGES, {"utf-16-le"}),
    ("utf-16-be", TRADITIONAL, {"utf-16-be"}),
    ("gb18030", PAGES, {"gb18030"}),
    ("gb18030", TRADITIONAL, {"gb18030"}),
    ("gbk", PAGES, {"gb18030"}),
    ("gbk", TRADITIONAL, {"gb18030"}),
    ("hz", PAGES, {"hz"}),
    ("big5", TRADITIONAL, BIG5),
    ("cp950", TRADITIONAL, BIG5),
    ("big5hkscs", TRADITIONAL, BIG5),
]
NO_BOM = [row for row in ENCODINGS if row[0] not in {"utf-8-sig", "utf-16"}]
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def encodable(text: str, encoding: str) -> str:
    lost = {char for char in set(text) if not char.encode(encoding, "ignore")}
    return "".join(char for char in text if char not in lost)


@pytest.mark.parametrize(("encoding", "pages", "names"), ENCODINGS)
def test_whole_pages_come_back(encoding: str, pages: list[str], names: set[str]) -> None:
    for page in pages:
        text = encodable(page, encoding)
        decoded = decode(text.encode(encoding))
        assert decoded.text == text
        assert decoded.encoding in names
        assert decoded.damaged == 0
        assert decoded.confidence > 0.5


@given(st.data())
@quick
def test_snippets_of_thirty_characters_come_back(data: st.DataObject) -> None:
    encoding, pages, names = data.draw(st.sampled_from(ENCODINGS))
    text = encodable(data.draw(st.sampled_from(pages)), encoding)
    start = data.draw(st.integers(0, len(text) - 40))
    snippet = text[start : start + 40]
    if sum("\u4e00" <= char <= "\u9fff" for char in snippet) < 30:
        return
    decoded = decode(snippet.encode(encoding))
    assert (decoded.text, decoded.encoding in names) == (snippet, True)


@given(st.data())
@quick
def test_cuts_within_a_character_cost_no_more_than_its_ends(data: st.DataObject) -> None:
    encoding, pages, names = data.draw(st.sampled_from([row for row in NO_BOM if row[0] != "hz"]))
    text = encodable(data.draw(st.sampled_from(pages)), encoding)
    raw = text.encode(encoding)
    start = data.draw(st.integers(0, len(raw) - 600))
    end = data.draw(st.integers(start + 500, len(raw)))
    decoded = decode(raw[start:end])
    assert decoded.encoding in names
    assert decoded.damaged <= 4


@given(st.data())
@quick
def test_overwritten_bytes_never_cost_the_page(data: st.DataObject) -> None:
    encoding, pages, names = data.draw(st.sampled_from(NO_BOM))
    text = encodable(data.draw(st.sampled_from(pages)), encoding)[:1500]
    raw = bytearray(text.encode(encoding))
    for at in data.draw(st.lists(st.integers(4, len(raw) - 1), max_size=10)):
        raw[at] = data.draw(st.integers(0, 255))
    decoded = decode(raw)
    assert decoded.encoding in names
    assert decoded.text.count("\ufffd") >= decoded.damaged


@pytest.mark.parametrize(("encoding", "page"), [("gb18030", PAGES[0]), ("big5", TRADITIONAL[0])])
@pytest.mark.parametrize("inserted", [b"", b"\xc4\xc4\x81"])
def test_lost_and_inserted_bytes_leave_the_rest_of_the_line(
    encoding: str, page: str, inserted: bytes
) -> None:
    text = encodable(page, encoding)
    raw = text.encode(encoding)
    at = len(text[:101].encode(encoding)) + 1
    assert raw[at - 1] >= 0x80, "the place is within a character"
    decoded = decode(raw[:at] + inserted + raw[at + 1 :])
    assert decoded.text[:100] == text[:100]
    assert decoded.text.endswith(text[106:])
    assert decoded.damaged <= 3
    assert all(100 <= at < 104 for at in decoded.first_damaged)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"\xe6\x9c\xac\xe6\x8a", "本\ufffd"),  # cut tail
        (b"\x9c\xac\xe6\x8a\xa5\xe8\xae\xaf\xe6\x96\xb0\xe6\xa1\xa5", "\ufffd报讯新桥"),  # cut head
        ("本报讯".encode().replace(b"\x8a", b"A") + "今天上午新桥".encode(), "本\ufffd讯今天上午新桥"),
        ("本报讯".encode().replace(b"\x8a", b"\xff") + "今天上午".encode(), "本\ufffd讯今天上午"),
    ],
)
def test_damaged_utf8_is_still_utf8(raw: bytes, text: str) -> None:
    padded = "市民代表参加活动。".encode() + b"\n" + raw
    assert decode(padded).text == "市民代表参加活动。\n" + text
    assert decode(padded).encoding == "utf-8"


@pytest.mark.parametrize(
    "text", ["", "plain ASCII", "a\x00b", "甲\x00乙", "\r\n甲\r乙\n\x85丙\u2028丁\f\v", "~{", "a~~b"]
)
def test_utf8_text_is_untouched(text: str) -> None:
    decoded = decode(text.encode())
    assert (decoded.text, decoded.encoding, decoded.damaged) == (text, "utf-8", 0)


@given(st.text(max_size=200))
@quick
def test_any_utf8_with_a_mark_comes_back(text: str) -> None:
    assert decode(text.encode("utf-8-sig")).text == text
    assert decode(text.encode("utf-16")).text == text


@given(st.binary(max_size=400))
@example(b"\xff\xfe\x00")
@example(b"\xfe\xff\xd8\x00")
@example(b"\xef\xbb\xbf\xff")
@example(b"~{\xff~}\x80")
@quick
def test_any_bytes_are_text_or_a_decode_error(raw: bytes) -> None:
    try:
        decoded = decode(raw)
    except DecodeError as error:
        assert isinstance(error, PaperParseError)  # noqa: PT017
        return
    assert 0 <= decoded.confidence <= 1
    assert all(decoded.text[at] == "\ufffd" for at in decoded.first_damaged)
    assert len(decoded.first_damaged) == min(decoded.damaged, 16)
    decoded.text.encode()  # holds no lone surrogate


@pytest.mark.parametrize("size", [64, 1000, 30_000])
def test_random_bytes_are_no_text(size: int) -> None:
    with pytest.raises(DecodeError, match="gb18030") as caught:
        decode(random.Random(size).randbytes(size))  # noqa: S311  # no secret
    assert "utf-8" in caught.value.tried


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (gzip.compress(b"x", mtime=0), "gzip"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"%PDF-1.7\n", "PDF"),
        (b"II*\x00\x08", "TIFF"),
        (b"PK\x03\x04\x14", "zip"),
    ],
)
@pytest.mark.parametrize("encoding", [None, "utf-8", "gb18030", "latin-1"])
def test_known_binaries_are_named_whatever_they_are_said_to_be(
    raw: bytes, what: str, encoding: str | None
) -> None:
    with pytest.raises(DecodeError, match=f"this is .*{what}.*; take its text out first") as caught:
        decode(raw, options=Options(encoding=encoding))
    assert caught.value.recognised is not None
    assert what in caught.value.recognised
    assert caught.value.tried == ()


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp950", "記者李欣芳、陳政宇／台北報導：阿里山‧公園～今日開放參觀"),
        ("big5hkscs", "記者李欣芳、陳政宇／台北報導：阿里山•公園今日開放參觀"),
        ("cp950", "台北の夜，日本語のカタカナ與漢字並列，今日刊出"),
        ("big5hkscs", "台北の夜，日本語のカタカナ與漢字並列，今日刊出"),
        ("cp950", "回鄉看變化②：種菜更靠譜"),
        ("big5hkscs", "回鄉看變化②：種菜更靠譜"),
        ("big5hkscs", "啓德機場旁的邨屋，居民説牀位不足"),
    ],
)
def test_signs_the_big5_decoders_disagree_on(encoding: str, text: str) -> None:
    text = encodable(text, encoding)
    assert decode(text.encode(encoding)).text == text


def test_hz_cut_within_its_escapes() -> None:
    raw = "今天上午，新桥建成通车。\n市民代表参加了通车活动。".encode("hz")
    decoded = decode(raw[4:])
    assert decoded.encoding == "hz"
    assert decoded.text.endswith("新桥建成通车。\n市民代表参加了通车活动。")


def test_an_encoding_can_be_forced() -> None:
    raw = "中文".encode("gbk")
    assert decode(raw, options=Options(encoding="GB2312")).text == "中文"
    assert decode(raw, options=Options(encoding="latin-1")).text == "ÖÐÎÄ"
    assert decode("中文".encode("utf-16"), options=Options(encoding="utf-16")).text == "中文"


@pytest.mark.parametrize("name", ["no-such", "hex", "punycode", "a\x00b"])
def test_an_unknown_encoding_is_a_decode_error(name: str) -> None:
    with pytest.raises(DecodeError, match=name.replace("\x00", ".*")):
        decode(b"\xff\xfe-\xff", options=Options(encoding=name))


def test_read_takes_text_bytes_and_paths(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_bytes("本报讯\r\n新桥".encode("utf-8-sig"))
    assert read(file).text == "本报讯\r\n新桥"
    assert read("\ufeff\ud800").text == "\ufeff\ud800"
    assert read("本报讯").encoding is None
    for source in (b"abc", bytearray(b"abc"), memoryview(b"abc")):
        assert read(source).text == "abc"


@pytest.mark.parametrize("source", [None, 7, ["本报讯"], object()])
def test_read_refuses_anything_else(source: object) -> None:
    with pytest.raises(TypeError, match=type(source).__name__):
        read(source)  # type: ignore[arg-type]  # that is the point


@pytest.mark.parametrize(("source", "words"), [("本报讯", "str; a str is decoded"), (None, "NoneType$")])
def test_decode_says_that_it_takes_bytes(source: object, words: str) -> None:
    with pytest.raises(TypeError, match=rf"takes bytes .* not {words}") as caught:
        decode(source)  # type: ignore[arg-type]  # that is the point
    assert isinstance(caught.value, PaperParseError)


def test_chardet_is_only_asked_when_two_readings_are_close() -> None:
    with mock.patch("chardet.detect", side_effect=AssertionError):
        for page in PAGES:
            assert decode(page.encode("gb18030")).text == page


def test_time_is_linear_even_where_all_is_damaged() -> None:
    raw = bytearray((PAGES[0] * 10).encode("gb18030"))
    for at in range(10, len(raw), 40):
        raw[at] = 0xFF

    def cost(data: bytes) -> float:
        before = time.process_time()
        decode(data, options=Options(encoding="gb18030"))
        return (time.process_time() - before) / len(data)

    small = min(cost(bytes(raw)) for _ in range(3))
    assert cost(bytes(raw) * 6) < 4 * small
