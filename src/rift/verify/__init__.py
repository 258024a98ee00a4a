"""Proof that every character of a raw text is in its TEI, in order, or accounted for. Knows no converter."""

from rift.verify.ledger import Ledger
from rift.verify.proof import verify_text

__all__ = ["Ledger", "verify_text"]
