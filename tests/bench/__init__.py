"""``make bench``: what a request costs, beside the peers' figures.

CPU time and ratios taken in one run are the figures to trust; absolute rates belong to the
machine. Nothing here decides whether a change passes.
"""
