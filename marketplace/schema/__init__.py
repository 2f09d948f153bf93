"""The whole schema as one SQL file per database, equal to what the migrations build.

Running 360 migrations costs 43 s of CPU; restoring a file costs less than one. ``migrate``
on an empty database restores it and then runs whatever is newer. ``make schema`` writes the
files anew; ``tests/marketplace/test_schema.py`` proves them equal to the migrations.
"""
