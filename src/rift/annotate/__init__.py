"""Marks over the text: corrections, speech, names, dates, insertions. Rules take what is safe, tables decide the rest."""
