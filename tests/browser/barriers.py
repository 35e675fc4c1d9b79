"""What axe finds wrong with a page."""

from axe_playwright_python.sync_playwright import Axe

# For people who steer by voice: off by default, as axe counts it an experiment.
RULES = {"label-content-name-mismatch": {"enabled": True}}


def barriers(reader):
    """A report; empty if there is no barrier."""
    found = Axe().run(reader, options={"rules": RULES})
    return found.generate_report() if found.violations_count else ""
