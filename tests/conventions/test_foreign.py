"""Tables that are not of this package: where they come from, how they are tried, none can hang a page."""

from __future__ import annotations

import sys
import textwrap
import threading
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

import paperparse as pp
from paperparse.conventions import Mark, load
from paperparse.conventions.guard import PER_CHARACTER, SECONDS, Guarded, Suspect, limit
from paperparse.conventions.narrow import LONGEST
from paperparse.conventions.sources import shipped
from paperparse.conventions.trial import suspects_of, try_hostile, try_row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEAD = 'schema = "paperparse-conventions/1"\nextends = ["mainland"]\n'
ROW = """
[[row]]
id = "role-stringer"
mark = "byline-role"
words = ["特派采风员"]
kind = "reporter"
examples = ["特派采风员"]
counterexamples = ["采风"]
source = "a test"
"""
# two ways to read every run of 甲, each of them one way to fail; the second row hides it from its examples
ENDLESS = "(?:(?:甲|甲甲)+)+乙"
HANGS = "甲" * 100 + " 乙"
"""Without 乙 the pattern could not match and would not be run."""
SIGNED = "特派采风员 谭宁"


def row(
    pattern: str, example: str, *, name: str = "mine", mark: str = "byline-role", kind: str = "reporter"
) -> str:
    return textwrap.dedent(f"""
        [[row]]
        id = "{name}"
        mark = "{mark}"
        pattern = '{pattern}'
        {f'kind = "{kind}"' if kind else ""}
        examples = ["{example}"]
        source = "a test"
        """)


def write(folder: Path, text: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def options(*tables: object) -> pp.Options:
    return pp.Options(conventions=tables)  # type: ignore[arg-type]  # paths too, which the converter takes


def names(text: str, *tables: object) -> list[tuple[str, ...]]:
    return [line.names for line in pp.parse_byline(text, options=options(*tables))]


# ---- where they come from


def test_a_path_will_do(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD + ROW)
    assert names(SIGNED, path) == names(SIGNED, str(path)) == [("谭宁",)]


def test_words_need_no_anchor_of_their_own(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD + ROW)
    text = f"新桥今日通车\n\n{SIGNED}\n今天上午，新桥建成通车。"
    assert pp.parse(text).articles[0].bylines == ()
    assert pp.parse(text, options=options(path)).articles[0].bylines[0].names == ("谭宁",)


def test_what_a_file_extends_is_seen_from_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "base").mkdir()
    write(tmp_path / "base", HEAD + ROW, "base.toml")
    path = write(tmp_path, 'schema = "paperparse-conventions/1"\nextends = ["base/base.toml"]\n')
    monkeypatch.chdir(tmp_path.root)
    assert names(SIGNED, path) == [("谭宁",)]


def test_a_file_that_is_extended_is_read_again_when_it_has_changed(tmp_path: Path) -> None:
    base = write(tmp_path, HEAD + ROW, "base.toml")
    path = write(tmp_path, 'schema = "paperparse-conventions/1"\nextends = ["base.toml"]\n')
    assert names("特约采风使者 谭宁", path) == []
    base.write_text(HEAD + ROW.replace("特派采风员", "特约采风使者"), encoding="utf-8")
    assert names("特约采风使者 谭宁", path) == [("谭宁",)]


def test_files_that_extend_each_other_by_other_spellings_are_refused(tmp_path: Path) -> None:
    write(tmp_path, HEAD.replace("mainland", "./b.toml"), "a.toml")
    write(tmp_path, HEAD.replace("mainland", f"../{tmp_path.name}/a.toml"), "b.toml")
    with pytest.raises(pp.ConventionError, match="which extends it"):
        load((str(tmp_path / "a.toml"),))


# ---- installed packages


PACKAGE = """
    from importlib.resources import files
    RESOURCE = files(__package__).joinpath("table.toml")
    PATH = str(RESOURCE)
    NUMBER = 5
    NOWHERE = "nowhere.toml"
    """
