"""From a marked document to TEI."""
