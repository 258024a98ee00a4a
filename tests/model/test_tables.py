"""Tables beside a raw text are read strictly, and say which row is wrong."""

import pytest

from rift.diagnostics import Problem
from rift.model.raw import RawText
from rift.model.tables import read_exclusions, read_table, table_text

RAW = RawText("x", "Menu\nHello **world**\nThe end\n")
HEADER = "from\tto\tkind\twhere\treason\n"


def exclusions(rows: str):
    return read_exclusions("sources/x/excluded.tsv", HEADER + rows, RAW)


def test_rows_keep_their_line_and_their_white_space():
    rows = read_table("t.tsv", "line\twords\n3\t a b \n5\tc\n", ("line", "words"))
    assert [(row.line, row["line"], row["words"]) for row in rows] == [(2, "3", " a b "), (3, "5", "c")]


def test_a_table_may_have_no_rows():
    assert read_table("t.tsv", "line\twords\n", ("line", "words")) == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [("", 1), ("line words\n", 1), ("words\tline\n", 1), ("line\twords\n1\n", 2), ("line\twords\n1\ta\n\n", 3), ("line\twords\n1\ta\tb\n", 2)],
)
def test_a_malformed_table_is_a_problem_with_its_line(text, line):
    with pytest.raises(Problem) as caught:
        read_table("t.tsv", text, ("line", "words"))
    assert caught.value.finding.code == "SRC-008"
    assert str(caught.value.finding.place) == f"t.tsv:{line}"


def test_lines_and_columns_are_inclusive():
    whole, inline = exclusions("2:7\t2:8\tformat\t\tMarkdown\n1\t1\tfurniture\t\tmenu\n")
    assert RAW.text[whole.start : whole.end] == "Menu"
    assert RAW.text[inline.start : inline.end] == "**"
    assert (inline.path, inline.line) == ("sources/x/excluded.tsv", 2)


@pytest.mark.parametrize(
    "row",
    [
        "9\t9\tfurniture\t\tr",
        "1:5\t1:5\tfurniture\t\tr",
        "0\t1\tfurniture\t\tr",
        "a\t1\tfurniture\t\tr",
        "2\t1\tfurniture\t\tr",
        "1\t1\tjunk\t\tr",
        "1\t1\tdata\t\tr",
        "1\t1\tformat\ttitleStmt\tr",
        "1\t1\tformat\t\t",
    ],
)
def test_a_row_that_cannot_be_meant_is_refused(row):
    with pytest.raises(Problem) as caught:
        exclusions(row + "\n")
    assert caught.value.finding.code == "SRC-008"
    assert caught.value.finding.place.line == 2


def test_a_byte_order_mark_is_no_part_of_a_table(tmp_path):
    (tmp_path / "t.tsv").write_bytes("\ufeffline\twords\n".encode())
    assert table_text(tmp_path / "t.tsv", "t.tsv") == "line\twords\n"


def test_a_table_that_is_not_utf_8_is_a_problem_with_its_line(tmp_path):
    (tmp_path / "t.tsv").write_bytes(b"line\twords\n1\tTit\xe9\n")
    with pytest.raises(Problem) as caught:
        table_text(tmp_path / "t.tsv", "t.tsv")
    assert (caught.value.finding.code, str(caught.value.finding.place)) == ("SRC-015", "t.tsv:2")
    assert "0xe9" in caught.value.finding.message


def test_a_table_that_is_a_folder_is_a_problem(tmp_path):
    with pytest.raises(Problem) as caught:
        table_text(tmp_path, "t.tsv")
    assert caught.value.finding.code == "SRC-016"


@pytest.mark.parametrize("number", ["0", "٩", "9" * 5000, "-1", "1.5"])
def test_what_is_no_raw_line_is_a_problem(number):
    row, = read_table("t.tsv", f"line\n{number}\n", ("line",))
    with pytest.raises(Problem) as caught:
        row.number("line")
    assert caught.value.finding.code == "SRC-008"
