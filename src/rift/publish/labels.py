"""Labels of pages and headings in menus: short, and different from their neighbours'."""

from __future__ import annotations

from rift.publish.files import TeiFile
from rift.publish.pages import Page

LENGTH = 72  # characters of a label; the memoir's longest chapter title has 60
NO_BREAK = "\u00a0"  # a space at which no line ends
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)


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


def sent_on(file: TeiFile, xml_id: str | None) -> str:
    """ISO date on which the header's ``correspDesc`` says that the division with this id was sent; else empty."""
    return file.sent.get(f"#{xml_id}", "")
