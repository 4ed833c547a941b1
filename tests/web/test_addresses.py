from flask import Flask, url_for

from argmap.web import addresses
from argmap.web.addresses import address_of


def test_addresses_are_those_flask_gives(everything: Flask) -> None:
    with everything.test_request_context(base_url="http://localhost/below"):
        for kind in ("claim", "evidence", "issue", "narrative", "source"):
            for id in ("split", "split-2", "x", "a b/c?d#e"):
                named = {"corpus": "three", kind: id}
                assert address_of(kind, "three", id) == url_for(kind, **named)


def test_addresses_of_one_request_are_not_those_of_the_next(everything: Flask) -> None:
    given = []
    for base in ("http://localhost/one", "http://localhost/two"):
        with everything.test_request_context(base_url=base):
            given.append(address_of("claim", "three", "split"))

    assert given == ["/one/three/claims/split", "/two/three/claims/split"]


def test_address_put_together_once_is_the_one_flask_gives(everything: Flask) -> None:
    for base in ("http://localhost", "http://localhost/ru", "http://localhost"):
        with everything.test_request_context(base_url=base):
            for named in ({}, {"issue": "a b&c/ё"}, {"issue": None, "verdict": "agreed"}):
                for _ in range(2):
                    ours = addresses.url_for("compare", corpus="three", **named)
                    assert ours == url_for("compare", corpus="three", **named)
