"""Cuts the site's typeface out of Source Serif 4. Run it where npm and uv are:

    npm pack source-serif@4.5.1 && tar -xzf source-serif-4.5.1.tgz
    uv run --with fonttools==4.68.0 --with brotli docs/developers/make_font.py package

It keeps the letters of English, Spanish and Quechua, two kinds of figures, the weights
from 400 to 650, and one optical size between text and headlines. The licence reserves the
name "Source" for the original, so the cut has another.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

NAME = "PSG Serif"
FOLDER = Path("psgsite/static/psgsite/font")
ASCII = "".join(map(chr, range(0x20, 0x7F)))
LETTERS = "ÀÁÂÃÄÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜàáâãäçèéêëìíîïñòóôõöøùúûüŒœß"
# The marks of print, some of which look like others.
MARKS = "\u00a0¡¿£€§©«»°·½–—‘’“”„•…\u00d7\u201a\u2039\u203a\u2212\u02bc"
FEATURES = ["ccmp", "kern", "liga", "locl", "lnum", "onum", "pnum", "tnum"]


def main(package):
    font = TTFont(Path(package) / "VAR" / "SourceSerif4Variable-Roman.ttf")
    font = instantiateVariableFont(font, {"wght": (400, 650), "opsz": 16})
    options = Options(
        layout_features=FEATURES, hinting=False, glyph_names=False, name_IDs=[0, 13, 14]
    )
    subsetter = Subsetter(options)
    subsetter.populate(text=ASCII + LETTERS + MARKS)
    subsetter.subset(font)
    for number, name in {1: NAME, 2: "Regular", 4: NAME, 6: "PSGSerif"}.items():
        font["name"].setName(name, number, 3, 1, 0x409)
    font.flavor = "woff2"
    font.save(FOLDER / "psg-serif.woff2")
    licence = (Path(package) / "LICENSE.md").read_text()
    (FOLDER / "OFL.txt").write_text(licence)


if __name__ == "__main__":
    main(sys.argv[1])
