"""All that the site holds of one person, wherever it is kept.

Each part that keeps data of people registers with the hook ``register_personal_data``: a
function that returns an object with these three.

- ``name``, in the plural: "enquiries".
- ``find(email)``: what is held, as a list of dictionaries that can be JSON.
- ``erase(email)``: delete it, and return how many rows that were.
"""

from django.db import transaction
from wagtail import hooks


def holders():
    return [register() for register in hooks.get_hooks("register_personal_data")]


def held(email: str) -> dict[str, list]:
    """What each part holds, by its name; parts that hold nothing are in it too."""
    return {holder.name: holder.find(email) for holder in holders()}


@transaction.atomic
def erase(email: str) -> dict[str, int]:
    """Delete it all or, if a part fails, nothing. Returns how many rows, by name."""
    return {holder.name: holder.erase(email) for holder in holders()}


def normalised(email: str) -> str:
    """The same for all ways to write one address."""
    return email.strip().casefold()


def same_address(one: str, other: str) -> bool:
    return normalised(one) == normalised(other)


def counted(numbers: dict[str, int]) -> str:
    """Such as "enquiries (2), subscriptions (1)"; empty if there is nothing."""
    return ", ".join(f"{name} ({n})" for name, n in numbers.items() if n)
