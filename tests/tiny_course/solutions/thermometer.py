"""Reading a thermometer: the reference."""

from stations import READINGS


def to_fahrenheit(celsius: float) -> float:
    """A temperature in °F."""
    return celsius * 9 / 5 + 32


def warmest(readings: dict[str, float] = READINGS) -> str:
    """The station with the highest reading."""
    return max(readings, key=lambda station: readings[station])
