"""Map competing narratives: what rival accounts claim, on what evidence, and where they part."""

__version__ = "0.1.0"
