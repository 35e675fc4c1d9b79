"""The looks: contrast, one style sheet, one small typeface."""

import re
from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage

from psgsite.storage import StaticFilesStorage
from tests.contrast import contrast

pytestmark = pytest.mark.any_database

STATIC = Path("psgsite/static")
TOKENS = (STATIC / "psgsite/css/tokens.css").read_text()


def colours():
    """The tokens of each scheme, as {"light": {"ink": (30, 26, 23)}, "dark": …}."""
    light, dark = TOKENS.split("@media")
    found = {
        scheme: {
            name: bytes.fromhex(value)
            for name, value in re.findall(r"--([a-z-]+): #([0-9a-f]{6})", text)
        }
        for scheme, text in (("light", light), ("dark", dark))
    }
    assert found["light"].keys() == found["dark"].keys()
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        ("ink", "paper", 7),
        ("ink", "surface", 7),
        ("muted", "paper", 7),
        ("muted", "surface", 4.5),
        ("link", "paper", 7),
        ("link", "surface", 4.5),
        ("act", "paper", 7),
        ("on-act", "act", 7),
        ("mark", "paper", 3),
    ],
)
def test_colours_can_be_told_apart(scheme, text, ground, least):
    tokens = colours()[scheme]

    assert contrast(tokens[text], tokens[ground]) >= least


def test_only_the_tokens_name_a_colour():
    others = [f for f in STATIC.glob("psgsite/css/*.css") if f.name != "tokens.css"]

    assert len(others) > 5
    for file in others:
        rules = file.read_text().split("@media print")[0]
        assert not re.search(r"#[0-9a-f]{3,8}\b|rgb\(|hsl\(", rules), file


def test_readers_load_one_style_sheet(tmp_path):
    storage = StaticFilesStorage(location=tmp_path, base_url="/static/")
    source = FileSystemStorage(location=STATIC)

    bundle = storage.bundle(source, "psgsite/css/site.css")

    assert "@import" not in bundle
    names = re.findall(r'"(\w+)\.css"', (STATIC / "psgsite/css/site.css").read_text())
    assert len(names) > 8
    for name in names:
        assert (STATIC / f"psgsite/css/{name}.css").read_text() in bundle


def test_pages_fade_into_each_other_only_for_those_who_do_not_mind():
    """A browser on a busy machine leaves the fade out, so the rule is read, not seen."""
    styles = "".join(f.read_text() for f in STATIC.glob("psgsite/css/*.css"))
    [within] = re.findall(r"@media \(([^)]+)\) \{\s*@view-transition", styles)

    assert within == "prefers-reduced-motion: no-preference"
    assert styles.count("@view-transition") == 1
    assert not re.search(r"\b(animation|transition)(-\w+)?:", styles)


def test_every_style_sheet_is_used():
    listed = (STATIC / "psgsite/css/site.css").read_text()
    names = {f.stem for f in STATIC.glob("psgsite/css/*.css")} - {"site", "styleguide"}

    assert {name for name in names if f'"{name}.css"' not in listed} == set()


def test_the_typeface_is_small_and_has_the_letters_we_need():
    from PIL import ImageFont

    file = STATIC / "psgsite/font/psg-serif.woff2"
    font = ImageFont.truetype(file, 40)
    missing = font.getmask("\U0001f600").getbbox()

    assert file.stat().st_size <= 40 * 1024
    for letter in "ÁÉÍÓÚÑÜáéíóúñü¿¡’‘“”–—…£€":
        assert font.getmask(letter).getbbox() != missing, letter
