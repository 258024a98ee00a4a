"""All checks of the edition's TEI."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from lxml import etree

from rift.diagnostics import Finding, Place, Problem, finding
from rift.model.resources import files_of, resource_folder
from rift.validate.capitals import check_capitals, read_non_names
from rift.validate.document import Document, read_document
from rift.validate.evidence import Evidence
from rift.validate.pointers import check_addresses, check_ids, check_pointers
from rift.validate.quotes import check_quotes
from rift.validate.rules import Rules
from rift.validate.schema import Schema


def validate_edition(root: Path, names: Iterable[Path] | None = None, sound: Collection[str] = ()) -> list[Finding]:
    """Check the TEI files of the edition at ``root``; findings come in order of file, line and column.

    ``names`` (below ``root``, or relative to it) limits what is told to these files; the others are read all the same,
    for pointers lead to them. Of those in ``sound`` (``tei/events.xml``) it is known that each has no fault by itself: only how they
    go together with others is checked. Whatever is wrong with a file of ``tei/`` is a finding; a schema of the edition's own that
    cannot be used raises ``Problem`` SCHEMA-001, a malformed ``sources/non-names.tsv`` SRC-008.
    """
    root = Path(root).resolve()
    present = sorted(path.relative_to(root).as_posix() for path in files_of(root / "tei", "**/*.xml"))
    wanted = present if names is None else sorted({_relative(root, name) for name in names})
    read = {path: read_document(root, path) for path in sorted({*present, *wanted})}
    documents = {path: d if isinstance(d, Document) else None for path, d in read.items()}
    found = [f for path in wanted if isinstance(f := read[path], Finding)]
    schema, rules = load_schema(root)
    reviewed = read_non_names(root)
    evidence = Evidence(documents)
    for path in wanted:
        document = documents[path]
        if document is None:
            continue
        found += [*check_ids(documents, document), *check_pointers(documents, document), *evidence.check(document)]
        if path in sound:
            continue
        found += validate_tree(document, schema, rules)
        if reviewed is not None:
            found += check_capitals(document, reviewed)
    return sorted(found)


def load_schema(root: Path) -> tuple[Schema, Rules]:
    """The schema of the edition at ``root``, or the one that came with the package. Raises ``Problem`` SCHEMA-001."""
    folder = resource_folder("schema", root)
    path = folder / "rift.xsd"
    try:
        schema = Schema(path)
        path = folder / "rift.sch"
        return schema, Rules(path)
    except (OSError, etree.LxmlError) as error:
        place = Place(path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name)
        raise Problem(finding("SCHEMA-001", place, reason=error)) from None


def validate_tree(document: Document, schema: Schema, rules: Rules) -> list[Finding]:
    """Everything that one file shows by itself: XSD, Schematron, addresses, quotation marks."""
    return [*schema.check(document), *rules.check(document), *check_addresses(document), *check_quotes(document)]


def _relative(root: Path, name: Path) -> str:
    path = Path(name)
    full = path if path.is_absolute() else root / path
    resolved = full.resolve()
    return resolved.relative_to(root).as_posix() if resolved.is_relative_to(root) else path.as_posix()
