import logging
import re

# What follows these opens a draft, or the page on which someone unsubscribes.
TOKEN = re.compile(r"(/drafts/|/newsletter/(?:confirm|unsubscribe)/)[^/\s\"']+")


class WithoutTokens(logging.Filter):
    """Takes out of each line what is as good as a key to whoever reads the log."""

    def filter(self, record):
        message = record.getMessage()
        if TOKEN.search(message):
            record.msg, record.args = TOKEN.sub(r"\1…", message), None
        return True
