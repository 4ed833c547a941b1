"""Settings from the environment."""

from pathlib import Path

import pytest

from argmap.errors import InvalidInput
from argmap.web import Settings


def test_empty_environment_leaves_the_defaults() -> None:
    assert Settings.from_environment({}) == Settings()
    assert Settings.from_environment({"ARGMAP_ENGINE": ""}) == Settings()


def test_every_setting_can_be_given() -> None:
    given = Settings.from_environment(
        {
            "ARGMAP_INSTANCE": "/srv/argmap",
            "ARGMAP_DATABASE_URL": "sqlite://",
            "ARGMAP_ENGINE": "dot",
            "ARGMAP_CACHE_MB": "5",
        }
    )

    assert given == Settings(
        instance=Path("/srv/argmap"), database_url="sqlite://", engine="dot", cache_mb=5
    )


@pytest.mark.parametrize(
    ("variable", "value"),
    [("ARGMAP_ENGINE", "magic"), ("ARGMAP_CACHE_MB", "-1"), ("ARGMAP_CACHE_MB", "much")],
)
def test_bad_value_names_its_variable(variable: str, value: str) -> None:
    with pytest.raises(InvalidInput, match=f"{variable}.*{value}"):
        Settings.from_environment({variable: value})


def test_store_is_in_the_instance_folder_unless_another_is_named(tmp_path: Path) -> None:
    assert Settings(instance=tmp_path).store_url == f"sqlite:///{tmp_path / 'argmap.db'}"
    assert Settings(database_url="sqlite://").store_url == "sqlite://"


def test_address_of_the_site_is_read_without_its_last_slash() -> None:
    settings = Settings.from_environment({"ARGMAP_ADDRESS": "https://maps.example.org/"})

    assert settings.address == "https://maps.example.org"


@pytest.mark.parametrize(
    "address", ["maps.example.org", "ftp://x", "https://", "https://x?y", "/x"]
)
def test_address_that_is_none_says_what_to_write(address: str) -> None:
    with pytest.raises(InvalidInput, match="write the site's own address"):
        Settings.from_environment({"ARGMAP_ADDRESS": address})
