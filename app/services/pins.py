"""Argon2id for PINs. The library is loaded with the first PIN, never at the start."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PinCost:
    """What one try costs: `memory_kib` for `rounds` passes on one processor."""

    memory_kib: int = 64 * 1024
    rounds: int = 3


def hashed(pin: str, cost: PinCost) -> str:
    """The PIN's hash with its own salt and cost, as argon2 writes it."""
    from argon2 import PasswordHasher

    return PasswordHasher(cost.rounds, cost.memory_kib, 1).hash(pin)


def holds(pin_hash: str, pin: str) -> bool:
    """Whether the hash is this PIN's; takes as long where it is not. A torn hash is nobody's."""
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(pin_hash, pin)
    except (InvalidHashError, VerificationError):
        return False
