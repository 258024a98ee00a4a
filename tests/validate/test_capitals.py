"""Capitalised words that are neither marked nor listed: on paragraphs made for the purpose, and in the five texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from rift.diagnostics import Problem
from rift.validate import Document, read_document
from rift.validate.capitals import TABLE, check_capitals, read_non_names

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "sources" / "made").mkdir(parents=True)
    (tmp_path / "sources" / "made" / "text.txt").write_text("")
    (tmp_path / TABLE).write_text("word\treason\nRussian\tof a nation\nPrime Minister\toffice\nI\tpronoun\n")
    return tmp_path


def told(root: Path, paragraph: str) -> list[str]:
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{paragraph}</body></text></TEI>'
    document = Document(root, "tei/made.xml", etree.ElementTree(etree.fromstring(text)), text)
    return [f.message.split("'")[1] for f in check_capitals(document, read_non_names(root))]


@pytest.mark.parametrize(("paragraph", "words"), [
    ("<p>We met Ada at Eastport.</p>", ["Ada", "Eastport"]),
    ("<p>We met <persName>Ada</persName>’s <term>Guest</term>.</p>", ["Guest"]),
    ("<p>We sat. Ada came. “Sit,” I said; (Never) [?] No: Yes</p>", []),
    ("<p>the Russian’s, the Russians</p>", ["Russians"]),
    ("<p>the Prime Minister, the Minister</p>", ["Minister"]),
    ("<p>the Prime\n  Minister, a <choice><sic>Mnister</sic><corr>Dene</corr></choice></p>", ["Dene"]),
    ("<head>1. OF THE HARBOUR</head><head>Of the Harbour</head>", ["Harbour"]),
    ("<p>we met<note>A word, Ada.</note></p>", ["Ada"]),
])
def test_what_is_told(root: Path, paragraph: str, words: list[str]) -> None:
    assert told(root, paragraph) == words


def test_an_edition_without_a_list_is_not_judged(tmp_path: Path) -> None:
    assert read_non_names(tmp_path) is None


def test_a_malformed_list_is_refused(root: Path) -> None:
    (root / TABLE).write_text("word\nRussian\n")
    with pytest.raises(Problem, match="SRC-008"):
        read_non_names(root)


def test_no_capitalised_word_of_the_texts_is_left() -> None:
    documents = [read_document(REPOSITORY, f"tei/{path.parent.name}.xml") for path in REPOSITORY.glob("sources/*/text.txt")]
    reviewed = read_non_names(REPOSITORY)
    assert len(documents) == 5
    assert [str(f) for document in documents for f in check_capitals(document, reviewed)] == []


def test_every_word_of_the_list_has_one_reason_and_stands_in_the_texts() -> None:
    rows = [line.split("\t") for line in (REPOSITORY / TABLE).read_text(encoding="utf-8").splitlines()[1:]]
    assert all(len(row) == 2 and row[1] for row in rows)
    words = [word for word, _ in rows]
    assert len(words) == len(set(words))
    texts = " ".join(" ".join(etree.parse(p).getroot().itertext()) for p in sorted((REPOSITORY / "tei").glob("*.xml")))
    flat = " ".join(texts.split())
    assert [word for word in words if word not in flat] == []
