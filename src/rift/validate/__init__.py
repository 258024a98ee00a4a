"""Is the TEI as the edition wants it? Reads files, the schema and nothing of the converters."""

from rift.validate.document import Document, read_document
from rift.validate.edition import load_schema, validate_edition, validate_tree
from rift.validate.rules import Rules
from rift.validate.schema import Schema

__all__ = ["Document", "Rules", "Schema", "load_schema", "read_document", "validate_edition", "validate_tree"]
