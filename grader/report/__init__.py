"""`Report` → text for people and programs: functions from data to text; nothing here grades."""
