"""Open files with readers that did not write them, and look for all that has to be there."""
