"""From the raw characters to lines that know what they are: text, note, page number. A rule is one function over ``Pages``."""
