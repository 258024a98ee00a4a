"""From validated TEI to what readers use: pages and plain texts. Knows nothing of the converters."""

from rift.publish.publishing import FORMATS, PublishReport, publish

__all__ = ["FORMATS", "PublishReport", "publish"]
