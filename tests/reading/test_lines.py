"""Raw lines: what of them is text, and what stands between them."""

from __future__ import annotations

from texts import RULE, read

from rift.reading.lines import split_at_tabs


def texts(pages) -> list[tuple[int, str]]:
    return [(line.number, line.text) for line in pages.lines]


def test_lines_keep_their_number_and_lose_white_space_at_both_ends():
    assert texts(read(" One \n\n\u00a0Two\t\nThree")) == [(1, "One"), (3, "Two"), (4, "Three")]


def test_empty_lines_above_are_counted():
    assert [line.blank_before for line in read("a\nb\n\nc\n \t\n\nd\n").lines] == [0, 0, 1, 2]


def test_a_row_of_spaces_is_a_rule_and_a_shorter_one_is_not():
    assert [line.rule_before for line in read(f"a\n{RULE}\nb\n        \nc\n").lines] == [False, True, False]


def test_a_line_that_begins_with_a_space_is_indented():
    assert [line.indented for line in read("a\n b\n").lines] == [False, True]


def test_an_excluded_line_is_no_line():
    pages = read("Menu\nHome\ntext\n", excluded=["1|2|furniture||menu"])
    assert texts(pages) == [(3, "text")]


def test_an_excluded_stretch_inside_a_line_is_a_hole():
    line, = read("The **strong** word\n", excluded=["1:5|1:6|format||bold", "1:13|1:14|format||bold"]).lines
    assert line.text == "The strong word"
    assert line.holes == [(4, 6), (12, 14)]


def test_an_excluded_stretch_at_the_edge_makes_the_line_shorter():
    line, = read("Site / The text Site\n", excluded=["1:1|1:6|furniture||site", "1:17|1:20|furniture||site"]).lines
    assert (line.text, line.start, line.end, line.holes) == ("The text", 7, 15, [])


def test_an_exclusion_may_run_over_several_lines():
    pages = read("a menu\nof links\nend b\n", excluded=["1:2|3:4|furniture||menu"])
    assert texts(pages) == [(1, "a"), (3, "b")]


def test_a_tab_inside_a_line_parts_it():
    pages = read("Why do you do it?\tThey do not know you.\nNext\n", split_at_tabs)
    assert texts(pages) == [(1, "Why do you do it?"), (1, "They do not know you."), (2, "Next")]
    assert [pages.raw.text[line.start:line.end] for line in pages.lines] == [line.text for line in pages.lines]


def test_tabs_and_spaces_alone_part_nothing():
    assert texts(read("One\t \tTwo\n", split_at_tabs)) == [(1, "One"), (1, "Two")]


def test_of_a_line_may_be_excluded_as_much_as_one_likes():
    stars = [f"1:{at}|1:{at}|format||bold" for at in range(1, 60, 3)]
    line, = read("*a " * 20 + "\n", excluded=stars).lines
    assert line.text == " ".join("a" * 20)
