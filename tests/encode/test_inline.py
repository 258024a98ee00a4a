"""What stands off is written out: properly nested, and in the order of the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rift.encode.inline import Atom, Inline, choice, nest
from rift.model.document import Change, Mark

TEXT = "The guest begins and he shall end"


def mark(words: str, path: str, *pairs: tuple[str, str], text: str = TEXT, rank: int = 5) -> Mark:
    start = text.index(words)
    return Mark(start, start + len(words), path, pairs, rank)


def written(*marks: Mark, text: str = TEXT, atoms=(), milestones=()) -> str:
    inline = Inline(text, 0, len(text), list(marks), list(atoms), list(milestones))
    return inline.xml(lambda m: f"x1.{m.path}")


def test_text_is_escaped():
    assert written(text="a < b & c ]]> d") == "a &lt; b &amp; c ]]&gt; d"


def test_attributes_are_escaped_and_empty_ones_left_out():
    assert written(mark("guest", "persName", ("ref", 'a"&b'), ("key", ""))).startswith("The <persName ref='a\"&amp;b'>guest</persName>")


def test_a_path_is_several_elements_and_the_attributes_are_the_outers():
    assert written(mark("guest", "kinesic/desc", ("type", "x"))) == \
        'The <kinesic type="x"><desc>guest</desc></kinesic> begins and he shall end'


def test_marks_nest():
    assert written(mark("guest begins", "said"), mark("guest", "persName")) == \
        "The <said><persName>guest</persName> begins</said> and he shall end"


def test_marks_over_the_same_words_nest_by_rank():
    assert written(mark("guest", "persName", rank=4), mark("guest", "said", rank=1)).startswith("The <said><persName>guest</persName></said>")


def test_a_mark_that_asks_for_an_id_has_one():
    assert '<said xml:id="x1.said">' in written(Mark(4, 9, "said", id=True))


def test_speech_is_parted_where_it_crosses():
    assert written(mark("guest begins", "title"), mark("begins and", "said", ("who", "a"))) == \
        'The <title>guest <said who="a">begins</said></title><said who="a"> and</said> he shall end'


def test_what_may_not_be_parted_gives_way():
    dropped: list[Mark] = []
    crossing = mark("begins and", "persName")
    assert nest([mark("guest begins", "title"), crossing], dropped) == [mark("guest begins", "title")]
    assert dropped == [crossing]


def test_equal_marks_are_one():
    assert nest([mark("guest", "date"), mark("guest", "date")], []) == [mark("guest", "date")]


def test_a_milestone_stands_at_its_place():
    assert written(milestones=[(4, False, "<pb/>"), (len(TEXT), False, "<note/>")]) == "The <pb/>guest begins and he shall end<note/>"


def test_a_milestone_where_a_mark_ends_stands_behind_it():
    assert written(mark("guest", "said"), milestones=[(9, False, "<note/>")]).startswith("The <said>guest</said><note/> begins")


def test_a_milestone_where_a_mark_begins_stands_before_it():
    assert written(mark("guest", "said"), milestones=[(4, False, "<pb/>")]).startswith("The <pb/><said>guest</said>")


def test_a_milestone_inside_a_mark_stands_inside_it():
    assert written(mark("guest begins", "said"), milestones=[(9, False, "<note/>")]).startswith("The <said>guest<note/> begins</said>")


@pytest.mark.parametrize(("behind", "xml"), [(False, "The <note/><choice/>guest"), (True, "The <choice/><note/>guest")])
def test_a_milestone_at_a_deletion_stands_on_the_side_where_it_is_printed(behind, xml):
    assert written(atoms=[Atom(4, 4, "<choice/>")], milestones=[(4, behind, "<note/>")]).startswith(xml)


def test_a_correction_is_written_as_it_is():
    atom = Atom(4, 9, "<choice/>")
    assert written(mark("guest begins", "said"), atoms=[atom]) == "The <said><choice/> begins</said> and he shall end"


def test_a_mark_whose_edge_falls_inside_a_correction_takes_it_in():
    assert written(Mark(6, 16, "said"), atoms=[Atom(4, 9, "<choice/>")]).startswith("The <said><choice/> begins</said>")


def test_an_insertion_at_the_edge_of_a_mark_belongs_to_it():
    """A closing quotation mark that was lost is put in at the end of the speech."""
    text = "“Go” he"
    assert written(Mark(0, 4, "said"), text=text, atoms=[Atom(3, 4, "<supplied>”</supplied>")]) == \
        "<said>“Go<supplied>”</supplied></said> he"


@pytest.mark.parametrize(
    ("sic", "right", "xml"),
    [
        ("modem", "modern", '<choice><sic>modem</sic><corr resp="#rift" type="ocr" cert="high">modern</corr></choice>'),
        ("", "“", '<supplied resp="#rift" reason="omitted-in-source" cert="high">“</supplied>'),
        ("the the", "", '<choice><sic>the the</sic><corr resp="#rift" type="ocr" cert="high"></corr></choice>'),
    ],
)
def test_a_correction_beside_what_is_printed(sic, right, xml):
    assert choice(sic, Change(0, len(sic), right, "ocr", "high")) == xml


marks = st.builds(lambda a, size, path: Mark(a, a + size, path), st.integers(0, 20), st.integers(0, 9),
                  st.sampled_from(("said", "quote", "persName", "title", "date")))


@given(st.lists(marks, max_size=12))
def test_nested_marks_never_cross_and_none_is_lost(given_marks):
    dropped: list[Mark] = []
    made = nest(given_marks, dropped)
    stack: list[Mark] = []
    for one in made:
        while stack and stack[-1].end <= one.start:
            stack.pop()
        assert not stack or one.end <= stack[-1].end
        stack.append(one)
    covered = {(m.path, at) for m in (*made, *dropped) for at in range(m.start, m.end)}
    assert covered == {(m.path, at) for m in given_marks for at in range(m.start, m.end)}


@given(st.lists(marks, max_size=8), st.text("ab <&", min_size=30, max_size=30),
       st.lists(st.integers(0, 30), max_size=3), st.lists(st.integers(0, 28), max_size=2, unique=True))
def test_without_its_tags_the_xml_is_the_text(given_marks, text, stones, atoms):
    corrections = [Atom(a, a + 2, text[a:a + 2].replace("&", "&amp;").replace("<", "&lt;"))
                   for k, a in enumerate(sorted(atoms)) if not k or a >= sorted(atoms)[k - 1] + 2]
    xml = written(*given_marks, text=text, atoms=corrections, milestones=[(at, False, "<pb/>") for at in sorted(stones)])
    plain = re.sub(r"<[^>]*>", "", xml).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert plain == text
    assert xml.count("<pb/>") == len(stones)
