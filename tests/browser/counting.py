"""A person's hands on a page: what they do is counted, and what can't be counted is refused."""

from playwright.sync_api import expect

DEEDS = {"click", "fill", "press_sequentially", "select_option", "set_input_files"}
WAYS = {
    "content_frame",
    "filter",
    "frame_locator",
    "get_by_label",
    "get_by_role",
    "get_by_text",
    "locator",
    "nth",
}


class Hands:
    """A page, or a part of it. One click, one field filled, one file chosen: each is one deed.

    Looking for a part and seeing it costs nothing. ``deeds`` has what was done so far.
    """

    def __init__(self, part, deeds=None):
        self._part = part
        self.deeds = [] if deeds is None else deeds

    def __getattr__(self, name):
        if name in WAYS:
            return lambda *args, **options: Hands(
                getattr(self._part, name)(*args, **options), self.deeds
            )
        if name in DEEDS:
            return lambda *args, **options: self._do(name, *args, **options)
        raise AttributeError(f"{name} isn't counted: add it to DEEDS or WAYS")

    def _do(self, name, *args, **options):
        self.deeds.append(f"{name} {self._part}")
        getattr(self._part, name)(*args, **options)

    def see(self):
        """Wait until this part is there to be seen."""
        expect(self._part).to_be_visible()
