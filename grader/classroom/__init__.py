"""Many submissions: where they lie, who grades them, where their marks are kept."""
