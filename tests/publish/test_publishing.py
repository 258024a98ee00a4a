"""The folder as a whole: made at once or not at all, made again only where something changed, the same bytes always."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rift.diagnostics import Problem
from rift.publish import folder, publish, publishing
from rift.publish.files import load_edition

BOTH = {"html", "text"}


def contents(out: Path) -> dict[str, bytes]:
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}


def test_a_second_build_makes_nothing(small, tmp_path):
    first = publish(small, tmp_path / "site", BOTH)
    second = publish(small, tmp_path / "site", BOTH)
    assert first.made == first.files > 0
    assert (second.made, second.pages, second.files) == (0, first.pages, first.files)


def test_only_the_changed_chapter_is_made_again(small, tmp_path):
    out = tmp_path / "site"
    publish(small, out, {"html"})
    before = {path: path.stat().st_ino for path in out.rglob("*.html")}
    path = small / "tei" / "harbour.xml"
    path.write_text(path.read_text().replace("A list:", "The list:"))
    report = publish(small, out, {"html"})
    changed = {p.relative_to(out).as_posix() for p, inode in before.items() if p.stat().st_ino != inode}
    assert (report.made, changed) == (1, {"harbour/h12.html"})
    assert "The list:" in (out / "harbour" / "h12.html").read_text()


def test_a_file_that_changes_while_it_is_read_is_read_again(small, tmp_path, monkeypatch):
    """An editor saves during a build, and then takes it back: the site shows the last state."""
    path, out = small / "tei" / "harbour.xml", tmp_path / "site"
    text = path.read_text()

    def saved_meanwhile(root: Path):
        path.write_text(text.replace("A list:", "The list:"))
        return load_edition(root)
    with monkeypatch.context() as patched:
        patched.setattr(publishing, "load_edition", saved_meanwhile)
        publish(small, out, {"html"})
    assert "The list:" in (out / "harbour" / "h12.html").read_text()
    path.write_text(text)
    publish(small, out, {"html"})
    assert "A list:" in (out / "harbour" / "h12.html").read_text()


def test_what_is_gone_from_the_edition_is_gone_from_the_folder(small, tmp_path):
    out = tmp_path / "site"
    publish(small, out, BOTH)
    (small / "tei" / "talks.xml").unlink()
    publish(small, out, BOTH)
    assert not (out / "talks").exists()
    assert not list((out / "text").glob("talks*"))


def test_a_lost_file_is_made_again(small, tmp_path):
    out = tmp_path / "site"
    publish(small, out, BOTH)
    whole = contents(out)
    (out / "index.html").unlink()
    (out / "talks" / "q1.html").write_text("spoilt")
    publish(small, out, BOTH)
    assert contents(out) == whole


def test_a_changed_stylesheet_makes_every_page_again(small, tmp_path):
    transforms = shutil.copytree(Path(__file__).parents[2] / "transforms", small / "transforms")
    first = publish(small, tmp_path / "site", BOTH)
    sheet = transforms / "common" / "layout.xsl"
    sheet.write_text(sheet.read_text() + "<!-- -->")
    assert publish(small, tmp_path / "site", BOTH).made >= first.files - 3  # the assets are as they were


def test_a_failed_build_leaves_the_old_folder(small, tmp_path):
    out = tmp_path / "site"
    publish(small, out, BOTH)
    whole = contents(out)
    path = small / "tei" / "talks.xml"
    path.write_text(path.read_text().replace("I said sit.", "I <rhyme>said</rhyme> sit."))
    with pytest.raises(Problem):
        publish(small, out, BOTH)
    assert contents(out) == whole
    assert sorted(p.name for p in tmp_path.iterdir()) == ["edition", "site"]


def test_a_build_killed_between_the_two_renames_is_mended(small, tmp_path):
    out = tmp_path / "site"
    publish(small, out, BOTH)
    whole = contents(out)
    out.rename(tmp_path / ".site.old")
    (tmp_path / ".site.building").mkdir()
    (tmp_path / ".site.building" / "half.html").write_text("half")
    publish(small, out, BOTH)
    assert contents(out) == whole
    assert sorted(p.name for p in tmp_path.iterdir()) == ["edition", "site"]


def test_two_builds_at_once_wait_for_each_other(small, tmp_path):
    """Both succeed: one makes everything, the other finds nothing left to do."""
    code = "import sys, pathlib, rift.publish as p; print(p.publish(*map(pathlib.Path, sys.argv[1:]), {'html', 'text'}).made)"
    command = [sys.executable, "-c", code, small, tmp_path / "site"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    both = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    made = sorted(int(process.communicate(timeout=60)[0]) for process in both)
    assert made == [0, publish(small, tmp_path / "site", BOTH).files]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["edition", "site"]


def refusal(edition: Path, out: Path, formats: set[str] = BOTH, **choices) -> tuple[str, int, str]:
    """Code, exit code and message of the problem that publishing ends with; the folder is as it was."""
    before = contents(out)
    with pytest.raises(Problem) as caught:
        publish(edition, out, formats, **choices)
    assert contents(out) == before
    return caught.value.finding.code, caught.value.exit_code, caught.value.finding.message


def test_a_folder_of_other_files_is_refused(small, tmp_path):
    out = tmp_path / "letters"
    out.mkdir()
    for name in ("a", "b", "c", "d"):
        (out / name).write_text("mine")
    assert refusal(small, out) == ("PUB-005", 2, f"rift did not make {out}/a, {out}/b, {out}/c and more")
    assert refusal(small, out / "a") == ("PUB-005", 2, f"rift did not make {out}/a")


@pytest.mark.parametrize("name", ["CNAME", ".git/config", "harbour/photograph.jpg"])
def test_a_file_that_a_person_put_into_the_folder_is_never_deleted(small, tmp_path, name):
    out = tmp_path / "site"
    publish(small, out, BOTH)
    (out / name).parent.mkdir(exist_ok=True)
    (out / name).write_text("mine")
    publish(small, out, BOTH)  # nothing changed, nothing to replace
    path = small / "tei" / "harbour.xml"
    path.write_text(path.read_text().replace("A list:", "The list:"))
    assert refusal(small, out) == ("PUB-005", 2, f"rift did not make {out}/{name}")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["edition", "site"]


def test_a_link_in_the_folder_is_a_file_of_somebody(small, tmp_path):
    out, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    publish(small, out, BOTH)
    elsewhere.mkdir()
    (out / "pictures").symlink_to(elsewhere)
    (out / "index.html").unlink()
    assert refusal(small, out)[2] == f"rift did not make {out}/pictures"


@pytest.mark.parametrize("record", ["", "[]", '{"inputs": "", "files": [], "found": {}}', "<<<<<<< mine"])
def test_a_torn_record_of_what_was_made_is_told(small, tmp_path, record):
    out = tmp_path / "site"
    publish(small, out, BOTH)
    (out / ".rift.json").write_text(record)
    assert refusal(small, out) == ("PUB-010", 2, f"{out}/.rift.json cannot be read: which files of the folder rift made is not known")


def test_of_a_link_the_folder_that_it_leads_to_is_replaced(small, tmp_path):
    (tmp_path / "www").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "www")
    for word in ("The", "This"):
        publish(small, tmp_path / "site", BOTH)
        path = small / "tei" / "harbour.xml"
        path.write_text(path.read_text().replace("A list:", f"{word} list:"))
    assert (tmp_path / "site").is_symlink() and (tmp_path / "www" / "index.html").is_file()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["edition", "site", "www"]


@pytest.mark.parametrize("part", ["tei", "tei/out", "sources/site", "schema", "transforms/x"])
def test_a_folder_inside_the_edition_is_refused(small, part):
    assert refusal(small, small / part)[:2] == ("PUB-011", 2)


@pytest.mark.parametrize("url", ["example.org/rift", "foo", "javascript:alert(1)", "https://", "https://x.org/?b=1", "https://x.org/#a"])
def test_a_base_url_is_the_address_of_a_folder(small, tmp_path, url):
    assert refusal(small, tmp_path / "site", base_url=url)[:2] == ("PUB-012", 2)


def test_nothing_asked_for_is_wrong_use(small, tmp_path):
    publish(small, tmp_path / "site", BOTH)
    assert refusal(small, tmp_path / "site", set())[:2] == ("PUB-013", 2)


def test_a_full_disk_is_one_finding_and_leaves_the_old_folder(small, tmp_path, monkeypatch):
    out = tmp_path / "site"
    publish(small, out, BOTH)
    whole = contents(out)
    path = small / "tei" / "harbour.xml"
    path.write_text(path.read_text().replace("she wrote", "she writes"))

    def full(path, data):
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("rift.publish.publishing.write", full)
    with pytest.raises(Problem) as caught:
        publish(small, out, BOTH)
    assert caught.value.finding.code == "PUB-006"
    assert "No space left" in caught.value.finding.message
    assert contents(out) == whole


def test_a_read_only_place_is_one_finding(small, tmp_path):
    place = tmp_path / "locked"
    place.mkdir(mode=0o555)
    if os.geteuid() == 0:
        place = Path("/proc")  # root may write everywhere else
    with pytest.raises(Problem) as caught:
        publish(small, place / "site", BOTH)
    assert caught.value.finding.code == "PUB-006"


def test_without_links_unchanged_files_are_copied(small, tmp_path, monkeypatch):
    out = tmp_path / "site"
    publish(small, out, BOTH)
    whole = contents(out)
    (out / "index.html").unlink()

    def refuse(*_):
        raise OSError("no links here")

    monkeypatch.setattr(folder.os, "link", refuse)
    publish(small, out, BOTH)
    assert contents(out) == whole


def test_equal_bytes_whatever_clock_locale_and_hash_seed(small, tmp_path):
    code = "import sys, pathlib, rift.publish as p; p.publish(*map(pathlib.Path, sys.argv[1:]), {'html', 'text'})"
    for name, settings in {
        "a": {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
        "b": {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"},
    }.items():
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **settings}
        (tmp_path / name).mkdir()
        subprocess.run([sys.executable, "-c", code, small, tmp_path / name / "site"], env=environment, check=True)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


@pytest.mark.parametrize(
    ("spoil", "code", "line"),
    [
        (lambda text: text.replace("</body>", ""), "PUB-002", True),
        (lambda text: text.replace("<TEI", '<!DOCTYPE TEI [<!ENTITY a "aa">]>\n<TEI', 1), "PUB-003", True),
        (lambda text: text.replace("<TEI", '<!DOCTYPE TEI SYSTEM "http://127.0.0.1/x.dtd">\n<TEI', 1), "PUB-003", True),
    ],
)
def test_a_file_that_cannot_be_read_is_one_finding(small, tmp_path, spoil, code, line):
    path = small / "tei" / "talks.xml"
    path.write_text(spoil(path.read_text()))
    with pytest.raises(Problem) as caught:
        publish(small, tmp_path / "site", BOTH)
    found = caught.value.finding
    assert (found.code, found.place.path, bool(found.place.line)) == (code, "tei/talks.xml", line)


def test_an_entity_bomb_is_refused_at_once(small, tmp_path):
    path = small / "tei" / "talks.xml"
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE TEI [<!ENTITY e0 "ha">{levels}]>\n<TEI'
    path.write_text(path.read_text().replace("<TEI", bomb, 1).replace("I said sit.", "&e11;"))
    with pytest.raises(Problem) as caught:
        publish(small, tmp_path / "site", BOTH)
    assert caught.value.finding.code in {"PUB-002", "PUB-003"}  # the parser may see it first


def test_wrong_use_names_the_nearest_format(small, tmp_path):
    with pytest.raises(Problem) as caught:
        publish(small, tmp_path / "site", {"htlm"})
    assert (caught.value.finding.code, caught.value.exit_code) == ("PUB-007", 2)
    assert "'html'" in caught.value.finding.message


def test_an_edition_without_texts_is_wrong_use(tmp_path):
    with pytest.raises(Problem) as caught:
        publish(tmp_path, tmp_path / "site", BOTH)
    assert (caught.value.finding.code, caught.value.exit_code) == ("PUB-004", 2)


def test_two_pages_of_one_address_are_refused(small, tmp_path):
    path = small / "tei" / "talks.xml"
    path.write_text(path.read_text().replace(' xml:id="q23"', ' xml:id="corrections"'))
    with pytest.raises(Problem) as caught:
        publish(small, tmp_path / "site", BOTH)
    assert caught.value.finding.code == "PUB-009"
