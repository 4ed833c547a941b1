"""Say in a sentence why a database failed and what to do, without its password."""

from __future__ import annotations

import os

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout


def explain(address: URL, error: BaseException) -> str:
    """Explain a failure to the person using argmap.

    Args:
        address: The database that failed.
        error: What SQLAlchemy or the driver raised.

    Returns:
        One sentence or two. Nothing of the driver's own text is in it, except where the
        failure is not a known one; the password never is.
    """
    if isinstance(error, PoolTimeout):
        return f"{_name(address)} is busy: all its connections are in use. Try again in a moment."
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    sentence = (
        _sqlite(address, cause)
        if address.get_backend_name() == "sqlite"
        else _postgresql(address, cause)
    )
    return sentence or f"{_name(address)} failed: {_without_password(address, cause)}"


def _name(address: URL) -> str:
    if address.get_backend_name() == "sqlite":
        return f"The database {address.database or 'in memory'}"
    server = address.host or address.query.get("host") or "this machine"
    port = f", port {address.port}" if address.port else ""
    return f"The database {address.database or 'without a name'!r} on {server}{port}"


def _sqlite(address: URL, cause: BaseException) -> str:
    # An extended name such as SQLITE_BUSY_SNAPSHOT has the plain one in its first two parts.
    code = "_".join(getattr(cause, "sqlite_errorname", "").split("_")[:2])
    if code == "SQLITE_CANTOPEN":
        return _cannot_open((address.database or "").removeprefix("file:"))
    if code == "SQLITE_ERROR":
        return _sqlite_layout(address, str(cause))
    ending = _SQLITE.get(code)
    return f"{_name(address)} {ending}" if ending else ""


def _sqlite_layout(address: URL, message: str) -> str:
    if "no such table" in message or "no such column" in message:
        return f"{_name(address)} {_NO_TABLES}"
    if "no such module: fts5" in message:
        return (
            "This Python's SQLite was built without full-text search (FTS5), which argmap "
            "needs. Use another build of Python."
        )
    return ""


def _cannot_open(path: str) -> str:
    folder = os.path.dirname(path) or os.curdir
    if not os.path.isdir(folder):
        return f"The database {path} cannot be opened: there is no folder {folder}."
    if os.path.isdir(path):
        return f"The database {path} cannot be opened: it is a folder. Name a file inside it."
    if not os.access(path if os.path.exists(path) else folder, os.W_OK):
        return f"The database {path} {_READ_ONLY}"
    return f"The database {path} cannot be opened: look at the rights of the file and its folder."


def _postgresql(address: URL, cause: BaseException) -> str:
    ending = _POSTGRESQL.get(getattr(cause, "sqlstate", None) or "")
    if ending is None:
        message = str(cause)
        ending = next((text for words, text in _POSTGRESQL_WORDS.items() if words in message), None)
    return f"{_name(address)} {ending}" if ending else ""


def _without_password(address: URL, cause: BaseException) -> str:
    message = str(cause).strip() or type(cause).__name__
    for password in (address.password, address.query.get("password")):
        if password:
            message = message.replace(str(password), "***")
    return message


_READ_ONLY = (
    "cannot be written: the file or its folder is read-only. Give argmap the right to write "
    "there or name another place."
)
_NO_TABLES = "has none of argmap's tables, or older ones: load a corpus to set it up."
_BUSY = "is being written by another program. Try again in a moment."
_FULL = "cannot be written: the disk is full. What it held before is unchanged."
_UNREACHABLE = "cannot be reached. Is the server running, and is its address right?"
_REFUSED = "refuses the user or the password of the URL."

_SQLITE = {
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "SQLITE_READONLY": _READ_ONLY,
    "SQLITE_FULL": _FULL,
    "SQLITE_NOTADB": "is another kind of file, or is encrypted. Name a new file.",
    "SQLITE_CORRUPT": "is damaged. Put it aside, or take a copy of it, and load the corpora again.",
    "SQLITE_IOERR": "cannot be read or written: the disk reports an error.",
    "SQLITE_PERM": _READ_ONLY,
}

# Codes: PostgreSQL 15 documentation, appendix A.
_POSTGRESQL = {
    "08000": _UNREACHABLE,
    "08001": _UNREACHABLE,
    "08003": _UNREACHABLE,
    "08004": _UNREACHABLE,
    "08006": _UNREACHABLE,
    "25006": "is read-only: use the server that can be written.",
    "28000": _REFUSED,
    "28P01": _REFUSED,
    "3D000": "does not exist. Create it first, for instance with createdb.",
    "40001": _BUSY,
    "40P01": _BUSY,
    "42501": "does not let this user do that: the user must own the database's schema.",
    "42703": _NO_TABLES,
    "42P01": _NO_TABLES,
    "53100": _FULL,
    "53300": "takes no more connections. Try again in a moment.",
    "55P03": _BUSY,
    "57P01": _UNREACHABLE,
    "57P02": _UNREACHABLE,
    "57P03": "is starting or stopping. Try again in a moment.",
}
# While a connection is being made there is no code, only the server's words.
_POSTGRESQL_WORDS = {
    "password authentication failed": _REFUSED,
    "no password supplied": _REFUSED,
    "no pg_hba.conf entry": _REFUSED,
    "role ": _REFUSED,
    "too many c": "takes no more connections. Try again in a moment.",
    "starting up": "is starting or stopping. Try again in a moment.",
    "does not exist": "does not exist. Create it first, for instance with createdb.",
    "Connection refused": _UNREACHABLE,
    "No such file": _UNREACHABLE,
    "No route": _UNREACHABLE,
    "connection is closed": _UNREACHABLE,
    "closed the connection": _UNREACHABLE,
    "timeout expired": _UNREACHABLE,
    "timed out": _UNREACHABLE,
    "resolve": _UNREACHABLE,
}
