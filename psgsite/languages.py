"""The languages in which words of a text can be marked, for screen readers and others.

A mark says what language words are in, not how they look: most are names, which aren't
set in italics.
"""

# The code in HTML, by the feature of the rich text editor.
LANGUAGES = {"spanish": "es", "quechua": "qu"}

# The editor's style, by the code.
STYLES = {code: name.upper() for name, code in LANGUAGES.items()}
