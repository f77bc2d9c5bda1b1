"""Where the real files lie, and tables written for tests."""

from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


def real_data(*parts: str) -> Path:
    """Return a file or folder of real data; the test is skipped where it is absent."""
    path = DATA.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"real data absent: {path} is not beside the project")
    return path
