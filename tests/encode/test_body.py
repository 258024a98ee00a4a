"""The text of a TEI file: groups around blocks, page breaks and notes at their place, corrections beside what is printed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from texts import document, ocr_page, outline, rows, setting

from rift.annotate.corrections import CORRECTION_COLUMNS, corrected, corrections
from rift.encode.body import BodyWriter
from rift.model.document import Change, Document, Mark
from rift.reading.notes import find_footnote_marks, find_footnotes
from rift.reading.pages import find_pages, number_pages
from rift.structure.chapters import abstracts, chapter_heads, divisions, line_drafts, notes_last
from rift.structure.paragraphs import reflow
from rift.structure.setting import set_text

FULL = ("in the morning the boats went out to the north and to the", "islands, and in the evening they came back with the nets full")


def book(*pages: str, mended: tuple[str, ...] = ()) -> Document:
    made = outline("".join(pages), line_drafts, chapter_heads, abstracts, reflow, notes_last,
                   reading=(find_pages, number_pages, find_footnotes, find_footnote_marks))
    printed = set_text(made, {})
    changes, findings = corrections(printed, rows(CORRECTION_COLUMNS, *(row + "|word|ocr|high|wrong" for row in mended)))
    assert not findings
    return corrected(printed, changes)


def xml(made: Document) -> str:
    text = BodyWriter(made, "x", "#x.editor", "#x.author").text()
    etree.fromstring(text)
    return text


def paragraph(made: Document) -> str:
    """The last paragraph without its own tag."""
    return re.search(r"<p[^>]*>(.*)</p>", [line for line in xml(made).split("\n") if line.startswith("<p ")][-1])[1]


def test_each_block_stands_on_a_line_of_its_own():
    assert xml(document("One.", "Two.")) == '<text>\n<body>\n<p xml:id="x1">One.</p>\n<p xml:id="x3">Two.</p>\n</body>\n</text>'


def test_groups_stand_around_their_blocks_and_have_the_bare_address():
    made = outline("\n1. DUES \n\nText of it. \n", line_drafts, chapter_heads, reflow, divisions, reading=(find_pages, number_pages))
    assert xml(corrected(set_text(made, {}), [])).split("\n")[2:6] == [
        '<div xml:id="x2" type="chapter" n="1">',
        '<pb n="[1]" xml:id="x2.pb"/>',
        '<head xml:id="x2.head">1. DUES</head>',
        '<p xml:id="x4">Text of it.</p>',
    ]


def test_a_path_of_blocks_is_nested():
    made = document("One.")
    made.blocks[0].kind = "argument/p"
    assert '<argument xml:id="x1"><p xml:id="x1.p">One.</p></argument>' in xml(made)


def test_a_page_begins_inside_its_paragraph():
    assert paragraph(book(ocr_page(*FULL), ocr_page("of fish.")))[-36:] == 'full <pb n="[2]" xml:id="x4.pb"/>of fish.'[-36:]


def test_a_page_begins_inside_a_word():
    assert 'mor<pb n="[2]" xml:id="x6.pb" break="no"/>ning' in xml(book(ocr_page(*FULL, "in the mor-"), ocr_page("ning.")))


def test_a_page_that_begins_with_a_paragraph_stands_before_it():
    made = xml(book(ocr_page(*FULL, "of fish."), ocr_page("The women of the town carried the fish to the market.")))
    assert '<pb n="[2]" xml:id="x6.pb"/>\n<p xml:id="x6">' in made


def test_a_note_stands_at_its_mark_and_its_id_is_where_the_mark_is():
    made = xml(book(ocr_page(*FULL, "kapusta* came", notes=["* Cabbage."])))
    assert 'kapusta<note place="foot" n="*" xml:id="x5.note" resp="#x.editor">Cabbage.</note> came' in made


@pytest.mark.parametrize("signature", ["(Author’s note).", "(Author's note)"])
def test_a_note_that_is_signed_as_the_authors_is_his(signature):
    made = xml(book(ocr_page(*FULL, "kapusta* came", notes=[f"* Cabbage. {signature}"])))
    assert f'resp="#x.author">Cabbage. {signature}</note>' in made


def test_a_lost_note_is_a_gap():
    assert '<note place="foot" n="*" xml:id="x1.note" resp="#x.editor"><gap reason="lost-in-source"/></note>' in \
        xml(book(ocr_page("kapusta* came", notes=["*"])))


def test_a_note_stands_behind_a_speech_that_ends_at_its_mark():
    made = book(ocr_page("“Slava!”* he said", notes=["* Glory."]))
    made.marks = [Mark(0, 8, "said")]
    assert re.sub("<note.*?</note>", "<note/>", paragraph(made)) == "<said>“Slava!”</said><note/> he said"


@pytest.mark.parametrize(
    ("row", "xml_of_it"),
    [
        ("5|mor-|mar-", '<choice><sic>mor<pb n="[2]" xml:id="x6.pb" break="no"/>ket</sic><corr resp="#rift" type="ocr" cert="high">market</corr></choice>'),
        ("6|ket|kets", '<choice><sic>mor<pb n="[2]" xml:id="x6.pb" break="no"/>ket</sic><corr resp="#rift" type="ocr" cert="high">morkets</corr></choice>'),
    ],
)
def test_a_page_inside_a_correction_stands_in_sic_only(row, xml_of_it):
    assert xml_of_it in xml(book(ocr_page(*FULL, "in the mor-"), ocr_page("ket."), mended=(row,)))


def test_a_note_beside_a_correction_stays_beside_it():
    made = book(ocr_page("kapuste* came", notes=["* Cabbage."]), mended=("1|kapuste|kapusta",))
    assert "</choice><note" in xml(made)


def test_notes_are_corrected_too():
    made = xml(book(ocr_page("kapusta* came", notes=["* Cabbagc."]), mended=("5|Cabbagc|Cabbage",)))
    assert "<sic>Cabbagc</sic>" in made


@pytest.mark.parametrize("text", ["a < b & c", "]]> <b>", "&amp; &#38;", "<!-- & -->"])
def test_what_looks_like_markup_comes_out_as_text(text):
    assert "".join(etree.fromstring(xml(document(text))).itertext()).strip() == text


def test_what_looks_like_a_pointer_comes_out_as_text():
    assert "".join(etree.fromstring(xml(document('he wrote "@1" here'))).itertext()).strip() == 'he wrote "@1" here'


@given(st.data())
def test_the_source_reading_of_the_xml_is_the_text_as_printed(data):
    printed = setting("the boats went out to the north.", "they came back <at> night & slept.")
    size = printed.blocks[0].end
    edges = sorted(data.draw(st.lists(st.integers(0, size), max_size=6, unique=True)))
    changes = [Change(a, b, data.draw(st.text("xy ", min_size=1, max_size=3)), "ocr", "high")
               for a, b in zip(edges[::2], edges[1::2], strict=False)]
    made = corrected(printed, changes)
    inside = st.integers(0, len(made.text) - 2)
    spans = data.draw(st.lists(st.tuples(inside, inside, st.sampled_from(("said", "persName", "date"))), max_size=5))
    made.marks = [Mark(a, min(b, made.blocks[made.block_at(a)].end), path) for a, b, path in spans]
    root = etree.fromstring(xml(made))
    etree.strip_elements(root, "corr", "supplied", with_tail=False)
    assert ["".join(p.itertext()) for p in root.iter("p")] == [printed.text[b.start:b.end] for b in printed.blocks]
