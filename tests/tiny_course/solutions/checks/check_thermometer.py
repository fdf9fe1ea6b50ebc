"""Hidden checks of the thermometer."""

from grader.checks import after, agrees, claim, points


@points(1)
def check_boiling(learner):
    """to_fahrenheit: water boils at 212 °F"""
    agrees(learner.to_fahrenheit(100.0), 212.0)


@points(2)
@after("check_boiling")
def check_other_temperatures(learner, reference, rng, settings):
    """to_fahrenheit: right for every temperature on earth"""
    for celsius in [-89.2, 0.0, settings["hottest_on_earth"], *rng.uniform(-89.2, settings["hottest_on_earth"], 3)]:
        agrees(learner.to_fahrenheit(float(celsius)), reference.to_fahrenheit(float(celsius)))


@points(1)
def check_warmest_of_ours(learner):
    """warmest: the warmest of our own stations"""
    agrees(learner.warmest(), "Aswan")


@points(1)
def check_warmest_of_others(learner, reference):
    """warmest: the warmest of any other stations"""
    readings = {"Vostok": -66.0, "Kiruna": -11.5, "Lima": -12.0}
    station = learner.warmest(readings)
    claim(station in readings, "The answer must be the name of a station.")
    agrees(station, reference.warmest(readings))
