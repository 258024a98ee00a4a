"""From lines to blocks and groups of blocks: paragraphs, heads, turns, documents. A rule is one function over ``Outline``."""
