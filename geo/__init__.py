"""Dalil's packages."""
