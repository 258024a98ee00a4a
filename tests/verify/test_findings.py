"""What is wrong is found once, under its code and at its place in both files."""

from __future__ import annotations

import random

import pytest
from invented import FRAME, balanced, codes, places, verify

from rift.diagnostics import Problem, load_catalogue

RAW = "The first line of it.\nThe second divi-\nsion*, of\n36\n* A note on it.\nMarxist-\nLeninist work.\n"
TEI = '<p>The first line of it.</p>\n<p>The second division<note place="foot" n="*">A note on it.</note>, of <pb n="36"/>Marxist-Leninist work.</p>'

# What is right and wrong in the TEI, the code, how far into the wrong words the place is, and the raw place.
FAULTS = {
    "letter lost": ("first", "fist", "VER-001", 2, (1, 7)),
    "letter added": ("first", "firsst", "VER-002", 4, (1, 9)),
    "letter changed": ("first", "fyrst", "VER-003", 1, (1, 6)),
    "letters swapped": ("first", "frist", "VER-008", 1, (1, 6)),
    "space lost": ("first line", "firstline", "VER-004", 5, (1, 10)),
    "space added": ("first", "fi rst", "VER-004", 2, (1, 7)),
    "space swapped": ("first line", "firs tline", "VER-008", 4, (1, 9)),
    "last letter lost": ("work.", "work", "VER-001", 4, (7, 14)),
    "first letter changed": ("The first", "xhe first", "VER-003", 0, (1, 1)),
    "letter before the division lost": ("division", "divsion", "VER-001", 3, (2, 15)),
    "letter after the division lost": ("division", "diviion", "VER-001", 4, (3, 1)),
    "letter after the division changed": ("division", "divi5ion", "VER-003", 4, (3, 1)),
    "space in the divided word": ("division", "divi sion", "VER-004", 4, (3, 1)),
    "letters swapped over the division": ("division", "divsiion", "VER-008", 3, (2, 15)),
    "hard hyphen lost": ("Marxist-L", "MarxistL", "VER-001", 7, (6, 8)),
    "space after a hard hyphen": ("Marxist-L", "Marxist- L", "VER-004", 8, (6, 9)),
    "letter of a note changed": ("A note on", "A mote on", "VER-003", 2, (5, 5)),
    "letter of a note lost": ("A note", "A ote", "VER-001", 2, (5, 5)),
    "last sign of a note lost": ("it.</note>", "it</note>", "VER-001", 2, (5, 15)),
    "sign added to a note": ("it.</note>", "it.!</note>", "VER-002", 3, (5, 16)),
    "sign after a note lost": (", of", " of", "VER-001", 0, (3, 6)),
    "space before a mark": ("division<", "division <", "VER-004", 8, (3, 5)),
    "space lost at a page break": (" <pb", "<pb", "VER-004", None, (3, 10)),
    "sentence lost": ("The first line of it.", "", "VER-001", None, (1, 5)),
}


@pytest.mark.parametrize("name", FAULTS)
def test_one_fault_is_one_finding(name):
    right, wrong, code, at, raw = FAULTS[name]
    assert TEI.count(right) == 1
    assert verify(RAW, TEI).findings == ()
    ledger = verify(RAW, TEI.replace(right, wrong))
    ((found, line, column, *raw_found),) = places(ledger)
    assert (found, tuple(raw_found)) == (code, raw)
    if at is not None:
        assert TEI.replace(right, wrong).split("\n")[line - 1].index(wrong) + at + 1 == column
    assert balanced(ledger)


def test_both_sides_are_shown():
    (found,) = verify(RAW, TEI.replace("first", "fyrst")).findings
    assert found.message == "the source has ‘i’, the TEI has ‘y’"
    assert found.excerpt == "source: The f⟦i⟧rst line of  | TEI: The f⟦y⟧rst line of "
    assert str(found.place) == "tei/invented.xml:8:9"
    assert str(found.raw) == "sources/invented/text.txt:1:6"


def sentence(n: int) -> str:
    """Words that seldom agree by chance."""
    draw = random.Random(n)
    return " ".join("".join(draw.choices("abdeilmnorstu", k=draw.randint(2, 9))) for _ in range(9)).capitalize() + "."


