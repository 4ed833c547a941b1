"""Read claims from outside: each way in gives a corpus and a report of every problem."""

from argmap.readers import claim_folder

__all__ = ["claim_folder"]
