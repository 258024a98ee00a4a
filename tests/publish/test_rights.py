"""A public edition shows of a withheld text where things stand, and no more of its words than a citation needs."""

from __future__ import annotations

import gzip
import io
import json
import shutil
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from rift.diagnostics import Problem
from rift.publish import publish
from rift.publish.audience.leaks import refuse_leak, refuse_leaks
from rift.publish.audience.rights import UNKNOWN, withheld_texts
from rift.publish.audience.runs import RUN, folded
from rift.publish.audience.withhold import public_copy
from rift.publish.files import EditionFiles, load_edition
from rift.publish.words import words

from .conftest import REPOSITORY
from .two_texts import LONG, NAMES, QUOTED, QUOTED_TOO_LONG, SHARED, write

FORMATS = {"html", "text"}


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    return write(tmp_path / "edition")


@pytest.fixture
def shown(edition: Path) -> EditionFiles:
    files = load_edition(edition)
    return public_copy(files, withheld_texts(edition, [file.id for file in files.texts]))


def text_of(files: EditionFiles, name: str):
    return next(file for file in files.texts if file.id == name)


# ---- what is withheld


def test_a_text_is_withheld_unless_its_source_welcomes_publication(edition):
    withheld = withheld_texts(edition, ["diary", "minutes", "unknown"])
    assert list(withheld) == ["diary", "unknown"]
    assert (withheld["diary"].reason, withheld["diary"].quoted) == ("Do not copy.", True)
    assert (withheld["unknown"].reason, withheld["unknown"].quoted) == (UNKNOWN, False)


def test_ids_pages_and_pointers_stay_and_the_other_text_is_whole(edition, shown):
    before = load_edition(edition)
    diary = text_of(shown, "diary")
    assert diary.elements.keys() == text_of(before, "diary").elements.keys()
    assert [pb.get("n") for pb in diary.root.iter("{*}pb")] == ["7", "8"]
    assert {e.get("ref") for e in diary.root.iter("{*}persName")} == {"register/persons.xml#anna"}
    minutes = text_of(shown, "minutes")
    assert minutes.withheld is None
    assert words(minutes.text) == words(text_of(before, "minutes").text)


@pytest.mark.parametrize(
    ("xml_id", "left"),
    [
        ("d3.head", "THE DAY THE FERRY LEFT THE QUAY AND THE COUNCIL CLOSED ITS BRIDGE"),
        ("d5", "On that day Anna saw how …"),
        ("d9", "“it had never been since I …"),
        ("d9.said", "“it had never been since I …"),
        ("d12", "Nobody …"),
        ("d14", ""),
        ("d9.note", ""),
        ("d3.note", ""),
    ],
)
def test_headings_and_first_words_of_accounts_stay(shown, xml_id, left):
    assert words(text_of(shown, "diary").elements[xml_id]) == left


def test_long_quotations_in_the_editions_own_words_are_cut(shown):
    events = " ".join(shown.events.root.itertext())
    assert f"says “{QUOTED}”" in events
    assert QUOTED_TOO_LONG not in events
    assert "diary (“before anybody had told the captain …”) is alone" in events


# ---- what the file says of itself


def tei(files: EditionFiles, xml_id: str) -> str:
    element = text_of(files, "diary").elements[xml_id]
    return etree.tostring(element, encoding="unicode", with_tail=False).replace(' xmlns="http://www.tei-c.org/ns/1.0"', "")


def test_a_gap_stands_where_words_go_until_words_are_shown_again(shown):
    assert tei(shown, "d5").endswith("saw how …<gap reason=\"withheld\"/></p>")
    d9 = tei(shown, "d9")
    assert d9.startswith('<p xml:id="d9"><gap reason="withheld"/><pb n="8"')
    assert d9.endswith('“it had never been since I …<gap reason="withheld"/></said></p>')
    assert tei(shown, "d14") == '<p xml:id="d14"><gap reason="withheld"/></p>'


def test_of_a_note_stays_a_place_that_says_it_is_withheld(shown):
    for xml_id in ("d3.note", "d9.note"):
        assert tei(shown, xml_id) == f'<seg type="withheld" xml:id="{xml_id}"><gap reason="withheld"/></seg>'


def test_the_header_says_that_and_why_and_counts_no_notes(edition, shown):
    header = text_of(shown, "diary").header
    availability = header.find(".//{*}publicationStmt/{*}availability")
    assert availability.get("status") == "restricted"
    assert words(availability) == "The words of this text are withheld here: a gap stands where they go. The source says: “Do not copy.”"
    assert [(m.get("unit"), m.get("quantity")) for m in header.iter("{*}measure")] == [("pages", "2")]
    whole = text_of(shown, "minutes").header
    assert words(whole) == words(text_of(load_edition(edition), "minutes").header)


def test_the_copies_of_this_edition_keep_to_its_schema():
    files = load_edition(REPOSITORY)
    schema = etree.XMLSchema(etree.parse(REPOSITORY / "schema" / "rift.xsd"))
    for file in public_copy(files, withheld_texts(REPOSITORY, [file.id for file in files.texts])).texts:
        schema.assertValid(file.root)


