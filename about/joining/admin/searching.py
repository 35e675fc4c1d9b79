"""Words that enquiries are searched for. They name people, so no address shows them.

Addresses are in logs, in browsers' histories and on other people's screens. What is searched
for goes into them sealed with a key that is made of the session's: the way back and the next
page work, and once the session has ended nobody can open what a log has kept.
"""

import base64
import unicodedata

from cryptography.fernet import Fernet, InvalidToken
from django.utils.crypto import salted_hmac


def sealed(words: str, request) -> str:
    return cipher(request).encrypt(words.encode()).decode()


def opened(token: str, request) -> str | None:
    """The words, or None if they were sealed in another session."""
    try:
        return cipher(request).decrypt(token.encode()).decode()
    except InvalidToken:
        return None


def cipher(request):
    key = request.session.session_key
    digest = salted_hmac("about.joining.search", key, algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(digest))


def folded(text: str) -> str:
    """Without what two spellings of a name may differ in: accents, case."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(
        each for each in letters if not unicodedata.combining(each)
    ).casefold()


def has_words(enquiry, words: str) -> bool:
    """Whether each of the words is part of an answer."""
    text = folded("\n".join(texts(enquiry)))
    return all(word in text for word in folded(words).split())


def texts(enquiry):
    yield str(enquiry)
    for answer in enquiry.answers:
        value = answer["value"]
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from value
