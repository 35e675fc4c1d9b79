"""What a site as in production must be told, with secrets of its own."""

import secrets

from cryptography.fernet import Fernet


def production_settings():
    return {
        "DEBUG": "0",
        "SECRET_KEY": secrets.token_urlsafe(64),
        "ENCRYPTION_KEYS": Fernet.generate_key().decode(),
    }
