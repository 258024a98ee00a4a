"""What is written out in XML is read back as it was."""

from __future__ import annotations

from xml.sax.saxutils import escape as usual
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rift.encode.escaping import escape, quoted

words = st.text(st.sampled_from("ab<>&\"'\n\r\t“"))


@given(words)
def test_as_the_standard_library_writes_it(text):
    assert (escape(text), quoted(text)) == (usual(text), quoteattr(text))


@pytest.mark.parametrize(("value", "shown"), [("a", '"a"'), ('a"', "'a\"'"), ("'\"", '"\'&quot;"'), ("<&", '"&lt;&amp;"')])
def test_double_marks_unless_only_the_value_has_them(value, shown):
    assert quoted(value) == shown
