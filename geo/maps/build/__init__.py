"""Makes the base map's files; run by hand when its sources or `names.yaml` change, never with the rest."""
