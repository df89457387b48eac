"""Round figures for the scale of a chart. Pure."""

TICKS = 4


def round_step(most: int, ticks: int = TICKS) -> int:
    """The grid's step: 1, 2 or 5 with noughts, so that `ticks` of them reach `most`."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if step * factor * ticks >= most:
                return step * factor
        step *= 10
