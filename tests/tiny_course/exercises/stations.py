"""The stations that send their readings, in °C."""

READINGS = {"Jakutsk": -38.6, "Seoul": -2.4, "Aswan": 21.5}
