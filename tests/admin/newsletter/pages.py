"""The pages of newsletters in the admin, and what they say."""

LIST = "/admin/newsletter/"


def page(digest, what=""):
    return f"{LIST}{digest.pk}/{what}"


def html(response):
    return response.content.decode()


def said(response):
    """What the admin says above the page."""
    return " ".join(str(message).strip() for message in response.context["messages"])
