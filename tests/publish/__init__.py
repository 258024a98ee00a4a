"""Tests of rift.publish."""
