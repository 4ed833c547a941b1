"""Turn plain data into core values and back; nothing else validates what comes from outside."""
