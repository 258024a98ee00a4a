"""A source that cannot be meant is refused or told, with the place of the row; never a traceback, never in silence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rift.convert import Conversion, convert
from rift.diagnostics import Problem
from rift.registers import read_lexicon

HERE = Path(__file__).parent
BOOK = ("ocr-book", "lighthouse")
POST = ("web-post", "oil-notes")


def convert_with(root: Path, case: tuple[str, str], table: str, row: str) -> Conversion:
    """The text of a case, converted with one more row (cells parted by ``|``) in one of its tables."""
    folder, text = case
    edition = Path(shutil.copytree(HERE / folder / "in", root / "edition"))
    path = edition / "sources" / text / f"{table}.tsv"
    header = COLUMNS.get(table, "")
    before = path.read_text(encoding="utf-8") if path.exists() else header.replace("|", "\t") + "\n"
    path.write_text(before + row.replace("|", "\t") + "\n", encoding="utf-8")
    return convert(edition, text, read_lexicon(edition))


COLUMNS = {
    "hyphens": "line|words|decision|reason",
    "insertions": "line|words|kind|reason",
    "stages": "line|words|type|reason",
    "dates": "line|words|date|reason",
    "names": "line|words|element|ref|reason",
    "structure": "line|to|element|attributes|reason",
    "labels": "line|words|who|toWhom|reason",
}

STALE = [
    ("corrections", "38|modem|modern|rn-m|ocr|high|not on this line"),
    ("speakers", "38|Nobody says this|speech|brook|||not on this line"),
    ("foreign", "38|kaprani|mis||not on this line"),
    ("references", "38|as I wrote|internal|24|not on this line"),
    ("dates", "38|May 5|when=1932-05-05|not on this line"),
    ("names", "38|Brook|persName|brook|not on this line"),
    ("stages", "38|(he laughs)|delivery|not on this line"),
    ("insertions", "38|[the]|word|not on this line"),
    ("labels", "38|Brook:|brook||no turn begins here"),
    ("structure", "999||head||no such line"),
    ("paragraphs", "999|start|no such line"),
    ("hyphens", "38|put|hard|no hyphen ends this line"),
]


@pytest.mark.parametrize(("table", "row"), STALE)
def test_a_row_that_matches_nothing_is_an_error(tmp_path, table, row):
    found = convert_with(tmp_path, BOOK, table, row).findings
    assert [(f.code, f.severity, f.place.path) for f in found] == [("SRC-009", "error", f"sources/lighthouse/{table}.tsv")]


@pytest.mark.parametrize("table", ["corrections", "speakers", "paragraphs"])
def test_a_line_that_is_no_number_is_a_problem(tmp_path, table):
    columns = (HERE / BOOK[0] / "in" / "sources" / BOOK[1] / f"{table}.tsv").read_text(encoding="utf-8").split("\n")[0].count("\t")
    with pytest.raises(Problem) as caught:
        convert_with(tmp_path, BOOK, table, "thirty" + "|" * columns)
    assert caught.value.finding.code == "SRC-008"


def codes_told(root: Path, table: str, row: str) -> list[str]:
    """Codes of what is told about a row, by findings or by the problem that stops the conversion."""
    try:
        return [found.code for found in convert_with(root, BOOK, table, row).findings]
    except Problem as problem:
        return [problem.finding.code]


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("speakers", "60|masters|speach|brook|||unknown kind"),
        ("corrections", "60|laughed|laughing|word|typo|high|unknown type"),
        ("corrections", "60|laughed|laughing|word|ocr|sure|unknown certainty"),
        ("paragraphs", "56|begin|unknown decision"),
    ],
)
def test_a_decision_outside_its_list_is_told(tmp_path, table, row):
    assert codes_told(tmp_path, table, row) == ["SRC-013"]


@pytest.mark.parametrize(
    ("table", "row", "code"),
    [
        ("names", "60||persName|brook|no words", "SRC-008"),
        ("names", "60|masters|persName|brook|", "SRC-008"),  # no reason
        ("names", "60|masters|persName|broook|unknown person", "SRC-017"),
        ("speakers", "60|masters|speech|brook|deen||unknown hearer", "SRC-017"),
        ("speakers", "60|masters|document|||lighthose:3|unknown text", "SRC-017"),
        ("references", "60|they only laughed|work|no-such-work|unknown work", "SRC-017"),
        ("references", "60|they only laughed|internal|abc|no raw line", "SRC-008"),
        ("references", "60|they only laughed|page|9999|no such page", "SRC-009"),
        ("dates", "60|masters|1932|no attribute", "SRC-008"),
        ("dates", "60|masters|whenn=1932|unknown attribute", "SRC-008"),
        ("structure", "60||p q||no element", "SRC-008"),
        ("structure", "60||p|when|no value", "SRC-008"),
        ("corrections", "60|laughed|laughed|word|ocr|high|as printed", "SRC-008"),
        ("corrections", "60|laughed|laugh\x01ed|word|ocr|high|a control character", "ENC-003"),
        ("paragraphs", "103|joined|a second row", "SRC-008"),
    ],
)
def test_a_row_that_cannot_be_meant_is_told(tmp_path, table, row, code):
    assert codes_told(tmp_path, table, row) == [code]


def test_a_second_row_for_the_same_words_is_told(tmp_path):
    edition = Path(shutil.copytree(HERE / BOOK[0] / "in", tmp_path / "edition"))
    path = edition / "sources" / BOOK[1] / "foreign.tsv"
    header, first, *_ = path.read_text(encoding="utf-8").split("\n")
    path.write_text("\n".join([header, first, first, ""]), encoding="utf-8")
    found = convert(edition, BOOK[1], read_lexicon(edition)).findings
    assert [(f.code, f.place.line) for f in found] == [("SRC-009", 3)]


def test_a_table_that_nothing_reads_is_told(tmp_path):
    edition = Path(shutil.copytree(HERE / BOOK[0] / "in", tmp_path / "edition"))
    (edition / "sources" / BOOK[1] / "speaker.tsv").write_text("", encoding="utf-8")
    found = convert(edition, BOOK[1], read_lexicon(edition)).findings
    assert [(f.code, f.place.path) for f in found] == [("SRC-014", "sources/lighthouse/speaker.tsv")]
    assert "speakers.tsv" in found[0].message


def told(edition: Path, case: tuple[str, str]) -> str:
    """Code of the problem that stops a conversion."""
    with pytest.raises(Problem) as caught:
        convert(edition, case[1], read_lexicon(edition))
    return caught.value.finding.code


def test_a_siglum_that_another_text_has_is_a_problem(tmp_path):
    edition = Path(shutil.copytree(HERE / BOOK[0] / "in", tmp_path / "edition"))
    shutil.copytree(edition / "sources" / BOOK[1], edition / "sources" / "copy")
    assert told(edition, BOOK) == "SRC-018"


def test_a_text_of_which_nothing_is_left_is_a_problem(tmp_path):
    edition = Path(shutil.copytree(HERE / BOOK[0] / "in", tmp_path / "edition"))
    folder = edition / "sources" / BOOK[1]
    lines = (folder / "text.txt").read_text(encoding="utf-8").count("\n")
    (folder / "excluded.tsv").write_text(f"from\tto\tkind\twhere\treason\n1\t{lines}\tfurniture\t\tall of it\n", encoding="utf-8")
    assert told(edition, BOOK) == "SRC-019"


def test_a_reference_to_a_line_without_text_is_told(tmp_path):
    assert codes_told(tmp_path, "references", "60|they only laughed|internal|999|no such line")


def test_an_unknown_format_is_a_problem_with_the_nearest_known_one(tmp_path):
    edition = Path(shutil.copytree(HERE / POST[0] / "in", tmp_path / "edition"))
    settings = edition / "sources" / POST[1] / "source.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace('"web-post"', '"web-posts"'), encoding="utf-8")
    with pytest.raises(Problem) as caught:
        convert(edition, POST[1], read_lexicon(edition))
    assert caught.value.finding.code == "SRC-005"
    assert "'web-post'" in caught.value.finding.message


def test_a_register_that_is_not_well_formed_is_a_problem(tmp_path):
    edition = Path(shutil.copytree(HERE / POST[0] / "in", tmp_path / "edition"))
    (edition / "tei" / "register" / "places.xml").write_text("<TEI>", encoding="utf-8")
    with pytest.raises(Problem) as caught:
        read_lexicon(edition)
    assert (caught.value.finding.code, caught.value.finding.place.path) == ("REG-001", "tei/register/places.xml")


def test_an_edition_without_registers_is_converted_all_the_same(tmp_path):
    edition = Path(shutil.copytree(HERE / BOOK[0] / "in", tmp_path / "edition"))
    shutil.rmtree(edition / "tei")
    assert b"<persName" not in convert(edition, BOOK[1], read_lexicon(edition)).tei
