"""What may differ between a raw text and its TEI, and is told apart in the ledger."""

from __future__ import annotations

import pytest
from invented import balanced, codes, verify

from rift.verify.cursor import HYPHEN, KEPT, MARK, MOVED, NUMBER, SPACE

ALLOWED = {
    "plain": ("One two.\nThree.\n", "<p>One two.</p>\n<p>Three.</p>"),
    "white space of any length and kind": ("One \n\n \u00a0two\t three", "<p>One two\n   three</p>"),
    "blocks without layout between them": ("Ann: Yes.\nBob: No.", "<sp><speaker>Ann:</speaker><p>Yes.</p></sp><sp><speaker>Bob:</speaker><p>No.</p></sp>"),
    "hyphen that divides": ("the divi-\n\nsion of", "<p>the division of</p>"),
    "hyphen that stays": ("a well-\nknown Marxist-\nLeninist of 1950-\n1960", "<p>a well-known Marxist-Leninist of 1950-1960</p>"),
    "hyphen that hangs": ("pre-\nand post-war", "<p>pre- and post-war</p>"),
    "hyphen in capitals": ("THE DIVI-\nSION", "<head>THE DIVISION</head>"),
    "page break in a word": ("the divi-\n\nsion", '<p>the divi<pb n="[2]" break="no"/>sion</p>'),
    "page break after a hard hyphen": ("Marxist-\n\nLeninist", '<p>Marxist-<pb n="[2]" break="no"/>Leninist</p>'),
    "page break between blocks": ("One.\nTwo.", '<p>One.</p>\n<pb n="2"/>\n<p>Two.</p>'),
    "page number after its page": ("One two\n\n36\n\nthree.", '<p>One two <pb n="37"/>three.</p><p/>'.replace("37", "36")),
    "page number at the end of its page": ("9\n\nOne\n 10 \ntwo\n\n11\n", '<pb n="9"/><p>One<pb n="10"/> two</p>\n<pb n="11"/>'),
    "page number inside a word": ("divi-\n\n36\n\nsion", '<p>divi<pb n="36" break="no"/>sion</p>'),
    "footnote": ("One* two\nthree.\n   \n* The note.\nFour.", '<p>One<note place="foot" n="*">The note.</note> two three.</p><pb n="2"/><p>Four.</p>'),
    "footnote's mark after a space and before a stop": ("“Nu” *, he\n* Well.\nsaid", '<p>“Nu”<note place="foot" n="*">Well.</note>, he said</p>'),
    "footnote's mark on a line of its own": ("“Yes!”\n*\n said he\n\n* Da.\n", '<p>“Yes!”<note place="foot" n="*">Da.</note> said he</p>'),
    "lonely mark before a comma": ("paille\n*\n, as\n*\n Straw\n", '<p>paille<note place="foot" n="*">Straw</note>, as</p>'),
    "footnote inside a divided word": ("a* calcu-\n\n   \n*\n A no-\nte\n lation", '<p>a<note place="foot" n="*">A note</note> calcu<pb n="2" break="no"/>lation</p>'),
    "several footnotes on a page": (
        "a* b† c\n* One\n† Two\nd",
        '<p>a<note place="foot" n="*">One</note> b<note place="foot" n="†">Two</note> c d</p>',
    ),
    "equal marks in their order": (
        "a* b* c\n* One\n* Two\nd",
        '<p>a<note place="foot" n="*">One</note> b<note place="foot" n="*">Two</note> c d</p>',
    ),
    "longer mark that begins like a shorter": (
        "a* b** c\n* One\n** Two\nd",
        '<p>a<note place="foot" n="*">One</note> b<note place="foot" n="**">Two</note> c d</p>',
    ),
    "lost note": ("a* b", '<p>a<note place="foot" n="*"><gap reason="lost-in-source"/></note> b</p>'),
    "lost note with a lone mark": ("a* b\n  \n*\nc", '<p>a<note place="foot" n="*"><gap reason="lost-in-source"/></note> b c</p>'),
    "lone mark before another note": (
        "a* b† c\n*\n † Two\nd",
        '<p>a<note place="foot" n="*"><gap reason="lost-in-source"/></note> b<note place="foot" n="†">Two</note> c d</p>',
    ),
    "lost note before a note with the same mark": (
        "a* b* c\n* Two\nd",
        '<p>a<note place="foot" n="*"><gap reason="lost-in-source"/></note> b<note place="foot" n="*">Two</note> c d</p>',
    ),
    "endnotes with bookmarks": (
        "a.[bookmark: _e_B0][i] b[bookmark: _e_B1][ii]\n\n\n[bookmark: _e0][i] One\n[bookmark: _e1][ii] Two\nand more\n",
        '<p>a.<note place="end" n="[i]">One</note> b<note place="end" n="[ii]"><p>Two</p><p>and more</p></note></p>',
    ),
    "choice": ("the modem state", '<p>the <choice><sic>modem</sic><corr resp="#rift">modern</corr></choice> state</p>'),
    "page break in a corrected word": ("m\nn", '<p><choice><sic>m <pb n="2"/>n</sic><corr resp="#rift">mn</corr></choice></p>'),
    "what the edition adds": (
        "One of them",
        '<head resp="#rift">Ours</head><p>One <supplied resp="#rift">all </supplied>of them<note type="editorial" resp="#rift"><p>x</p></note></p>',
    ),
    "what the source's editor adds": ("[Harold] Macmillan", '<p><supplied resp="#source-editor">[Harold]</supplied> Macmillan</p>'),
    "reactions": (
        "Yes. (Stir. Shouts: No!)",
        "<p>Yes. <incident><desc>(Stir.</desc></incident> <vocal><desc>Shouts: No!)</desc></vocal></p>",
    ),
    "characters of markup": ("a < b & c ]]> d", "<p>a &lt; b &amp; c ]]&gt; d</p>"),
    "comments and instructions": ("a b", "<p>a<!-- x --> b<?y z?></p>"),
    "inline gloss": ("dolloi [down]", '<p>dolloi <note type="gloss" place="inline">[down]</note></p>'),
}


