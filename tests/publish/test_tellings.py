"""Tellings beside each other: by text, chapter and evidence, with the words in which they differ."""

from __future__ import annotations

from lxml import etree

from rift.publish.synopsis.flow import flow
from rift.publish.synopsis.shared import Synopsis
from rift.publish.synopsis.tellings import collate, marked, tellings

TEI = "{http://www.tei-c.org/ns/1.0}"


def sinking(ferry: Synopsis):
    return tellings(ferry.events.by_id["ev-sinking"], ferry.passages)


def test_tellings_stand_in_the_order_in_which_the_texts_were_written(ferry):
    assert [telling.file.id for telling in sinking(ferry)] == ["minutes", "recollections", "study"]


def test_a_telling_is_parted_by_chapter_and_evidence(ferry):
    runs = sinking(ferry)[1].runs
    assert [(run.page.id, run.evidence, [p.id for p in run.passages]) for run in runs] == [
        ("v1", "editorial", ["v2"]), ("v1", "eye-witness", ["v3"]), ("v9", "hearsay", ["v10"]),
    ]


def test_words_that_not_all_have_are_marked_also_across_markup(ferry):
    collation = collate(sinking(ferry))
    assert {(first.id, second.id) for first, second, _ in collation.pairs} == {("m2", "v3"), ("m2", "s2"), ("v3", "s2")}
    shown = {xml_id: _shown(ferry, xml_id, marks) for xml_id, marks in collation.marks.items()}
    assert shown == {
        "m2": ("The old ferry sank in the night", ["old", "in the"], "1"),
        "v3": ("The big ferry sank that night", ["big", "that"], "1"),
        "s2": ("The old ferry sank at night", ["old", "at"], "1"),
    }


def test_an_abstract_is_not_compared(ferry):
    assert "v2" not in collate(sinking(ferry)).marks


def test_marks_keep_every_letter(ferry):
    marks = collate(sinking(ferry)).marks
    for xml_id in marks:
        passage = _passage(ferry, xml_id)
        copied = marked(passage, marks[xml_id])
        assert flow(copied).text == passage.flow.text
        assert not copied.xpath("//@xml:id")


def _passage(ferry: Synopsis, xml_id: str):
    file = {"m": "minutes", "v": "recollections", "s": "study"}[xml_id[0]]
    return ferry.passages.of((f"tei/{file}.xml", xml_id))


def _shown(ferry: Synopsis, xml_id: str, marks) -> tuple[str, list[str], str]:
    """Words of the phrase, words that differ, number at its end."""
    text = _passage(ferry, xml_id).flow.text
    copied = marked(_passage(ferry, xml_id), marks)
    numbers = [seg.get("n") for seg in copied.iter(f"{TEI}seg") if seg.get("n")]
    assert all(etree.QName(seg).localname == "seg" for seg in copied.iter(f"{TEI}seg"))
    differing = [" ".join(text[m.start:m.end].split()) for m in marks if m.differs]
    return " ".join(text[marks[0].start:marks[-1].end].split()), differing, *numbers