LONG = [sentence(n) for n in range(60)]


@pytest.mark.parametrize("lost", [(0, 1), (10, 12), (20, 50), (58, 60)])
def test_a_lost_passage_is_one_finding(lost):
    start, end = lost
    body = "\n".join(f"<p>{line}</p>" for line in LONG[:start] + LONG[end:])
    ledger = verify("\n".join(LONG), body)
    assert codes(ledger) == ["VER-001"]
    assert abs(ledger.findings[0].raw.line - start - 1) <= 1
    assert balanced(ledger)


def test_a_passage_added_is_one_finding():
    body = "\n".join(f"<p>{line}</p>" for line in LONG[:7] + ["A sentence of mine."] * 5 + LONG[7:])
    assert [(code, line) for code, line, *_ in places(verify("\n".join(LONG), body))] == [("VER-002", 8)]


def test_a_passage_moved_is_two_findings():
    body = "\n".join(f"<p>{line}</p>" for line in [*LONG[:7], LONG[9], LONG[7], LONG[8], *LONG[10:]])
    assert sorted(codes(verify("\n".join(LONG), body))) == ["VER-001", "VER-002"]


def test_many_faults_are_each_found():
    lines = [line[:20] + "Q" + line[21:] if n % 3 == 0 else line for n, line in enumerate(LONG)]
    ledger = verify("\n".join(LONG), "\n".join(f"<p>{line}</p>" for line in lines))
    assert [f.raw.line for f in ledger.findings] == list(range(1, 61, 3))


def test_the_tei_of_another_text_is_given_up():
    ledger = verify("\n".join(LONG), "<p>Nothing at all like this.</p>")
    assert 1 <= len(ledger.findings) <= 3
    assert balanced(ledger)


def test_after_many_faults_the_rest_is_left():
    lines = [sentence(n) for n in range(150)]
    ledger = verify("\n".join(lines), "\n".join(f"<p>{line[:20]}Q{line[21:]}</p>" for line in lines))
    assert len(ledger.findings) == 101
    assert ledger.findings[-1].code == "VER-012"


NOTES = """Winter came late* that year and stayed† until the rivers rose.
* Not before December.
† Until the end of April.
The mills stood still.
"""
NOTES_TEI = """<p>Winter came late<note place="foot" n="*">Not before December.</note> that year and stayed<note place="foot" n="†">Until
the end of April.</note> until the rivers rose. The mills stood still.</p>"""


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ('n="*"', 'n="+"', ["VER-011", "VER-001", "VER-007"]),
        ('<note place="foot" n="*">Not before December.</note>', "", ["VER-001", "VER-001"]),
        (" still", '<note place="foot" n="*">Never.</note> still', ["VER-011", "VER-007"]),
        ("Not before December.", "", ["VER-001"]),
        ("late<note", "<note", ["VER-003"]),
    ],
)
def test_notes_that_are_not_as_printed(right, wrong, expected):
    assert verify(NOTES, NOTES_TEI).findings == ()
    assert codes(verify(NOTES, NOTES_TEI.replace(right, wrong))) == expected


@pytest.mark.parametrize("wrong", ["paille <note", "</note> ,"])
def test_no_space_comes_before_a_comma_with_a_lonely_mark(wrong):
    body = '<p>hommes de paille<note place="foot" n="*">Straw</note>, as it seems</p>'
    right = wrong.replace(" ", "")
    assert codes(verify("hommes de paille\n*\n, as it seems\n*\n Straw\n", body.replace(right, wrong))) == ["VER-004"]


def test_notes_in_another_order():
    body = NOTES_TEI.replace("Not before December.", "X").replace("Until\nthe end of April.", "Not before December.").replace("X", "Until the end of April.")
    assert verify(NOTES, body).findings


def test_a_body_that_the_source_has_not():
    raw = "One* two three\nfour."
    ledger = verify(raw, '<p>One<note place="foot" n="*">Mine.</note> two three four.</p>')
    assert places(ledger) == [("VER-007", 1, 7, 1, 4)]