# ---- what no file may hold


def spellings(words: str) -> dict[str, bytes]:
    """Ways in which ``words`` may stand in a file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("page.xhtml", f"<p>{words}</p>")
    return {
        "plain": f"So it was: {words}.".encode(),
        "upper case, other marks": words.upper().replace(" ", ", ").encode(),
        "markup between": words.replace(" ", "</span> <span class='a b'>").encode(),
        "markup inside": words.replace("e", "<i>e</i>").encode(),
        "attribute": f'<head><meta content="{words}"></head>'.encode(),
        "comment": f"<p>No.</p><!-- {words} -->".encode(),
        "script": f'<script>{{"description": "{words}"}}</script>'.encode(),
        "references": words.replace("o", "&#111;").encode(),
        "JSON": json.dumps({"text": f"“{words}”".replace(" ", "\n")}).encode(),
        "soft hyphens": words.replace("nn", "n\u00adn").replace("tt", "t\u00adt").encode(),
        "packed": gzip.compress(words.encode()),
        "e-book": packed.getvalue(),
    }


@pytest.mark.parametrize("way", spellings("").keys())
def test_a_planted_sentence_is_found_however_it_is_written(shown, way):
    twelve = " ".join(LONG.split()[5:5 + RUN])
    with pytest.raises(Problem) as caught:
        refuse_leak("page.html", spellings(twelve)[way], shown.secret)
    found = caught.value.finding
    assert (found.code, found.place.path) == ("PUB-031", "page.html")
    assert "tei/diary.xml#d5" in found.message
    assert found.excerpt == " ".join(folded(twelve))


@pytest.mark.parametrize("way", spellings("").keys())
def test_eleven_words_a_title_and_what_a_full_text_has_are_no_leak(shown, way):
    eleven = " ".join(LONG.split()[5:5 + RUN - 1])
    title = "The day the ferry left the quay and the council closed its bridge"
    for harmless in (eleven, title, SHARED, NAMES):
        refuse_leak("page.html", spellings(harmless)[way], shown.secret)


def test_names_of_tags_and_attributes_are_no_words(shown):
    *eleven, twelfth = LONG.split()[5:5 + RUN]
    refuse_leak("page.html", f"<p>{' '.join(eleven)} <{twelfth} {twelfth}='no'></p>".encode(), shown.secret)


def test_every_run_of_the_text_is_known(shown):
    told = folded(LONG)
    assert all(shown.secret.find(["so"] * before + told[at:at + RUN]) == [(before, before + RUN)]
               for before in range(RUN) for at in range(len(told) - RUN + 1))


def test_a_public_build_is_made_and_holds_nothing(edition, tmp_path):
    out = tmp_path / "site"
    publish(edition, out, FORMATS, audience="public")
    page = (out / "diary" / "d3.html").read_text()
    assert "Do not copy." in page and "https://example.org/diary" in page and 'id="d14"' in page
    assert not list(out.glob("text/diary*"))
    assert SHARED in (out / "text" / "minutes.reading.txt").read_text()


def test_a_public_site_says_how_many_texts_have_no_words(edition, tmp_path):
    notice = "In this public edition the words of one of two texts are withheld."
    for audience, pages in (("public", ("index.html", "search.html")), ("desk", ())):
        out = tmp_path / audience
        publish(edition, out, {"html", "search"}, audience=audience)
        assert {path.name for path in out.glob("*.html") if notice in path.read_text()} == set(pages)


def test_a_planted_sentence_stops_the_build_and_leaves_the_old_folder(edition, tmp_path):
    out = tmp_path / "site"
    publish(edition, out, FORMATS, audience="public")
    before = {path: path.read_bytes() for path in out.rglob("*.*")}
    transforms = shutil.copytree(REPOSITORY / "transforms", edition / "transforms")
    style = transforms / "html" / "assets" / "rift.css"
    style.write_text(f"{style.read_text()}/* {LONG} */")
    with pytest.raises(Problem) as caught:
        publish(edition, out, FORMATS, audience="public")
    assert (caught.value.finding.code, caught.value.finding.place.path) == ("PUB-031", "assets/rift.css")
    assert {path: path.read_bytes() for path in out.rglob("*.*")} == before


def test_the_desk_is_the_default_and_shows_everything(edition, tmp_path):
    publish(edition, tmp_path / "site", FORMATS)
    assert LONG in (tmp_path / "site" / "text" / "diary.reading.txt").read_text()


def test_an_audience_nobody_knows_is_wrong_use(edition, tmp_path):
    with pytest.raises(Problem) as caught:
        publish(edition, tmp_path / "site", FORMATS, audience="friends")
    assert (caught.value.finding.code, caught.value.exit_code) == ("PUB-030", 2)


def test_this_edition_can_be_published(public_site):
    files = load_edition(REPOSITORY)
    withheld = withheld_texts(REPOSITORY, [file.id for file in files.texts])
    assert 0 < len(withheld) < len(files.texts)
    refuse_leaks(public_site, public_copy(files, withheld).secret)
