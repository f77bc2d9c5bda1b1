"""Receipts without an account: a public number and a secret code that only the sender has.

The code is derived from the submission's own random key, so a reload shows the same receipt, and
the database holds only its digest.
"""

import base64
import hashlib
import hmac
import uuid

from django.utils.crypto import constant_time_compare, salted_hmac

CODE_LENGTH = 20  # base32 characters: 100 bits
GROUP = 5
_TO_CROCKFORD = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
)

_LOOKALIKES = str.maketrans("OIL", "011")  # what people read into the alphabet


def code_for(idempotency_key: uuid.UUID) -> str:
    """Return the secret code of a submission, in base32 without I L O U, grouped by five."""
    digest = salted_hmac("yici.receipt.code", str(idempotency_key), algorithm="sha256").digest()
    code = base64.b32encode(digest).decode()[:CODE_LENGTH].translate(_TO_CROCKFORD)
    return "-".join(code[start : start + GROUP] for start in range(0, CODE_LENGTH, GROUP))


def digest_of(code: str) -> str:
    """Return what is stored: an HMAC of the code, however it was typed."""
    tidy = "".join(char for char in code.upper() if char.isalnum()).translate(_LOOKALIKES)
    return hmac.new(
        salted_hmac("yici.receipt.digest", "key", algorithm="sha256").digest(),
        tidy.encode(),
        hashlib.sha256,
    ).hexdigest()


def is_code(code: str, digest: str) -> bool:
    """Compare in constant time."""
    return constant_time_compare(digest_of(code), digest)


def number_for(year: int, consultation_id: int, serial: int) -> str:
    """Return the public number, for example YJ-2026-0007-000123."""
    return f"YJ-{year}-{consultation_id:04d}-{serial:06d}"
