"""Labels of pages and headings in menus: short, and different from their neighbours'."""

from __future__ import annotations

from rift.publish.pages import Page
from rift.publish.words import TEI

LENGTH = 72  # characters of a label; the memoir's longest chapter title has 60
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)


def page_label(page: Page) -> str:
    """The page's title, cut; after that of a letter or diplomatic note the day on which the header says it was sent."""
    label, sent = shorten(page.title), _sent(page)
    return f"{label} ({day(sent)})" if sent else label


def shorten(label: str) -> str:
    """A label cut at a word to at most ``LENGTH`` characters."""
    return label if len(label) <= LENGTH else label[:LENGTH].rpartition(" ")[0].rstrip(",;:") + " …"


def day(when: str) -> str:
    """An ISO date as a reader writes it: ``1961-12-04`` is 4 December 1961, ``1961-12`` December 1961."""
    year, month, date = (when.split("-") + ["", ""])[:3]
    parts = [date.lstrip("0"), MONTHS[int(month) - 1] if month else "", year]
    return " ".join(part for part in parts if part)


def _sent(page: Page) -> str:
    """Date of sending in the header's ``correspDesc`` of the page's division; empty if there is none."""
    header = page.file.header
    for letter in [] if header is None else header.iter(f"{TEI}correspDesc"):
        if letter.get("corresp") == f"#{page.id}":
            dates = letter.findall(f"{TEI}correspAction[@type='sent']/{TEI}date")
            return next((date.get("when") for date in dates if date.get("when")), "")
    return ""