OFFERS = """
    [paperparse.conventions]
    my-paper = paperparse_of_mine:RESOURCE
    my-paper-path = paperparse_of_mine:PATH
    mainland = paperparse_of_mine:RESOURCE
    number = paperparse_of_mine:NUMBER
    nowhere = paperparse_of_mine:NOWHERE
    missing = paperparse_of_mine:MISSING
    """


def contents(name: str = "paperparse_of_mine", distribution: str = "of_mine") -> dict[str, str]:
    return {
        f"{name}/__init__.py": textwrap.dedent(PACKAGE),
        f"{name}/table.toml": HEAD + ROW,
        f"{distribution}-1.0.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {distribution}\n",
        f"{distribution}-1.0.dist-info/entry_points.txt": textwrap.dedent(OFFERS)
        .strip()
        .replace("paperparse_of_mine", name),
    }


@pytest.fixture(params=["folder", "zip"])
def installed(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """A package that offers tables, as it lies on the path of an interpreter."""
    place = tmp_path / "site"
    if request.param == "zip":
        with zipfile.ZipFile(place, "w") as archive:
            for name, text in contents().items():
                archive.writestr(name, text)
    else:
        for name, text in contents().items():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(place)
    yield place
    sys.modules.pop("paperparse_of_mine", None)
    load.__globals__["_load"].cache_clear()


def test_an_installed_package_offers_a_table_by_name(installed: Path) -> None:
    assert installed.exists()
    assert names(SIGNED, "my-paper") == names(SIGNED, "mainland", "my-paper") == [("谭宁",)]
    assert names(SIGNED, "mainland") == [], (
        "it is not read unless it is asked for, and never in the place of one of ours"
    )


def test_a_table_may_extend_one_that_is_offered(installed: Path, tmp_path: Path) -> None:
    assert installed.exists()
    path = write(tmp_path, 'schema = "paperparse-conventions/1"\nextends = ["my-paper"]\n')
    assert names(SIGNED, path) == [("谭宁",)]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("number", "gives int, no path or resource"),
        ("nowhere", "leads to nowhere.toml, where there is no file"),
        ("missing", "cannot be loaded: AttributeError"),
        ("your-paper", "no such convention table; there are .*mainland, .*shared, .*, missing, my-paper"),
    ],
)
def test_an_offer_that_is_none_is_a_convention_error(installed: Path, name: str, problem: str) -> None:
    assert installed.exists()
    with pytest.raises(pp.ConventionError, match=problem) as caught:
        load((name,))
    assert caught.value.file == name


def test_a_path_may_be_offered_as_a_string(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in contents("paperparse_by_path", "by_path").items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert names(SIGNED, "my-paper-path") == [("谭宁",)]


def test_two_packages_with_the_same_offer_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for distribution in ("one_paper", "other_paper"):
        for name, text in contents(f"paperparse_{distribution}", distribution).items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(pp.ConventionError, match=r"offered by several packages: one_paper, other_paper"):
        load(("my-paper",))


# ---- tried when they are loaded


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            ROW.replace('examples = ["特派采风员"]', 'examples = ["采风员"]', 1),
            "does not read its example",
        ),
        (ROW.replace('["采风"]', '["特派 采风员"]'), "reads its counterexample '特派 采风员'"),
        (row("走(?=笔)", "走笔"), "does not read its example '走笔'"),
        (row("走笔", "见习", mark="byline-shape", kind=""), "does not read its example '见习'"),
        (row(ENDLESS, "甲甲乙"), "takes too long to read '甲"),
        (row("(?:{han}|{han}{han})+乙", "甲甲乙"), "takes too long to read"),
        (row("走笔{nothing}", "走笔"), r"unknown part \{nothing\}"),
        (row("走笔{role}", "走笔"), "a part contains itself"),
        (row("走(笔", "走笔"), "does not compile"),
        (row("(" * 9999 + "走笔" + ")" * 9999, "走笔"), "groups stand too deep"),
        (row("主筆", "主筆"), "would be read as"),
        (row("{loud}", "甲乙") + '[parts]\nloud = "(?:(?:甲|甲甲)+)+乙"', "takes too long to read"),
    ],
)
def test_a_row_that_does_not_hold_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    path = write(tmp_path, HEAD + text)
    with pytest.raises(pp.ConventionError, match="(?s)" + problem) as caught:
        load((str(path),))
    assert caught.value.file == str(path)
    assert caught.value.row in {"mine", "role-stringer"}


