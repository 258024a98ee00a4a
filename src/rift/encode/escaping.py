"""Characters that XML would read as markup, written out."""

from __future__ import annotations


def escape(text: str) -> str:
    """``text`` as it stands between tags."""
    return text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")


def quoted(value: str) -> str:
    """``value`` as it stands behind ``name=``, with its quotation marks: double ones, unless only the value itself has them."""
    shown = escape(value).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
    if '"' not in shown:
        return f'"{shown}"'
    return f"'{shown}'" if "'" not in shown else '"' + shown.replace('"', "&quot;") + '"'