@pytest.mark.parametrize("name", ALLOWED)
def test_allowed(name):
    raw, body = ALLOWED[name]
    ledger = verify(raw, body)
    assert ledger.findings == ()
    assert ledger.unaccounted == 0
    assert balanced(ledger)


def test_the_ledger_tells_the_classes_apart():
    raw = "9\n\nA divi-\nsion* of\n\n   \n* A note.\n work.\n"
    ledger = verify(raw, '<pb n="9"/><p>A division<note place="foot" n="*">A note.</note> of work.</p>')
    assert ledger.findings == ()
    assert ledger.counts == {KEPT: 19, MOVED: 7, HYPHEN: 1, MARK: 2, NUMBER: 1, SPACE: len(raw) - 30}


def test_excluded_ranges_are_counted_by_reason():
    raw = "Menu\nSite / **Head** of\nSite / it\n<State Archive>\nFoot"
    body = "<head>Head of</head><p>it</p>"
    rows = ["1|1|furniture||menu", "2:1|2:7|furniture||signature", "2:8|2:9|format||bold", "2:14|2:15|format||bold"]
    rows += ["3:1|3:7|furniture||signature", "4:1|4:1|format||sign", "4:15|4:15|format||sign"]
    rows += ["4:2|4:14|data|sourceDesc/msDesc/msIdentifier|archive", "5|5|furniture||menu"]
    ledger = verify(raw, body, *rows)
    assert ledger.findings == ()
    assert ledger.excluded == {
        ("furniture", "menu"): 8,
        ("furniture", "signature"): 14,
        ("format", "bold"): 4,
        ("format", "sign"): 2,
        ("data", "archive"): 13,
    }
    assert balanced(ledger)


def test_a_format_sign_inside_a_word_leaves_no_space():
    assert verify("un**believ**able", "<p>unbelievable</p>", "1:3|1:4|format||bold", "1:11|1:12|format||bold").findings == ()
    assert codes(verify("un**believ**able", "<p>un believable</p>", "1:3|1:4|format||bold", "1:11|1:12|format||bold")) == ["VER-004"]


def test_an_empty_text_is_empty():
    assert verify("", "<div/>").findings == ()
    assert verify("\n \n", "<p> </p>").findings == ()