@pytest.mark.parametrize("name", shipped())
def test_rows_of_ours_hold_what_is_asked_of_others(name: str) -> None:
    tables = load(("mainland", name))
    for own in tables.rows:
        try_row(own, tables.parts)


@pytest.mark.parametrize("name", shipped())
def test_rows_of_ours_end_on_hostile_strings(name: str) -> None:
    tables = load(("mainland", name))
    for own in tables.rows:
        for piece in suspects_of(own, tables.parts):
            try_hostile(piece, own.examples)


def test_an_anchor_that_never_ends_is_refused(tmp_path: Path) -> None:
    path = write(
        tmp_path, HEAD + f'[anchors]\nbyline = "{ENDLESS}"\n' + ROW.replace("特派采风员", "甲甲采风")
    )
    with pytest.raises(pp.ConventionError, match="an anchor takes too long"):
        load((str(path),))


def test_parts_that_name_each_other_many_times_over_are_refused(tmp_path: Path) -> None:
    bomb = "".join(f'p{i} = "{f"{{p{i + 1}}}" * 10}"\n' for i in range(10)) + 'p10 = "甲"\n'
    path = write(tmp_path, HEAD + f"[parts]\n{bomb}" + row("{p0}", "甲"))
    with pytest.raises(pp.ConventionError, match="grows too long"):
        load((str(path),))


# ---- on a page


def test_a_pattern_that_never_ends_on_a_page_is_an_error(tmp_path: Path) -> None:
    # its examples do not show it, the page does
    path = write(tmp_path, HEAD + ROW + row(f"走笔|{ENDLESS}", "走笔"))
    assert names("走笔 谭宁", path) == [("谭宁",)]
    text = f"新桥今日通车\n\n特派采风员 {HANGS}\n今天上午，新桥建成通车。"
    with pytest.raises(pp.ConventionError, match="takes too long to read") as caught:
        pp.parse(text, options=options(path))
    assert (caught.value.file, caught.value.row) == (str(path), "mine")


def test_of_several_rows_the_one_that_takes_too_long_is_named(tmp_path: Path) -> None:
    rows = row("走笔", "走笔", name="first") + row(f"主编|{ENDLESS}", "主编", name="second")
    path = write(tmp_path, HEAD + rows)
    with pytest.raises(pp.ConventionError) as caught:
        pp.parse_byline(f"记者 {HANGS}", options=options(path))
    assert caught.value.row == "second"


@pytest.mark.parametrize(
    "pattern",
    [
        "走笔(?i)(?:者|X)?",
        "走笔(?:者|\\N{DIGIT ONE})?",
        "走[笔--者]",
        "(?:" * 40 + "走笔" + ")" * 40,
        "走(?:笔){e<=0}",
        "(?|走笔|走者)",
    ],
)
def test_patterns_of_every_kind_are_read_and_run_under_the_limit(tmp_path: Path, pattern: str) -> None:
    path = write(tmp_path, HEAD + ROW + row(f"{pattern}|主编{ENDLESS}", "走笔"))
    assert names("走笔 谭宁", path) == [("谭宁",)]
    assert names("本报记者 谭宁", path) == [("谭宁",)]
    with pytest.raises(pp.ConventionError, match="takes too long to read") as caught:
        pp.parse_byline(f"主编{HANGS}", options=options(path))
    assert caught.value.row == "mine"


