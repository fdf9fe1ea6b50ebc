"""What goes wrong with a thermometer."""

from stations import READINGS

from grader.bank import mistake, probe


@mistake(of="to_fahrenheit")
def fahrenheit_adds_first(celsius):
    """You add 32 before you multiply. Multiply by 9/5 first, then add 32."""
    return (celsius + 32) * 9 / 5


@mistake(of="to_fahrenheit")
def fahrenheit_counts_from_boiling(celsius):
    """Right at 100 °C only: a step of 1 °C is a step of 1.8 °F. Multiply by 9/5, then add 32."""
    return celsius + 112


@probe(of="to_fahrenheit")
def temperatures():
    """Temperatures that tell them apart."""
    yield (10.0,)
    yield (-40.0,)


@mistake(of="warmest")
def warmest_gives_the_number(readings=READINGS):
    """You return the temperature. The question is where: return the name of the station."""
    return max(readings.values())


@mistake(of="warmest")
def warmest_without_default(readings):
    """`warmest()` must work too: give `readings` its default, `readings=READINGS`."""
    return max(readings, key=lambda station: readings[station])


@mistake(of="warmest")
def warmest_of_ours_only(readings=READINGS):
    """You always look at READINGS. Look at the stations that come in: `readings`."""
    return max(READINGS, key=lambda station: READINGS[station])


@probe(of="warmest")
def other_readings():
    """Stations whose order by name is not their order by temperature, and our own."""
    yield ({"A": 1.0, "B": 3.0, "C": 2.0},)
    yield ({"Z": -1.0, "Y": -3.0},)
    yield ()
