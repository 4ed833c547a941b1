"""Keep corpora in a database, SQLite or PostgreSQL, and give them back unchanged.

`database.connect` opens one, `repository.Repository` is all that other layers use of it.
Which of the two databases it is, nothing outside this folder knows.
"""
