"""What programs read: citations, CMIF, DTS, sitemap."""
