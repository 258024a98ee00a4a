"""Run the stylesheets of ``transforms/`` with lxml: no access to files or network, their messages as findings."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from rift.diagnostics import Place, Problem, finding
from rift.publish.files import TeiFile

UNHANDLED = re.compile(r"PUB-001 (\S+) (\S+)")


class Stylesheets:
    """The stylesheets of a folder, each compiled once. ``strict``: an element without a template stops the build."""

    def __init__(self, folder: Path, strict: bool = True):
        self.folder = folder
        self.strict = strict
        self._compiled: dict[str, etree.XSLT] = {}

    def apply(self, sheet: str, document: etree._Element, source: TeiFile | None, **params: str) -> bytes:
        """What ``sheet`` (``html/text.xsl``) makes of ``document``, as bytes. ``source`` is the file that errors name.

        ``document`` loses the white space that the sheet strips: it must not be a file that others read too.
        Raises ``Problem`` if the sheet meets an element that it has no template for, or fails.
        """
        transform = self._compile(sheet)
        params["foreign"] = "no" if self.strict else "yes"
        quoted = {name: etree.XSLT.strparam(value) for name, value in params.items()}
        try:
            return bytes(transform(etree.ElementTree(document), **quoted))
        except etree.XSLTApplyError as error:
            raise _problem(sheet, error.error_log, source, str(error)) from None

    def _compile(self, sheet: str) -> etree.XSLT:
        if sheet not in self._compiled:
            path = self.folder / sheet
            try:
                tree = etree.parse(str(path), etree.XMLParser(no_network=True))
                self._compiled[sheet] = etree.XSLT(tree, access_control=etree.XSLTAccessControl.DENY_ALL)
            except (etree.XSLTParseError, etree.XMLSyntaxError, OSError) as error:
                place = Place(f"transforms/{sheet}")
                raise Problem(finding("PUB-008", place, sheet=sheet, reason=str(error))) from None
        return self._compiled[sheet]


def _problem(sheet: str, log, source: TeiFile | None, reason: str) -> Problem:
    """The message of ``common/unhandled.xsl`` as a finding in the TEI file; any other failure as one of the sheet."""
    for entry in log:
        unhandled = UNHANDLED.match(entry.message)
        if unhandled and source is not None:
            element, xml_id = unhandled.groups()
            place, raw = source.place(xml_id), source.raw_place(xml_id)
            return Problem(finding("PUB-001", place, raw, element=element, sheet=sheet))
    return Problem(finding("PUB-008", Place(f"transforms/{sheet}"), sheet=sheet, reason=reason))
