"""For every test: properties are tried on the same examples each time, and a busy machine fails none."""

from hypothesis import settings

settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.load_profile("repeatable")
