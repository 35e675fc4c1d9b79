"""Who gets the newsletter."""


def ask_to_confirm(email: str) -> None:
    """Ask the owner of an address whether they want the newsletter."""
