"""``source.toml`` and the raw text are read strictly; what is wrong is named."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from rift.diagnostics import Problem
from rift.model.source import read_raw, read_source

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


def test_a_character_that_xml_cannot_hold_is_a_problem(tmp_path):
    text = "One.\nT\x08wo\n"
    made = folder(tmp_path, SETTINGS.replace(sha256(TEXT.encode()).hexdigest(), sha256(text.encode()).hexdigest()), text)
    with pytest.raises(Problem) as caught:
        read_raw(made, tmp_path, read_source(made, tmp_path))
    assert (caught.value.finding.code, str(caught.value.finding.place)) == ("SRC-010", "sources/dues/text.txt:2:2")
    assert "U+0008" in caught.value.finding.message
