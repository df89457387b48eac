"""What the loyalty section calls things, and the icons that stand for them."""

from __future__ import annotations

from app.services.rules.scheme import Scheme

ICONS = {
    "simple": "coins",
    "coffee": "coffee",
    "warehouse": "shopping-cart",
    "beauty": "sparkles",
    "prime": "truck",
    "bank-card": "credit-card",
    "retail": "store",
    "restaurant": "utensils",
    "salon": "scissors",
    "gym": "dumbbell",
    "school": "graduation-cap",
}


def icon_of(scheme: Scheme) -> str:
    """The icon of a scheme; a shop's own has the general one."""
    return ICONS.get(scheme.name, "gift")


def title_of(scheme: Scheme, language: str) -> str:
    """What a scheme is called."""
    return scheme.title.said(language) or scheme.name
