"""For any small document: printed and encoded, it verifies; with any one character edited, it does not."""

from __future__ import annotations

from html import escape

from hypothesis import given, settings
from hypothesis import strategies as st
from invented import balanced, verify

words = st.text("abcdefgh", min_size=2, max_size=8)
signs = st.sampled_from(["", ".", ",", " —", "!”", " & so", " <x>"])
paragraphs = st.lists(st.tuples(words, signs), min_size=1, max_size=12)
documents = st.lists(paragraphs, min_size=1, max_size=5)


def text_of(paragraph: list[tuple[str, str]]) -> str:
    return " ".join(word + sign for word, sign in paragraph)


def printed(paragraph: str, width: int, breaks: str) -> str:
    """Set into lines, words divided with a hyphen where a line is full."""
    lines, line = [], ""
    for word in paragraph.split():
        if len(line) + len(word) > width and word.isalpha() and len(word) > 3:
            lines += [f"{line}{word[:2]}-"]
            line = word[2:] + " "
        elif len(line) + len(word) > width:
            lines += [line.strip()]
            line = word + " "
        else:
            line += word + " "
    return breaks.join([*lines, line.strip()])


@st.composite
def compared(draw):
    """A raw text and its TEI, with a page break and a footnote somewhere."""
    texts = [text_of(paragraph) for paragraph in draw(documents)]
    breaks = draw(st.sampled_from(["\n", " \n\n", "\n  "]))
    raw = [printed(text, draw(st.integers(8, 40)), breaks) for text in texts]
    tei = [f"<p>{escape(text, quote=False)}</p>" for text in texts]
    if draw(st.booleans()):
        noted = draw(st.integers(0, len(texts) - 1))
        body = text_of(draw(paragraphs))
        raw[noted] += "*"
        raw[-1] += f"\n   \n* {body}"
        tei[noted] = tei[noted].replace("</p>", f'<note place="foot" n="*">{escape(body, quote=False)}</note></p>')
    if draw(st.booleans()):
        raw.append("7")
        tei.append('<pb n="7"/>')
    return "\n".join(raw), "\n".join(tei)


@settings(max_examples=150, deadline=None)
@given(compared())
def test_what_was_printed_verifies(document):
    ledger = verify(*document)
    assert ledger.findings == ()
    assert ledger.unaccounted == 0
    assert balanced(ledger)


@settings(max_examples=200, deadline=None)
@given(compared(), st.data())
def test_any_edit_is_found(document, data):
    raw, tei = document
    letters = [at for at, sign in enumerate(tei) if sign in "abcdefgh" and not inside_tag(tei, at)]
    at = data.draw(st.sampled_from(letters))
    edited = data.draw(st.sampled_from([tei[:at] + tei[at + 1 :], tei[:at] + "z" + tei[at:], tei[:at] + "z" + tei[at + 1 :]]))
    ledger = verify(raw, edited)
    assert ledger.findings
    assert balanced(ledger)


def inside_tag(tei: str, at: int) -> bool:
    opened = max(tei.rfind("<", 0, at), tei.rfind("&", 0, at))
    return opened > max(tei.rfind(">", 0, at), tei.rfind(";", 0, at))
