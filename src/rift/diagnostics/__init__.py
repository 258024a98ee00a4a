"""Findings: what is wrong, where, and what to do about it. Knows nobody."""

from rift.diagnostics.finding import Finding, Place, Problem, finding, has_error, load_catalogue

__all__ = ["Finding", "Place", "Problem", "finding", "has_error", "load_catalogue"]
