"""Quotation marks of the reading text, on paragraphs made for the purpose."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from rift.validate import Document
from rift.validate.quotes import check_quotes


def told(body: str) -> list[str]:
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>\n{body}\n</body></text></TEI>'
    document = Document(Path(), "tei/made.xml", etree.ElementTree(etree.fromstring(text)), text)
    return [f"{f.code}:{f.place.line}" for f in check_quotes(document)]


@pytest.mark.parametrize("paragraph", [
    "“Yes,” he said, “and no.”",
    "the Khrushchevites’ backstage, the leaders’ view, Hoxha’s",
    "the Khrushchevites' backstage, and don't",
    "“he told me ‘I admire the Albanians’,” he said",
    "“a “friend” of ours”",
    'There is a proverb: "The host must eat."',
    "zdorovo ['well'; Russian in original]",
    "full of <soCalled>“friends”</soCalled>—“so-called”",
    "<choice><sic>”</sic><corr>“</corr></choice>Yes”",
    "“Yes<supplied>”</supplied>",
    "“Yes<note>“A note.”</note>”",
    "<said>“Yes,”</said> he said",
])
def test_balanced(paragraph: str) -> None:
    assert told(f"<p>{paragraph}</p>") == []


@pytest.mark.parametrize(("paragraph", "code"), [
    ("“Yes, he said.", "QUOTE-001:2"),
    ("“Yes, he said. “No,” she said.", "QUOTE-001:2"),
    ("Yes,” he said.", "QUOTE-002:2"),
    ("“he told me ‘I admire them,” he said", "QUOTE-001:2"),
    ('"The host must eat.', "QUOTE-001:2"),
    ("the 'Mikoyan case", "QUOTE-001:2"),
    ("<said>“Yes,</said>” he said", "QUOTE-003:2"),
    ("“Yes<note>A note.”</note>”", "QUOTE-002:2"),
    ("“Yes<choice><sic>”</sic><corr></corr></choice>", "QUOTE-001:2"),
])
def test_unbalanced(paragraph: str, code: str) -> None:
    assert told(f"<p>{paragraph}</p>") == [code]


def test_speech_over_paragraphs_opens_in_each_and_closes_in_the_last() -> None:
    joined = (
        '<p><said xml:id="a" next="#b">“First.</said></p>\n'
        '<p><said xml:id="b" prev="#a" next="#c">“Second.</said></p>\n'
        '<p><said xml:id="c" prev="#b">“Third.”</said></p>'
    )
    assert told(joined) == []
    assert told(joined.replace(' next="#c"', "").replace(' prev="#b"', "")) == ["QUOTE-001:3"]
    assert told(joined.replace("“Third", "Third")) == ["QUOTE-002:4"]


def test_pieces_inside_one_paragraph_must_each_close() -> None:
    assert told('<p><said xml:id="a" next="#b">“Yes,</said> he said, <said xml:id="b" prev="#a">“no.”</said></p>') == ["QUOTE-001:2"]


def test_a_quotation_of_several_paragraphs() -> None:
    assert told("<quote><p>“First.</p>\n<p>“Second.”</p></quote>") == []
    assert told("<quote><p>“First.</p>\n<p>“Second.</p></quote>") == ["QUOTE-001:3"]
