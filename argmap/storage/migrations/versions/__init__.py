"""Hold one script for each change of the layout, numbered in order."""
