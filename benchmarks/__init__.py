"""Measure argmap side by side with its peers, in one run, and print the ratios."""
