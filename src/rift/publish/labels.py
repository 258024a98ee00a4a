"""Labels of pages and headings in menus: short, and different from their neighbours'."""

from __future__ import annotations

from rift.publish.files import TeiFile
from rift.publish.pages import Page, named
from rift.publish.words import TEI

SPEECH = "speech"
LENGTH = 72  # characters of a label; the memoir's longest chapter title has 60
NO_BREAK = "\u00a0"  # a space at which no line ends
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def page_label(page: Page) -> str:
    """The page's title, cut; after that of a letter or diplomatic note the day on which the header says it was sent."""
    label, sent = shorten(page.title), sent_on(page.file, page.id)
    return f"{label} ({day(sent).replace(' ', NO_BREAK)})" if sent else label


def text_name(file: TeiFile) -> str:
    """A text in a word or two, for the margin: its short title up to the first comma or ``of``."""
    return file.short_title.partition(",")[0].partition(" of ")[0]


def shorten(label: str) -> str:
    """A label cut at a word to at most ``LENGTH`` characters."""
    return label if len(label) <= LENGTH else label[:LENGTH].rpartition(" ")[0].rstrip(",;:") + f"{NO_BREAK}…"


def day(when: str) -> str:
    """An ISO date as a reader writes it: ``1961-12-04`` is 4 December 1961, ``1961-12`` December 1961."""
    year, month, date = (when.split("-") + ["", ""])[:3]
    parts = [date.lstrip("0"), MONTHS[int(month) - 1] if month else "", year]
    return " ".join(part for part in parts if part)


def number(count: int) -> str:
    """A number as a sentence writes it: in words up to twelve."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def ordinal(count: int) -> str:
    """The place in a row as a label writes it: in words up to ten."""
    return ORDINALS[count - 1] if count <= len(ORDINALS) else f"{count}."


def sent_on(file: TeiFile, xml_id: str | None) -> str:
    """ISO date on which the header's ``correspDesc`` says that the division with this id was sent; else empty."""
    return file.sent.get(f"#{xml_id}", "")


def stated_on(page: Page) -> str:
    """ISO date that the header gives the page: when it was sent, or when what it records happened; else empty."""
    header, sent = page.file.header, sent_on(page.file, page.id)
    if sent or header is None or not _is_record(page):
        return sent
    date = header.find(f".//{TEI}setting/{TEI}date")
    return "" if date is None else date.get("when", "")


def _is_record(page: Page) -> bool:
    """Whether the page is the record of speech that the header's setting is about."""
    return any(e.tag == f"{TEI}sp" or e.get("type") == SPEECH for e in named(page.content, f"{TEI}sp", f"{TEI}div"))
