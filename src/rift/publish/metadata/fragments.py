"""Parts of a text as TEI documents of their own: an element, or what stands between one milestone and the next.

What is asked for stands in ``dts:wrapper``, as the Distributed Text Services ask. Elements that a milestone cuts are
opened again in the next fragment, without their ``xml:id``, which stays with their beginning. ``xml:base`` says from where
the pointers lead on: from the file of the text.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from rift.publish.words import TEI, XML_ID

DTS = "https://w3id.org/api/dts#"
NAMES = {None: TEI[1:-1], "dts": DTS}
BASE = "{http://www.w3.org/XML/1998/namespace}base"


def whole(root: etree._Element, base: str) -> bytes:
    """The document that is a whole text."""
    tree = deepcopy(root.getroottree())
    tree.getroot().set(BASE, base)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8") + b"\n"


def fragment(content: list[etree._Element], base: str) -> bytes:
    """The document that holds some elements, which are moved into it."""
    root = etree.Element(f"{TEI}TEI", {BASE: base}, nsmap=NAMES)
    wrapper = etree.SubElement(root, f"{{{DTS}}}wrapper")
    wrapper.extend(content)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["dts"])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def alone(element: etree._Element) -> list[etree._Element]:
    """A copy of an element."""
    copied = deepcopy(element)
    copied.tail = None
    return [copied]


def between(text: etree._Element, milestones: list[etree._Element]) -> dict[etree._Element, list[etree._Element]]:
    """Copies of what stands in ``text`` from each milestone to the next one, or to the end."""
    cutter = _Cutter(milestones)
    cutter.walk(text)
    return {milestone: list(root) for milestone, root in cutter.roots.items()}


class _Cutter:
    """Copies a text into one tree for each milestone, in one pass. ``path``: copies of the elements that are open."""

    def __init__(self, milestones: list[etree._Element]):
        self.milestones = set(milestones)
        self.path: list[etree._Element] = []
        self.roots: dict[etree._Element, etree._Element] = {}

    def walk(self, element: etree._Element) -> None:
        if element in self.milestones:
            self._begin(element)
        self._open(element)
        self._add(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self.walk(child)
            self._add(child.tail)
        self.path.pop()

    def _begin(self, milestone: etree._Element) -> None:
        """Open the path again in a new tree."""
        reopened: list[etree._Element] = []
        for old in self.path:
            attributes = {name: value for name, value in old.attrib.items() if name != XML_ID}
            reopened.append(_element(old.tag, attributes, reopened))
        self.path = reopened
        if reopened:
            self.roots[milestone] = reopened[0]

    def _open(self, element: etree._Element) -> None:
        self.path.append(_element(element.tag, dict(element.attrib), self.path))

    def _add(self, text: str | None) -> None:
        """Add a text node at the end of what is open."""
        if not text:
            return
        innermost = self.path[-1]
        if len(innermost):
            innermost[-1].tail = (innermost[-1].tail or "") + text
        else:
            innermost.text = (innermost.text or "") + text


def _element(tag: str, attributes: dict[str, str], path: list[etree._Element]) -> etree._Element:
    if path:
        return etree.SubElement(path[-1], tag, attributes)
    return etree.Element(tag, attributes, nsmap=NAMES)
