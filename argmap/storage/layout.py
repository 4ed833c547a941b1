"""Bring a database to the layout of tables that this program works with."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from argmap.errors import StoreUnavailable
from argmap.storage import database, reading

if TYPE_CHECKING:
    from alembic.config import Config

# The name of the newest script in `migrations/versions`.
NEWEST = reading.LAYOUT

# Alembic hands a connection to its scripts by a name that the whole process shares: two threads
# that lay out stores of their own would run the scripts of one on the connection of the other.
_one_at_a_time = threading.Lock()

NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def migrate(engine: Engine) -> None:
    """Bring the database up to date; one that is costs two small queries.

    Programs that start together wait for each other, and a failure changes nothing.

    Raises:
        StoreUnavailable: The database fails, or was laid out by a newer argmap.
    """
    with database.reading(engine) as connection:
        if layout_of(connection) == NEWEST:
            return
    with database.writing(engine) as connection:
        if layout_of(connection) != NEWEST:
            move_to(connection, "head")


def layout_of(connection: Connection) -> str | None:
    """Return the name of the script that made the layout; None for a database without one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def move_to(connection: Connection, script: str) -> None:
    """Run migrations up or down to a script, within the transaction of the connection.

    Args:
        connection: In a transaction that writes.
        script: A name in `migrations/versions`, "head" for the newest, "base" for no tables.

    Raises:
        StoreUnavailable: The database has a layout that is not among the scripts.
    """
    # Only the first start of a new version comes here, and alembic costs a tenth of a second.
    from alembic import command
    from alembic.util import CommandError

    step = command.downgrade if script == "base" else command.upgrade
    try:
        with _one_at_a_time:
            step(configuration(connection), script)
    except CommandError as error:
        raise StoreUnavailable(
            "The database was made by a newer argmap, or by another program. Install the "
            "newest argmap, or name another database."
        ) from error


def configuration(connection: Connection) -> Config:
    """Make alembic's configuration, without a file, for a connection."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "argmap.storage:migrations")
    config.attributes["connection"] = connection
    return config


def is_search_storage(name: str | None) -> bool:
    """Tell whether a table or index holds the search index, which no SQLModel describes."""
    return (name or "").startswith("search_")
