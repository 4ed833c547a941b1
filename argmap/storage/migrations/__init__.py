"""Hold the scripts that alembic runs to lay out a database, up and down."""
