from flask import Flask, url_for

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
