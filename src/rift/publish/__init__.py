"""From validated TEI to what readers use: pages and plain texts. Knows nothing of the converters."""

from rift.publish.publishing import AUDIENCES, FORMATS, PublishReport, publish, refuse_wrong_use

__all__ = ["AUDIENCES", "FORMATS", "PublishReport", "publish", "refuse_wrong_use"]
