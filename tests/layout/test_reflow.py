import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperparse.layout.reflow import Piece, PieceKind, reflow
from paperparse.layout.roles import ROLES, Role

LETTERS = dict(zip("filodbckhgjx", ROLES, strict=True))


def pieces(roles: str) -> list[tuple[PieceKind, tuple[int, ...]]]:
    return [(piece.kind, piece.lines) for piece in made(roles)]


def made(roles: str, gaps: str = "") -> tuple[Piece, ...]:
    return reflow([LETTERS[letter] for letter in roles], list(map(int, gaps)) or [0] * len(roles))


def seconds(roles: list[Role]) -> float:
    """Processor time, the better of two."""
    taken = []
    for _ in range(2):
        before = time.process_time()
        reflow(roles, [0] * len(roles))
        taken.append(time.process_time() - before)
    return min(taken)


def test_no_lines_make_no_pieces() -> None:
    assert reflow([], []) == ()


def test_first_inner_and_last_lines_are_one_paragraph() -> None:
    assert made("fiil") == (Piece(PieceKind.PARAGRAPH, (0, 1, 2, 3)),)


def test_lines_that_are_paragraphs_stay_apart() -> None:
    assert pieces("oo") == [(PieceKind.PARAGRAPH, (0,)), (PieceKind.PARAGRAPH, (1,))]


def test_a_new_first_line_begins_a_paragraph() -> None:
    assert pieces("filfl") == [(PieceKind.PARAGRAPH, (0, 1, 2)), (PieceKind.PARAGRAPH, (3, 4))]


def test_a_paragraph_goes_on_behind_what_was_thrown_in() -> None:
    assert pieces("fdcxil") == [
        (PieceKind.PARAGRAPH, (0, 4, 5)),
        (PieceKind.DISPLAY, (1,)),
        (PieceKind.CAPTION, (2,)),
        (PieceKind.FURNITURE, (3,)),
    ]


def test_a_paragraph_that_came_to_its_end_does_not_go_on() -> None:
    assert pieces("fldl") == [
        (PieceKind.PARAGRAPH, (0, 1)),
        (PieceKind.DISPLAY, (2,)),
        (PieceKind.PARAGRAPH, (3,)),
    ]


def test_what_has_no_first_line_is_headless() -> None:
    assert [piece.headless for piece in made("ilflo")] == [True, False, False]


def test_what_has_no_last_line_is_endless() -> None:
    assert [piece.endless for piece in made("fifl")] == [True, False]
    assert [piece.endless for piece in made("fio")] == [True, False]
    assert made("i") == (Piece(PieceKind.PARAGRAPH, (0,), headless=True, endless=True),)


def test_a_paragraph_left_open_is_not_taken_up_behind_another() -> None:
    assert [piece.lines for piece in made("fol")] == [(0,), (1,), (2,)]


def test_neighbouring_display_lines_are_one_piece() -> None:
    assert pieces("ddod") == [
        (PieceKind.DISPLAY, (0, 1)),
        (PieceKind.PARAGRAPH, (2,)),
        (PieceKind.DISPLAY, (3,)),
    ]


def test_captions_and_key_points_go_on_by_their_further_lines_only() -> None:
    assert pieces("ckchgg") == [
        (PieceKind.CAPTION, (0, 1)),
        (PieceKind.CAPTION, (2,)),
        (PieceKind.HIGHLIGHT, (3, 4, 5)),
    ]


def test_a_further_line_without_a_line_before_it_is_a_piece() -> None:
    assert pieces("okxg") == [
        (PieceKind.PARAGRAPH, (0,)),
        (PieceKind.CAPTION, (1,)),
        (PieceKind.FURNITURE, (2,)),
        (PieceKind.HIGHLIGHT, (3,)),
    ]


def test_furniture_is_a_piece_for_each_line() -> None:
    assert [piece.lines for piece in made("xxx")] == [(at,) for at in range(3)]


@pytest.mark.parametrize("roles", ["bbbb", "jjjj"])
def test_bylines_and_jump_lines_are_one_piece_until_a_blank_line(roles: str) -> None:
    assert [piece.lines for piece in made(roles, "1020")] == [(0, 1), (2, 3)]


def test_display_lines_are_one_piece_over_blank_lines() -> None:
    assert [piece.lines for piece in made("ddd", "012")] == [(0, 1, 2)]


@given(st.lists(st.tuples(st.sampled_from(ROLES), st.integers(0, 3)), max_size=40))
def test_every_line_is_in_exactly_one_piece_and_first_lines_are_in_order(
    page: list[tuple[Role, int]],
) -> None:
    roles = [role for role, _ in page]
    found = reflow(roles, [gap for _, gap in page])
    assert sorted(line for piece in found for line in piece.lines) == list(range(len(roles)))
    assert [piece.lines[0] for piece in found] == sorted(piece.lines[0] for piece in found)
    assert all(list(piece.lines) == sorted(piece.lines) for piece in found)


@given(st.lists(st.sampled_from(ROLES), max_size=40))
def test_a_paragraph_has_at_most_one_first_and_one_last_line(roles: list[Role]) -> None:
    for piece in reflow(roles, [0] * len(roles)):
        if piece.kind is PieceKind.PARAGRAPH:
            inside = [roles[line] for line in piece.lines]
            assert piece.headless == (inside[0] in {Role.INNER, Role.LAST})
            assert piece.endless == (inside[-1] in {Role.FIRST, Role.INNER})
            assert not {Role.FIRST, Role.ONLY} & set(inside[1:])
            assert not {Role.LAST, Role.ONLY} & set(inside[:-1])
        else:
            assert (piece.headless, piece.endless) == (False, False)


def test_time_is_linear_in_a_paragraph_that_does_not_end() -> None:
    assert seconds([Role.INNER] * 16_000) < 20 * seconds([Role.INNER] * 2_000)


def test_time_is_linear_in_display_lines_without_end() -> None:
    assert seconds([Role.DISPLAY] * 16_000) < 20 * seconds([Role.DISPLAY] * 2_000)
