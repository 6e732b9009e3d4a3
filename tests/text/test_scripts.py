"""The ranges of scripts against those of ``regex``."""

import re

import pytest
import regex

from paperparse.text.scripts import HAN, LATIN


@pytest.mark.parametrize(("ranges", "script"), [(HAN, "Han"), (LATIN, "Latin")])
def test_letters_of_the_basic_plane_are_those_of_the_script(ranges: str, script: str) -> None:
    ours, theirs = re.compile(f"[{ranges}]"), regex.compile(rf"\p{{{script}}}")
    letters = [chr(code) for code in range(0x2B9 if script == "Latin" else 0x10000)]
    differ = [char for char in letters if bool(ours.match(char)) != bool(theirs.match(char))]
    # unassigned places within the blocks, in which Unicode has not put anything yet
    assert all(regex.match(r"\p{Cn}", char) for char in differ)
