"""The texts as Distributed Text Services 1.0, in files: entry, collection, navigation, document.

The templates of the entry say where a call is answered: ``navigation/report-1960;down=1/57.json``. This is what the
specification calls a server of level 0, but for two sorts of calls, of which ``LIMITS`` tells those who use it: they would
be three files more for each paragraph, with what other answers say too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache

from lxml import etree

from rift.publish.addresses import root_of
from rift.publish.files import TeiFile
from rift.publish.forms import ENCODED, LINKED, PLAIN, forms
from rift.publish.metadata.citable import Tree, Unit, trees
from rift.publish.metadata.cited import cited_text, issue_of
from rift.publish.metadata.fragments import alone, between, fragment, whole
from rift.publish.product import Bundle, digest
from rift.publish.site import Site
from rift.publish.stylesheets import Stylesheets
from rift.publish.words import XML_ID

ROOT = "dts"
VERSION = {"@context": "https://dtsapi.org/context/v1.0.json", "dtsVersion": "1.0"}
ALL = "edition"  # identifier of the collection of all texts
LANGUAGE = "en"
LIMITS = (
    "The answers are files. Two sorts of calls find none: “down” with a unit that has no parts (it would be told of itself; "
    "for 0, ask for what it is part of with 1), and “down” beyond the depth of the tree (ask with -1)."
)

Answer = tuple[str, dict]  # path from the site's root, and the JSON that stands there


def dts_products(site: Site, sheets: Stylesheets, made_from: str) -> Iterator[Bundle]:
    """Every answer. ``made_from``: digest of stylesheets and program."""
    service = Service(site)
    yield Bundle(digest(made_from, ROOT, site.edition.digest), lambda: _answers((service.entry(), *service.collections())))
    for file in site.edition.texts:
        depends = digest(made_from, ROOT, file.path, file.digest)
        yield Bundle(digest(depends, "navigation"), lambda file=file: _answers(service.navigation(file)))
        yield Bundle(digest(depends, "document"), lambda file=file: service.documents(file))


def _answers(answers: Iterable[Answer]) -> Iterator[tuple[str, bytes]]:
    return ((path, (json.dumps(value, ensure_ascii=False) + "\n").encode()) for path, value in answers)


class Service:
    """What the service answers in JSON."""

    def __init__(self, site: Site):
        self.site = site
        self.trees = cache(trees)

    def entry(self) -> Answer:
        """Where the other answers are."""
        path = f"{ROOT}/index.json"
        templates = self._templates(path, "{resource}") | {"collection": self._at(path, f"{ROOT}/collection{{/id,nav}}.json")}
        return path, {**VERSION, "@id": self._at(path, path), "@type": "EntryPoint", **templates}

    def collections(self) -> Iterator[Answer]:
        """The collection of all texts and each text, with what is in it (``children``) or what it is in (``parents``)."""
        texts = self.site.edition.texts
        for name in ("", f"/{ALL}", f"/{ALL}/children", f"/{ALL}/parents"):
            path = f"{ROOT}/collection{name}.json"
            members = [] if name.endswith("parents") else [self._resource(path, file) for file in texts]
            yield path, {**VERSION, **self._collection(path), "member": members}
        for file in texts:
            for name in ("", "/children", "/parents"):
                path = f"{ROOT}/collection/{file.id}{name}.json"
                members = [self._collection(path)] if name == "/parents" else []
                yield path, {**VERSION, **self._resource(path, file), "member": members}

    def navigation(self, file: TeiFile) -> Iterator[Answer]:
        """Each tree by levels, each unit, and each unit that has parts by levels."""
        for tree in self.trees(file):
            chosen = _chosen(tree)
            for down in (*range(1, tree.depth + 1), -1):
                yield self._navigation(file, f"{chosen};down={down}", members=tree.walk(down))
            for unit in tree.walk():
                yield self._navigation(file, f"{chosen}/{unit.ref}", unit)
                if unit.children:
                    siblings = unit.parent.children if unit.parent else tree.units
                    yield self._navigation(file, f"{chosen};down=0/{unit.ref}", unit, siblings)
                    for down in (*range(1, tree.depth - unit.level + 1), -1):
                        yield self._navigation(file, f"{chosen};down={down}/{unit.ref}", unit, list(unit.walk(down)))

    def documents(self, file: TeiFile) -> Iterator[tuple[str, bytes]]:
        """The whole text, then each unit of each tree."""
        root = f"{ROOT}/document/{file.id}"
        yield f"{root}.xml", whole(file.root, self._at(f"{root}.xml", file.path))
        for tree in self.trees(file):
            units = tree.walk()
            milestones: list[etree._Element] = [unit.element for unit in units if unit.is_milestone]
            cut = between(file.text, milestones) if milestones else {}
            for unit in units:
                path = f"{root}{_chosen(tree)}/{unit.ref}.xml"
                content = cut[unit.element] if unit.element in cut else alone(unit.element)
                yield path, fragment(content, self._at(path, file.path))

    def _navigation(self, file: TeiFile, asked: str, unit: Unit | None = None, members: list[Unit] | None = None) -> Answer:
        path = f"{ROOT}/navigation/{file.id}{asked}.json"
        value = {**VERSION, "@id": self._at(path, path), "@type": "Navigation", "resource": self._named(path, file)}
        if unit is not None:
            value["ref"] = self._unit(path, file, unit)
        if members is not None:
            value["member"] = [self._unit(path, file, member) for member in members]
        return path, value

    def _unit(self, path: str, file: TeiFile, unit: Unit) -> dict:
        """A unit, with the page where it can be read."""
        page = self.site.addresses.of(file.path, unit.element.get(XML_ID, "")) if "html" in self.site.formats else None
        known = _dublin(unit.title, hasFormat=self._at(path, page) if page else "")
        return {"identifier": unit.ref, "@type": "CitableUnit", "level": unit.level, "parent": unit.parent.ref if unit.parent else None,
                "citeType": unit.kind} | ({"dublinCore": known} if known else {})

    def _collection(self, path: str) -> dict:
        issue = issue_of(self.site)
        return {
            "@id": ALL, "@type": "Collection", "title": issue.title, "description": LIMITS, "totalParents": 0,
            "totalChildren": len(self.site.edition.texts), "collection": self._at(path, f"{ROOT}/collection/{ALL}{{/nav}}.json"),
            "dublinCore": _dublin(issue.title, publisher=issue.publisher, issued=issue.date),
        }

    def _resource(self, path: str, file: TeiFile) -> dict:
        cited = cited_text(self.site, file)
        found = [(form.media_type, self._at(path, form.path)) for form in forms(self.site, file)]
        download = {ENCODED: self._at(path, f"{ROOT}/document/{file.id}.xml")}
        download |= {kind: address for kind, address in reversed(found) if kind in (ENCODED, PLAIN)}  # the first of each kind
        known = {
            "creator": [name.straight for name in cited.authors], "created": cited.date,
            "source": cited.shelf.words or cited.printed_in, "language": LANGUAGE,
            "accessRights": f"Words withheld: {file.withheld.reason}" if file.withheld else "",
            "hasFormat": [address for kind, address in found if address != download.get(kind, address)],
            "relation": [address for kind, address in found if kind not in (ENCODED, PLAIN, LINKED)],
        }
        return {
            **self._named(path, file), "title": cited.title, "description": file.summary, "totalParents": 1, "totalChildren": 0,
            "mediaTypes": [ENCODED], "download": download, "dublinCore": _dublin(cited.title, **known),
        }

    def _named(self, path: str, file: TeiFile) -> dict:
        """A text, with the templates for what can be asked about it."""
        return {"@id": file.id, "@type": "Resource", **self._templates(path, file.id),
                "citationTrees": [_tree(tree) for tree in self.trees(file)]}

    def _templates(self, path: str, resource: str) -> dict[str, str]:
        return {
            "collection": self._at(path, f"{ROOT}/collection/{resource}{{/nav}}.json"),
            "navigation": self._at(path, f"{ROOT}/navigation/{resource}{{;tree}}{{;down}}{{/ref}}.json"),
            "document": self._at(path, f"{ROOT}/document/{resource}{{;tree}}{{/ref}}.xml"),
        }

    def _at(self, path: str, address: str) -> str:
        """``address`` as seen from the answer at ``path``, or whole if the site knows where it stands."""
        return (self.site.base_url or root_of(path)) + address


def _chosen(tree: Tree) -> str:
    return f";tree={tree.identifier}" if tree.identifier else ""


def _tree(tree: Tree) -> dict:
    named = {"identifier": tree.identifier} if tree.identifier else {}
    return {"@type": "CitationTree", **named, "citeStructure": [tree.structure]}


def _dublin(title: str, **values: str | list[str]) -> dict:
    """Dublin Core terms, those that are empty left out; the title with its language."""
    known = {"title": title and [{"lang": LANGUAGE, "value": title}], **values}
    return {name: value for name, value in known.items() if value}
