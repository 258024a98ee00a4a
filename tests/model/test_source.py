"""``source.toml`` and the raw text are read strictly; what is wrong is named."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

from rift.diagnostics import Problem
from rift.model.raw import RawText
from rift.model.source import read_raw, read_source, refuse_unwritable
from rift.model.tables import Exclusion

TEXT = "One.\n"
SETTINGS = f'title = "Dues"\nsiglum = "d"\nformat = "web-post"\nsha256 = "{sha256(TEXT.encode()).hexdigest()}"\n'


def folder(root: Path, settings: str | bytes = SETTINGS, text: str | bytes | None = TEXT) -> Path:
    made = root / "sources" / "dues"
    made.mkdir(parents=True)
    (made / "source.toml").write_bytes(settings if isinstance(settings, bytes) else settings.encode())
    if text is not None:
        (made / "text.txt").write_bytes(text if isinstance(text, bytes) else text.encode())
    return made


def test_settings_are_read(tmp_path):
    source = read_source(folder(tmp_path, SETTINGS + '[rights]\nstatus = "free"\n'), tmp_path)
    assert (source.id, source.title, source.language, source.rights.status, source.rights.public) == ("dues", "Dues", "en", "free", "withheld")
    assert source.editor == "#d.editor"


@pytest.mark.parametrize(
    ("settings", "code", "said"),
    [
        (SETTINGS + 'langage = "en"\n', "SRC-006", "'language'"),
        (SETTINGS + '[rights]\nstate = "free"\n', "SRC-006", "'status'"),
        (SETTINGS.replace("siglum", "date"), "SRC-007", "'siglum'"),
        (SETTINGS + "title\n", "SRC-011", ""),
        (b"title = '\xff'", "SRC-011", ""),
    ],
)
def test_settings_that_cannot_be_meant_are_a_problem(tmp_path, settings, code, said):
    with pytest.raises(Problem) as caught:
        read_source(folder(tmp_path, settings), tmp_path)
    assert caught.value.finding.code == code
    assert caught.value.finding.place.path == "sources/dues/source.toml"
    assert said in caught.value.finding.message


def test_a_missing_folder_is_a_problem(tmp_path):
    with pytest.raises(Problem) as caught:
        read_source(tmp_path / "sources" / "dues", tmp_path)
    assert caught.value.finding.code == "SRC-011"


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        (None, "SRC-001", "sources/dues/text.txt"),
        (b"", "SRC-002", "sources/dues/text.txt"),
        (b" \n\n", "SRC-002", "sources/dues/text.txt"),
        (b"Two.\n", "SRC-003", "sources/dues/text.txt"),
        (b"One.\n\xff\n", "SRC-004", "sources/dues/text.txt:2"),
    ],
)
def test_a_raw_text_that_cannot_be_trusted_is_a_problem(tmp_path, text, code, place):
    made = folder(tmp_path, text=text)
    with pytest.raises(Problem) as caught:
        read_raw(made, tmp_path, read_source(made, tmp_path))
    assert (caught.value.finding.code, str(caught.value.finding.place)) == (code, place)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (SETTINGS.replace('"d"', '"dues"'), "'siglum' has the value 'dues': must be one small letter"),
        (SETTINGS.replace('"Dues"', "3"), "'title' has the value 3: must be words in quotation marks"),
        (re.sub("[0-9a-f]{64}", "abc", SETTINGS), "'sha256'"),
        (SETTINGS + 'rights = "full"\n', "'rights' has the value 'full'"),
        (SETTINGS + '[rights]\npublic = "all"\n', "must be full or withheld"),
    ],
)
def test_a_setting_of_another_form_is_a_problem(tmp_path, settings, said):
    with pytest.raises(Problem) as caught:
        read_source(folder(tmp_path, settings), tmp_path)
    assert caught.value.finding.code == "SRC-018"
    assert said in caught.value.finding.message


def test_a_date_may_be_written_as_toml_has_dates_and_a_file_begin_with_a_byte_order_mark(tmp_path):
    made = folder(tmp_path, b"\xef\xbb\xbf" + (SETTINGS + "date = 1956-12-26\n").encode())
    assert read_source(made, tmp_path).date == "1956-12-26"


def test_where_the_settings_cannot_be_read_is_a_place(tmp_path):
    with pytest.raises(Problem) as caught:
        read_source(folder(tmp_path, SETTINGS + "title\n"), tmp_path)
    assert caught.value.finding.place.line == 5
    assert "line" not in caught.value.finding.message


@pytest.mark.parametrize("name", ["events", "people", "a&b", "Dues"])
def test_a_folder_whose_name_is_taken_or_no_id_is_a_problem(tmp_path, name):
    made = folder(tmp_path).rename(tmp_path / "sources" / name)
    with pytest.raises(Problem) as caught:
        read_source(made, tmp_path)
    assert caught.value.finding.code == "SRC-020"


@pytest.mark.parametrize(("excluded", "codes"), [((), ["SRC-010"]), ((Exclusion(6, 7, "format", "", "control character"),), [])])
def test_a_character_that_xml_cannot_hold_is_a_problem_unless_it_is_excluded(excluded, codes):
    told = []
    try:
        refuse_unwritable(RawText("dues", "One.\nT\x08wo\n"), excluded)
    except Problem as problem:
        told = [problem.finding]
    assert [found.code for found in told] == codes
    assert all(str(found.place) == "sources/dues/text.txt:2:2" and "U+0008" in found.message for found in told)
