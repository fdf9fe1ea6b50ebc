"""The learner's process: it loads one submission and answers calls. Nothing here is trusted by the judge."""
