"""The texts as Distributed Text Services: citation trees, the answers in files, fragments."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import etree

from rift.publish.files import TeiFile, load_edition
from rift.publish.metadata.citable import Unit, prefixed, trees
from rift.publish.metadata.fragments import BASE, DTS, between, fragment

from .conftest import REPOSITORY

CONTEXT = "https://dtsapi.org/context/v1.0.json"


@pytest.fixture(scope="module")
def served(whole_site) -> Path:
    """The folder ``dts`` of the edition."""
    return whole_site / "dts"


def answer(served: Path, name: str) -> dict:
    return json.loads((served / name).read_text(encoding="utf-8"))


def expand(template: str, **values: str) -> str:
    """An address from a URI template (RFC 6570), as far as the service uses them."""
    def one(match: re.Match) -> str:
        sign, names = (match[1][0], match[1][1:]) if match[1][0] in "/;" else ("", match[1])
        given = [(name, values[name]) for name in names.split(",") if name in values]
        return "".join({"/": f"/{value}", ";": f";{name}={value}"}.get(sign, value) for name, value in given)
    return re.sub(r"\{([^}]+)\}", one, template)


def text(structure: str, body: str) -> TeiFile:
    xml = (f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><encodingDesc><refsDecl>{structure}</refsDecl></encodingDesc>'
           f"</teiHeader><text><body>{body}</body></text></TEI>")
    return TeiFile("tei/a.xml", etree.fromstring(xml), "")


# ---- citation trees


@pytest.mark.parametrize(
    ("match", "xpath"),
    [
        ("//body//pb", "//tei:body//tei:pb"),
        ("descendant::p", "descendant::tei:p"),
        ("//div[@type='note' or @type='div']", "//tei:div[@type='note' or @type='div']"),
        ("p[position() = 1]/said", "tei:p[position() = 1]/tei:said"),
        ("//text//note[@place = \"end\"]", "//tei:text//tei:note[@place = \"end\"]"),
    ],
)
def test_paths_without_prefixes(match, xpath):
    assert prefixed(match) == xpath


def test_a_tree_of_two_levels_and_a_tree_of_pages():
    file = text('<citeStructure unit="chapter" match="//body/div" use="@n"><citeStructure unit="paragraph" match="p" use="position()" delim="."/>'
                '</citeStructure><citeStructure unit="page" match="//pb" use="@n"/>',
                '<div n="1"><head>Ice</head><p>a<pb n="[7]"/>b</p><p>c</p></div><div n="2"><p>d</p></div>')
    chapters, pages = trees(file)
    assert [(unit.ref, unit.level, unit.kind, unit.title) for unit in chapters.walk()] == [
        ("1", 1, "chapter", "Ice"), ("1.1", 2, "paragraph", ""), ("1.2", 2, "paragraph", ""), ("2", 1, "chapter", ""), ("2.1", 2, "paragraph", ""),
    ]
    assert [unit.ref for unit in chapters.walk(1)] == ["1", "2"]
    assert (chapters.identifier, chapters.depth, pages.identifier, pages.depth) == ("", 2, "page", 1)
    assert [(unit.ref, unit.title, unit.is_milestone) for unit in pages.walk()] == [("7", "p. [7]", True)]


@pytest.mark.parametrize("name", ["", "../x", "..", "a/../../x", "a\\b", "x" * 200])
def test_no_reference_leads_out_of_the_folder(name):
    (tree,) = trees(text('<citeStructure unit="div" match="//div" use="@n"/>', f'<div n="{name}"><p/></div><div n="fine"><p/></div>'))
    assert [unit.ref for unit in tree.walk()] == ["fine"]


def test_a_reference_stands_for_the_first_unit_that_has_it():
    (tree,) = trees(text('<citeStructure unit="div" match="//div" use="@n"/>', '<div n="1"><p>a</p></div><div n="1"><p>b</p></div>'))
    assert ["".join(unit.element.itertext()) for unit in tree.walk()] == ["a"]


# ---- answers


def test_the_entry_says_where_everything_is(served):
    entry = answer(served, "index.json")
    assert entry["@context"] == CONTEXT and entry["dtsVersion"] == "1.0" and entry["@type"] == "EntryPoint"
    assert expand(entry["collection"]) == "../dts/collection.json"
    for template, values in (("collection", {"id": "edemskiy"}), ("collection", {"id": "edemskiy", "nav": "parents"}), ("collection", {}),
                             ("navigation", {"resource": "report-1960", "down": "1"}), ("navigation", {"resource": "report-1960", "ref": "57"}),
                             ("navigation", {"resource": "report-1960", "ref": "57", "down": "-1"}),
                             ("document", {"resource": "report-1960"}), ("document", {"resource": "report-1960", "ref": "57.1"})):
        assert (served / expand(entry[template], **values)).is_file(), (template, values)


def test_the_collection_holds_the_texts(served):
    collection = answer(served, "collection.json")
    assert collection["@type"] == "Collection" and collection["totalChildren"] == len(collection["member"]) == 5
    for member in collection["member"]:
        assert member["@type"] == "Resource" and member["title"] and member["citationTrees"]
        assert answer(served, f"collection/{member['@id']}.json")["title"] == member["title"]
        assert answer(served, f"collection/{member['@id']}/parents.json")["member"][0]["@id"] == collection["@id"]


def test_navigation_by_page_and_by_turn(served):
    pages = answer(served, "navigation/khrushchevites;down=1.json")["member"]
    assert [unit["identifier"] for unit in pages] == [str(number) for number in range(9, 269)]
    turns = answer(served, "navigation/report-1960;down=1.json")["member"]
    assert len(turns) == 110 and turns[56]["citeType"] == "speech" and turns[56]["level"] == 1 and turns[56]["parent"] is None
    whole = answer(served, "navigation/report-1960;down=2.json")
    assert whole["member"] == answer(served, "navigation/report-1960;down=-1.json")["member"] and len(whole["member"]) == 223


def test_navigation_from_a_unit(served):
    turn = answer(served, "navigation/report-1960/3.json")
    assert turn["ref"]["identifier"] == "3" and "member" not in turn
    inside = answer(served, "navigation/report-1960;down=1/3.json")
    assert [unit["identifier"] for unit in inside["member"]] == ["3", "3.1", "3.2"]
    assert [unit["parent"] for unit in inside["member"]] == [None, "3", "3"]
    assert len(answer(served, "navigation/report-1960;down=0/3.json")["member"]) == 110


def test_a_text_can_be_had_as_a_file_of_each_media_type(served):
    text = answer(served, "collection/khrushchevites.json")
    assert text["download"] == {"application/tei+xml": "../../tei/khrushchevites.xml", "text/plain": "../../text/khrushchevites.reading.txt"}
    known = text["dublinCore"]
    assert "../../text/khrushchevites.endnotes.txt" in known["hasFormat"] and "../../khrushchevites/khrushchevites.bib" in known["relation"]
    for address in (*text["download"].values(), *known["hasFormat"], *known["relation"]):
        assert (served / "collection" / address).is_file()


def test_a_unit_leads_to_the_page_where_it_is_read(served):
    unit = answer(served, "navigation/report-1960/57.1.json")["ref"]
    page, _, anchor = unit["dublinCore"]["hasFormat"].partition("#")
    assert f'id="{anchor}"' in (served / "navigation" / "report-1960" / page).read_text(encoding="utf-8")


def test_a_public_edition_says_that_the_words_are_withheld(public_site):
    memoir = answer(public_site / "dts", "collection/khrushchevites.json")
    assert memoir["dublinCore"]["accessRights"].startswith("Words withheld: ") and memoir["download"].keys() == {"application/tei+xml"}


def test_what_is_not_answered_is_said(served):
    assert "“down” with a unit that has no parts" in answer(served, "collection.json")["description"]
    assert not (served / "navigation" / "report-1960;down=1" / "57.1.json").exists()


def test_the_introduction_of_the_post_can_be_cited(served):
    assert [unit["identifier"] for unit in answer(served, "navigation/tirana-observatory;down=1.json")["member"]][:2] == ["t3", "t10"]


def test_every_unit_of_every_tree_has_its_own_answer_and_document(served):
    for file in load_edition(REPOSITORY).texts:
        for tree in trees(file):
            chosen = f";tree={tree.identifier}" if tree.identifier else ""
            refs = [unit.ref for unit in tree.walk()]
            assert len(refs) == len(set(refs)) > 5
            for ref in refs:
                assert (served / f"navigation/{file.id}{chosen}/{ref}.json").is_file()
                assert (served / f"document/{file.id}{chosen}/{ref}.xml").is_file()


# ---- documents


def content(served: Path, name: str) -> etree._Element:
    root = etree.parse(served / name).getroot()
    assert etree.QName(root).localname == "TEI"
    return root.find(f"{{{DTS}}}wrapper")


def test_a_turn_is_itself(served):
    wrapper = content(served, "document/report-1960/57.xml")
    (turn,) = wrapper
    assert turn.get("n") == "57" and etree.QName(turn).localname == "sp"


@pytest.mark.parametrize("name", ["document/report-1960.xml", "document/report-1960/57.xml", "document/khrushchevites;tree=chapter/1.xml"])
def test_pointers_lead_on_from_the_file_of_the_text(served, name):
    root = etree.parse(served / name).getroot()
    text = urljoin(f"https://example.org/dts/{name}", root.get(BASE))
    assert text in ("https://example.org/tei/report-1960.xml", "https://example.org/tei/khrushchevites.xml")
    pointed = {urljoin(text, pointer).partition("#")[0] for pointer in root.xpath("//@ref | //@who") if ".xml#" in pointer}
    assert pointed and all((served.parent / address.removeprefix("https://example.org/")).is_file() for address in pointed)


def test_the_pages_together_are_the_text_from_the_first_page_on(served):
    file = next(file for file in load_edition(REPOSITORY).texts if file.id == "khrushchevites")
    units: list[Unit] = trees(file)[0].walk()
    parts = ["".join(content(served, f"document/khrushchevites/{unit.ref}.xml").itertext()) for unit in units]
    whole = "".join(file.text.itertext())
    assert "".join("".join(parts).split()) == "".join(whole.split())
    ids = [xml_id for unit in units for xml_id in content(served, f"document/khrushchevites/{unit.ref}.xml").xpath("//@xml:id")]
    assert len(ids) == len(set(ids))


def test_a_page_opens_again_what_was_open():
    root = etree.fromstring('<text xmlns="http://www.tei-c.org/ns/1.0"><div xml:id="a1" type="x">before<pb n="1"/><p>one <hi>two<pb n="2"/>three</hi> four</p></div></text>')
    breaks = list(root.iter("{*}pb"))
    made = between(root, breaks)
    found = (fragment(made[pb], "a.xml").decode().split("\n", 1)[1] for pb in breaks)
    first, second = (re.sub(r' (xmlns(:dts)?|xml:base)="[^"]*"', "", one).strip() for one in found)
    assert first == '<TEI><dts:wrapper><div type="x"><pb n="1"/><p>one <hi>two</hi></p></div></dts:wrapper></TEI>'
    assert second == '<TEI><dts:wrapper><div type="x"><p><hi><pb n="2"/>three</hi> four</p></div></dts:wrapper></TEI>'
