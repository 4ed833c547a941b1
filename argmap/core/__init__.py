"""Hold the pure heart of argmap: values and functions over them.

Nothing here reads a file, a clock, the network or a random number, and nothing outside the
standard library is imported.
"""
