"""An invented edition of a diary that says nothing of its rights and minutes that welcome reuse."""

from __future__ import annotations

from pathlib import Path

LONG = ("the ferry left the northern quay before anybody had told the captain that the bridge was closed "
        "and nobody on the shore thought of calling it back")
SHARED = "all members of the council present agreed without a vote that the bridge should be closed at once"
NAMES = "Anna Moll Ben Rust Cara Sand Dora Tell Emil Ufer Finn Voss Gerd Wall"
QUOTED = "nobody on the shore thought of calling it back"
QUOTED_TOO_LONG = "before anybody had told the captain that the bridge was closed and nobody on the shore thought of calling it back"

SOURCE = """title = "{id}"
siglum = "{siglum}"
format = "web-post"
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"

[rights]
statement = "{reason}"
public = "{public}"
reason = "{reason}"
"""

HEADER = """<teiHeader><fileDesc>
<titleStmt><title>{title}</title><author>Ida Moll</author></titleStmt>
<extent><measure unit="pages" quantity="2">2 pages</measure><measure unit="notes" quantity="2">2 notes</measure></extent>
<publicationStmt><publisher>The Quay edition</publisher></publicationStmt>
<sourceDesc><bibl type="published"><title>Archive of the Quay</title>, <idno type="URL">https://example.org/{id}</idno>
<availability status="unknown"><p>{reason}</p></availability></bibl></sourceDesc>
</fileDesc></teiHeader>"""

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}" xml:lang="en">\n{content}\n</TEI>\n'

NAMES_EACH = [" ".join(pair) for pair in zip(NAMES.split()[::2], NAMES.split()[1::2])]

DIARY = f"""<text><body>
<div type="chapter" xml:id="d3"><pb n="7" xml:id="d3.pb"/>
<head xml:id="d3.head">THE DAY THE FERRY LEFT THE QUAY AND THE COUNCIL CLOSED ITS BRIDGE<note place="foot" n="*" xml:id="d3.note">A note to the heading.</note></head>
<p xml:id="d5">On <date when="1951-02-03">that day</date> <persName ref="register/persons.xml#anna">Anna</persName> saw how {LONG}.</p>
<p xml:id="d9">And then <choice><sic>tbe<pb n="8" break="no" xml:id="d10.pb"/></sic><corr resp="#rift" type="ocr">the</corr></choice> harbour<note place="foot" n="*" xml:id="d9.note">It froze in every winter.</note> was quiet, as <said xml:id="d9.said" who="register/persons.xml#anna">“it had never been since I was a child”</said>, she said.</p>
<p xml:id="d12">Nobody came.</p>
<p xml:id="d13">{" ".join(f'<persName ref="register/persons.xml#anna">{name}</persName>,' for name in NAMES_EACH)} nobody.</p>
<p xml:id="d14">We heard later that {SHARED}.</p>
</div>
</body></text>"""

MINUTES = f"""<text><body>
<div type="document" xml:id="q1"><head xml:id="q1.head">Minutes</head>
<sp xml:id="q3" n="1" who="register/persons.xml#anna"><speaker>Anna:</speaker><p xml:id="q3.p">I saw that {SHARED}.</p></sp>
</div>
</body></text>"""

EVENTS = f"""<standOff><listEvent>
<event xml:id="ev-ferry" when="1951-02-03"><label>The ferry leaves</label>
<desc resp="#rift">The diary says “{QUOTED}”.</desc>
<note type="comparison" resp="#rift"><p>The diary (“{QUOTED_TOO_LONG}”) is alone with this.</p></note>
<linkGrp type="accounts"><ptr type="account" subtype="eye-witness" target="diary.xml#d5"/><ptr type="account" subtype="eye-witness" target="diary.xml#d9.said"/>
<ptr type="account" subtype="eye-witness" target="diary.xml#d12"/></linkGrp></event>
</listEvent></standOff>"""


def write(root: Path) -> Path:
    """Write the edition into ``root`` and return it."""
    (root / "tei").mkdir(parents=True)
    texts = {"diary": ("d", DIARY, "withheld", "Do not copy."), "minutes": ("q", MINUTES, "full", "Copy as you like.")}
    for name, (siglum, text, public, reason) in texts.items():
        header = HEADER.format(id=name, title=name.capitalize(), reason=reason)
        (root / "tei" / f"{name}.xml").write_text(TEI.format(id=name, content=header + "\n" + text))
        (root / "sources" / name).mkdir(parents=True)
        (root / "sources" / name / "source.toml").write_text(
            SOURCE.format(id=name, siglum=siglum, public=public, reason=reason))
    header = HEADER.format(id="events", title="Events", reason="")
    (root / "tei" / "events.xml").write_text(TEI.format(id="events", content=header + "\n" + EVENTS))
    return root
