"""How static files are kept for production."""

import re

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLES = "psgsite/css/site.css"
IMPORT = re.compile(r'@import url\("(?P<name>[^"]+)"\) layer\((?P<layer>\w+)\);')


class StaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Hashed and compressed, and with the styles in one file instead of many.

    A browser would find out about an imported style sheet only when it has read the one
    that imports it: on a slow line, seconds later.
    """

    def post_process(self, paths, dry_run=False, **options):  # noqa: FBT002 Django's own
        if STYLES in paths and not dry_run:
            bundle = self.bundle(*paths[STYLES])
            self.delete(STYLES)
            self.save(STYLES, ContentFile(bundle))
            paths = paths | {STYLES: (self, STYLES)}
        yield from super().post_process(paths, dry_run, **options)

    def bundle(self, storage, path):
        """The style sheet at ``path`` with every ``@import`` replaced by what it names."""

        def imported(match):
            with storage.open(path.replace("site.css", match["name"])) as file:
                return f"@layer {match['layer']} {{\n{file.read().decode()}}}"

        with storage.open(path) as file:
            return IMPORT.sub(imported, file.read().decode())
