"""Which addresses are videos that we know how to play, and where they play."""

import re
from urllib.parse import parse_qs, urlsplit

from wagtail import blocks

# How each service writes a video's address, and where its player is.
VIDEO_HOSTS = {
    "youtube.com": "YouTube",
    "m.youtube.com": "YouTube",
    "youtu.be": "YouTube",
    "youtube-nocookie.com": "YouTube",
    "vimeo.com": "Vimeo",
    "player.vimeo.com": "Vimeo",
}
VIDEO_PLAYERS = {
    "YouTube": "https://www.youtube-nocookie.com/embed/{}?autoplay=1",
    "Vimeo": "https://player.vimeo.com/video/{}?autoplay=1&dnt=1",
}
# YouTube's address of a list of videos has "videoseries" where a video has its name.
VIDEO_ID = {"YouTube": r"(?!videoseries)[\w-]{11}", "Vimeo": r"\d{5,12}"}


class VideoValue(blocks.StructValue):
    @property
    def service(self):
        """The name of the service that holds the video, or None if it isn't known."""
        host = urlsplit(self.get("url") or "").hostname or ""
        return VIDEO_HOSTS.get(host.removeprefix("www."))

    @property
    def player_url(self):
        """Where the video plays without asking for cookies, or None."""
        if not self.service:
            return None
        url = urlsplit(self["url"])
        candidates = [*parse_qs(url.query).get("v", []), *url.path.split("/")]
        for candidate in candidates:
            if re.fullmatch(VIDEO_ID[self.service], candidate):
                return VIDEO_PLAYERS[self.service].format(candidate)
        return None
