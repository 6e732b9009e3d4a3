from paperparse.text.pairs import common_pairs


def test_pairs_of_everyday_words_are_common() -> None:
    known = common_pairs()
    assert known["发展"] > known["世界"] > 0
    assert "饸饹" not in known


def test_every_pair_is_two_characters_and_its_share_a_share() -> None:
    assert all(len(pair) == 2 and 0 < share < 1 for pair, share in common_pairs().items())
