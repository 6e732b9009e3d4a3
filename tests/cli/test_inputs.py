from __future__ import annotations

import gzip
import io
import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from paperparse.cli import inputs
from paperparse.cli.inputs import InputError, read_source, sources

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def put(path: Path, data: bytes = b"text") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_folder_gives_its_texts_in_natural_order(tmp_path: Path) -> None:
    names = ["10.txt", "2.txt", "1.txt", "b/3.txt.gz", "b/note.pdf", ".hidden.txt", ".git/x.txt"]
    for name in names:
        put(tmp_path / name)
    assert [str(source.stem) for source in sources([str(tmp_path)])] == ["1", "2", "10", "b/3.txt.gz"]


def test_a_glob_the_shell_left_alone(tmp_path: Path) -> None:
    for name in ("1.txt", "2.txt", "3.dat"):
        put(tmp_path / name)
    found = [source.path for source in sources([f"{tmp_path}/*.txt"])]
    assert found == [tmp_path / "1.txt", tmp_path / "2.txt"]
    assert [source.name for source in sources([f"{tmp_path}/*.none"])] == [f"{tmp_path}/*.none"]


def test_a_file_whose_name_looks_like_a_glob(tmp_path: Path) -> None:
    path = put(tmp_path / "[1].txt")
    assert [source.path for source in sources([str(path)])] == [path]


def test_files_of_several_folders_are_told_apart(tmp_path: Path) -> None:
    one, two = put(tmp_path / "a" / "01.txt"), put(tmp_path / "b" / "01.txt")
    assert [str(source.stem) for source in sources([str(one), str(two)])] == ["a/01", "b/01"]
    assert [str(source.stem) for source in sources([str(tmp_path / "a"), str(tmp_path / "b")])] == [
        "a/01",
        "b/01",
    ]


def test_two_files_are_never_written_to_one_place(tmp_path: Path) -> None:
    names = [str(put(tmp_path / "page")), str(put(tmp_path / "page.txt"))]
    assert [str(source.stem) for source in sources(names)] == ["page", "page.txt"]


def test_what_is_written_is_not_read_again(tmp_path: Path) -> None:
    put(tmp_path / "1.txt")
    put(tmp_path / "out" / "1.articles.txt")
    put(tmp_path / "deep" / "out" / "2.txt")
    found = sources([str(tmp_path)], besides=tmp_path / "out")
    assert [str(source.stem) for source in found] == ["1", "deep/out/2"]


def test_gzip_is_unpacked(tmp_path: Path) -> None:
    path = put(tmp_path / "1.txt.gz", gzip.compress("本报讯".encode()))
    (source,) = sources([str(path)])
    assert read_source(source).decode() == "本报讯"


def test_zip_gives_its_texts(tmp_path: Path) -> None:
    path = tmp_path / "day.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("10.txt", "2.txt", "cover.jpg", "__MACOSX/2.txt"):
            archive.writestr(name, name)
    found = list(sources([str(path)]))
    assert [source.member for source in found] == ["2.txt", "10.txt"]
    assert [str(source.stem) for source in found] == ["day.zip/2", "day.zip/10"]
    assert read_source(found[1]) == b"10.txt"


def test_names_of_a_windows_archive(tmp_path: Path) -> None:
    path = tmp_path / "day.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("AAAA.txt", "x")
    path.write_bytes(path.read_bytes().replace(b"AAAA", "头版".encode("gb18030")))
    assert [source.member for source in sources([str(path)])] == ["头版.txt"]


@pytest.mark.parametrize("member", ["../../evil.txt", "/etc/evil.txt", "a/../../evil.txt"])
def test_an_archive_cannot_name_places_outside(tmp_path: Path, member: str) -> None:
    path = tmp_path / "day.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, "x")
    (source,) = sources([str(path)])
    assert ".." not in source.stem.parts
    assert not source.stem.is_absolute()
    assert read_source(source) == b"x"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("none.txt", None),
        ("bad.txt.gz", b"\x1f\x8b\x08garbage"),
        ("cut.txt.gz", gzip.compress(b"x" * 5000, mtime=0)[:-9]),
        ("bad.zip", b"PK\x03\x04garbage"),
    ],
    ids=["missing", "no gzip", "cut short", "no zip"],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, data: bytes | None) -> None:
    path = tmp_path / name
    if data is not None:
        put(path, data)
    (source,) = sources([str(path)])
    with pytest.raises(InputError, match=r"\w"):
        read_source(source)


def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "LARGEST", 1 << 20)
    path = put(tmp_path / "bomb.txt.gz", gzip.compress(b"0" * (2 << 20)))
    (source,) = sources([str(path)])
    with pytest.raises(InputError, match="larger than 1 MiB"):
        read_source(source)


def test_sources_are_found_one_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        put(tmp_path / f"{number}" / "1.txt")
    listed: list[str] = []
    walk = os.walk

    def watched(folder: Path) -> Iterator[tuple[str, list[str], list[str]]]:
        for row in walk(folder):
            listed.append(str(row[0]))
            yield row

    monkeypatch.setattr("os.walk", watched)
    found = sources([str(tmp_path)])
    next(found)
    assert len(listed) == 2  # the folder, and the first in it


def test_standard_input_has_no_file() -> None:
    (source,) = sources(["-"])
    assert (source.path, source.name) == (None, "stdin")
    assert io.BytesIO(read_source(source)).read() == b""
