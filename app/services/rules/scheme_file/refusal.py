"""Why a scheme's document cannot be taken: a value with facts."""


class SchemeRefused(ValueError):
    """One field of a scheme cannot be taken.

    `field` is its path, such as `promotions[wednesday].benefit.percent`; `reason` a key of the
    messages; `text` what stood there; `allowed` what may stand there, in no language.
    """

    def __init__(self, field: str, reason: str, text: str = "", allowed: str = "") -> None:
        super().__init__(field, reason, text, allowed)
        self.field = field
        self.reason = reason
        self.text = text
        self.allowed = allowed