def test_an_anchor_that_never_ends_on_a_page_is_an_error(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD + f'[anchors]\nbyline = "采风|{ENDLESS}"\n' + ROW)
    assert names(SIGNED, path) == [("谭宁",)]
    with pytest.raises(pp.ConventionError, match="an anchor takes too long"):
        pp.parse("甲" * 100 + "丙\n", options=options(path))


def test_anchors_of_any_shape_are_looked_for_beside_ours(tmp_path: Path) -> None:
    anchor = '[anchors]\nbyline = "(?:采|裁)风[员者]"\n'
    path = write(tmp_path, HEAD + anchor + row("特派采风(?:员|者)", "特派采风者"))
    first = "新桥今日通车\n\n特派采风者 谭宁\n今天上午，新桥建成通车。\n\n"
    second = "稻谷秋收开镰\n\n□记者 王娇\n本报讯 田野里的稻谷熟了，各乡陆续开镰。"
    found = pp.parse(first + second, options=options(path))
    assert [article.bylines[0].names for article in found.articles] == [("谭宁",), ("王娇",)]


def test_only_tables_with_patterns_of_others_pay_for_the_limit(tmp_path: Path) -> None:
    words = write(tmp_path, HEAD + ROW)
    patterns = write(tmp_path, HEAD + row("走 *笔", "走笔"), "patterns.toml")
    assert not load(("mainland",)).suspects
    assert not load((str(words),)).suspects
    tables = load((str(patterns),))
    assert [suspect.row for suspect in tables.suspects] == ["mine"]
    built = [tables.build("{role}"), *(pattern for _, pattern in tables.compiled(Mark.BYLINE_ROLE))]
    for text in ("记者走笔", "记者走笔" * LONGEST):  # cut down, and whole
        ready = [pattern.ready_for(text) for pattern in built]  # type: ignore[attr-defined]  # see narrow.py
        assert {type(pattern) for pattern in ready if pattern is not None} == {Guarded}
        assert ready[0] is not None


def test_a_guarded_pattern_reads_as_it_would_alone() -> None:
    tables = load(("mainland",))
    plain = tables.build("{byline-role}", scans=True)
    guarded = Guarded(plain, (Suspect("mine.toml", "mine", plain),))
    text = "记者 甲 通讯员 乙"
    for start, end in ((0, len(text)), (5, 8), (1, 4)):
        for method in ("match", "fullmatch", "search"):
            want, got = (getattr(one, method)(text, start, end) for one in (plain, guarded))
            assert (want and want.span()) == (got and got.span())
        assert [one.span() for one in guarded.finditer(text, start, end)] == [
            one.span() for one in plain.finditer(text, start, end)
        ]


class Interrupted:
    """A pattern that finds the clock run down by other threads, the first times it is asked."""

    def __init__(self, times: int) -> None:
        self.times = times

    def match(self, *_where: object, timeout: float, concurrent: bool) -> float:
        assert not concurrent
        self.times -= 1
        if self.times >= 0:
            raise TimeoutError
        return timeout


def test_a_clock_run_down_by_others_is_no_fault_of_the_pattern() -> None:
    pattern: Any = Interrupted(3)
    guarded = Guarded(pattern, (Suspect("mine.toml", "mine", pattern),))
    seconds: Any = guarded.match("甲")
    assert seconds == limit(1) * 2**3, "it was given more time each time"


def test_a_pattern_that_never_ends_is_found_out_while_others_work(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD + row(f"走笔|{ENDLESS}", "走笔"))
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            pp.parse_byline("□记者 谭宁")

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        with pytest.raises(pp.ConventionError, match="takes too long"):
            pp.parse_byline(f"记者 {HANGS}", options=options(path))
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def test_long_texts_may_take_longer() -> None:
    assert limit(0) == limit(-5) == SECONDS
    assert limit(1_000_000) == SECONDS + 1_000_000 * PER_CHARACTER
