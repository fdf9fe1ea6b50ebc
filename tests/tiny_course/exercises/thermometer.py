"""Exercise: reading a thermometer. You write to_fahrenheit and warmest."""

from stations import READINGS


def to_fahrenheit(celsius: float) -> float:
    """A temperature in °F: 9/5 of the one in °C, plus 32.

    >>> to_fahrenheit(100.0)
    212.0
    """
    # TODO: write the formula.
    raise NotImplementedError


def warmest(readings: dict[str, float] = READINGS) -> str:
    """The station with the highest reading.

    >>> warmest()
    'Aswan'
    """
    # TODO: find the name, not the number.
    raise NotImplementedError
