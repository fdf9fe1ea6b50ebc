"""Reports as one JSON document: what `--json` prints."""

from __future__ import annotations

import json
from collections.abc import Sequence

from grader.results import Report


def as_json(reports: Sequence[Report]) -> str:
    """One object for one report, an array for several. ASCII only, so that no terminal or log can be surprised by it."""
    documents = [report.to_dict() for report in reports]
    return json.dumps(documents[0] if len(documents) == 1 else documents, indent=2, allow_nan=False)
