"""The whole edition as a book: EPUB and PDF."""
