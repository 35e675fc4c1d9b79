"""What the documents in this repository point to is there."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.any_database

DOCUMENTS = [*Path().glob("*.md"), *Path("docs").rglob("*.md")]


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_every_link_to_a_file_leads_somewhere(document):
    text = re.sub(r"```.*?```", "", document.read_text(), flags=re.DOTALL)
    links = re.findall(r"\]\(([^)#]+)\)", text)

    for link in links:
        if not link.startswith(("http:", "https:", "mailto:")):
            assert (document.parent / link).exists(), link


def test_there_are_documents_with_links():
    assert len(DOCUMENTS) > 10
    assert "docs/screenshots/home.webp" in Path("README.md").read_text()
