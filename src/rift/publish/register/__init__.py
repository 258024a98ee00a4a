"""Pages, indexes and downloads of the registers."""
