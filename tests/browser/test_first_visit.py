"""What a first visit costs on a slow line, as production serves it."""

import pytest

pytestmark = [pytest.mark.any_database]


@pytest.fixture
def fetched(production, browser):
    """What a browser with an empty cache fetches: a function from address to requests.

    Each is a dict of ``url``, ``type`` and ``bytes``, headers and compression included.
    """

    def fetch(address):
        reader = browser.new_context().new_page()
        devtools = reader.context.new_cdp_session(reader)
        devtools.send("Network.enable")
        requests = {}
        devtools.on(
            "Network.responseReceived",
            lambda event: requests.setdefault(event["requestId"], {}).update(
                url=event["response"]["url"], type=event["type"]
            ),
        )
        devtools.on(
            "Network.loadingFinished",
            lambda event: requests.setdefault(event["requestId"], {}).update(
                bytes=event["encodedDataLength"]
            ),
        )
        reader.goto(production + address, wait_until="networkidle")
        return list(requests.values())

    return fetch


@pytest.mark.parametrize(
    "address", ["/", "/news/", "/news/regional-elections-in-puno/"]
)
def test_a_first_visit_is_light(fetched, address):
    requests = fetched(address)

    spent = sum(request.get("bytes", 0) for request in requests)
    assert 5_000 < spent <= 60 * 1024, requests


def test_a_page_needs_one_document_one_style_sheet_and_one_font(fetched):
    kinds = [request["type"] for request in fetched("/") if "type" in request]

    assert {kind: kinds.count(kind) for kind in ("Document", "Stylesheet", "Font")} == {
        "Document": 1,
        "Stylesheet": 1,
        "Font": 1,
    }


@pytest.mark.parametrize("address", ["/", "/news/regional-elections-in-puno/"])
def test_no_script_holds_up_the_page(production, browser, address):
    reader = browser.new_context(java_script_enabled=False).new_page()
    reader.goto(production + address)

    scripts = reader.locator("script[src]")
    assert scripts.count() > 0
    for script in scripts.all():
        assert script.get_attribute("defer") is not None