def test_a_footnote_stands_on_its_page():
    raw = "One* two\n1\nthree\n2\nfour\n* Note.\n"
    body = '<pb n="[0]"/><p>One<note place="foot" n="*">Note.</note> two <pb n="1"/>three <pb n="2"/>four</p>'
    assert "VER-007" in codes(verify(raw, body))


def test_the_end_lost_before_the_endnotes():
    raw = "One[1] two.\nThree four five six.\n\n[1] A note.\n"
    ledger = verify(raw, '<p>One<note place="end" n="[1]">A note.</note> two.</p>')
    assert codes(ledger) == ["VER-001"]


@pytest.mark.parametrize(
    ("id", "line"), [("x1", 1), ("x2.p", 2), ("x3.said", 3), ("x3.note", 3), ("x6.pb", 6)]
)
def test_ids_are_true(id, line):
    raw = "Head\nOne\ntwo* three\n* A\n   \nfour\n"
    body = '<head xml:id="x1">Head</head><p xml:id="x2.p">One <said xml:id="x3.said">two</said><note place="foot" n="*" xml:id="x3.note">A</note> three <pb n="[2]" xml:id="x6.pb"/>four</p>'
    assert verify(raw, body).findings == ()
    wrong = id.replace(str(line), str(line + 1))
    (found,) = verify(raw, body.replace(id, wrong)).findings
    assert (found.code, found.raw.line) == ("VER-009", line)
    assert wrong in found.message


def test_overlapping_ranges():
    ledger = verify("One two", "<p>two</p>", "1:1|1:3|furniture||a", "1:2|1:3|furniture||b")
    assert codes(ledger) == ["VER-005"]
    assert str(ledger.findings[0].place) == "sources/invented/excluded.tsv:3"
    assert balanced(ledger)


@pytest.mark.parametrize(
    ("where", "words", "found"),
    [
        ("sourceDesc/msDesc/msIdentifier", "Tirana, State Archive", []),
        ("fileDesc/sourceDesc/msDesc/msIdentifier/repository", "State  Archive", []),
        ("sourceDesc/msDesc/msIdentifier", "State Archives", ["VER-006"]),
        ("profileDesc/abstract", "State Archive", ["VER-006"]),
        ("bibl[[", "State Archive", ["VER-006"]),
    ],
)
def test_catalogue_data_stand_in_the_header(where, words, found):
    assert codes(verify(f"{words}\nOne", "<p>One</p>", f"1|1|data|{where}|archive")) == found


def test_data_of_one_place_stand_in_order():
    rows = ["1|1|data|sourceDesc/msDesc/msIdentifier|a", "2|2|data|sourceDesc/msDesc/msIdentifier|b"]
    assert verify("Tirana\nState Archive\nOne", "<p>One</p>", *rows).findings == ()
    assert codes(verify("State Archive\nTirana\nOne", "<p>One</p>", *rows)) == ["VER-006"]


@pytest.mark.parametrize("digest", ["0" * 64, ""])
def test_the_header_names_the_raw_text(digest):
    ledger = verify("One", "", tei=FRAME.format(digest=digest, body="<p>One</p>"))
    assert codes(ledger) == ["VER-010"]
    assert ledger.findings[0].place.line == 5


@pytest.mark.parametrize(
    "tei",
    ["", "no XML", "<TEI><text>", '<!DOCTYPE TEI [<!ENTITY a "b">]><TEI><text>&a;</text></TEI>', '<!DOCTYPE TEI [<!ENTITY a SYSTEM "b">]><TEI/>'],
)
def test_a_file_that_cannot_be_read_is_a_problem(tei):
    from rift.model.raw import RawText
    from rift.verify import verify_text

    with pytest.raises(Problem) as caught:
        verify_text(RawText("x", "One"), (), tei.encode(), "tei/x.xml")
    assert caught.value.finding.code == "VER-013"


def test_every_code_has_a_test():
    import pathlib

    here = pathlib.Path(__file__).read_text(encoding="utf-8")
    assert [code for code in load_catalogue() if code.startswith("VER-") and code not in here] == []
