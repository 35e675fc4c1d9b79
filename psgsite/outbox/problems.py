"""What went wrong with a mail, in words that name nobody."""

from dataclasses import dataclass
from smtplib import (
    SMTPAuthenticationError,
    SMTPConnectError,
    SMTPDataError,
    SMTPException,
    SMTPHeloError,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
    SMTPServerDisconnected,
)
from socket import gaierror

from psgsite.encryption import WrongKeyError

# From 500 on, the mail server says that it won't ever take it (RFC 5321, 4.2.1).
FOR_GOOD = 500

# Of these, and of any failure of the network, all other mails would fail too.
OF_THE_SERVER = (
    SMTPConnectError,
    SMTPHeloError,
    SMTPServerDisconnected,
    SMTPAuthenticationError,
)


WHY_NOT_REACHED = {
    ConnectionRefusedError: "nobody answers at its port",
    gaierror: "its name isn’t known",
}


@dataclass
class Problem:
    text: str
    # Trying again can't help.
    is_final: bool = False
    # It isn't about this mail.
    is_general: bool = False


def problem_of(error: Exception) -> Problem:
    """What an error means. Its own text may hold an address, and is left out."""
    match error:
        case SMTPRecipientsRefused(recipients=refused):
            codes = [code for code, _ in refused.values()]
            code = min(codes, default=0)
            return Problem(
                f"The mail server refused an address ({code}).",
                is_final=code >= FOR_GOOD,
            )
        case SMTPAuthenticationError(smtp_code=code):
            text = f"The mail server refused the site’s name or password ({code})."
            return Problem(text, is_general=True)
        case SMTPSenderRefused(smtp_code=code):
            return Problem(f"The mail server refused the sender’s address ({code}).")
        case SMTPDataError(smtp_code=code):
            text = f"The mail server refused the mail ({code})."
            return Problem(text, is_final=code >= FOR_GOOD)
        case SMTPResponseException(smtp_code=code):
            text = f"The mail server isn’t ready ({code})."
            return Problem(text, is_general=isinstance(error, OF_THE_SERVER))
        case SMTPServerDisconnected():
            return Problem("The mail server broke off.", is_general=True)
        case WrongKeyError():
            return Problem("None of the keys in ENCRYPTION_KEYS opens it.")
        case SMTPException():
            # Such as EMAIL_TLS with a server that has none.
            text = (
                f"The mail server can’t do what it is asked ({type(error).__name__})."
            )
            return Problem(text, is_general=True)
        case TimeoutError():
            return Problem("The mail server didn’t answer in time.", is_general=True)
        case OSError():
            why = WHY_NOT_REACHED.get(type(error), type(error).__name__)
            text = f"The mail server couldn’t be reached: {why}."
            return Problem(text, is_general=True)
        case _:
            # Such as an address that can't be one.
            text = f"It isn’t a mail that can be sent ({type(error).__name__})."
            return Problem(text, is_final=isinstance(error, ValueError))
