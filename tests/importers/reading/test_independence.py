import subprocess
import sys

import pytest

pytestmark = pytest.mark.unit


def test_the_reader_knows_no_django() -> None:
    """It will run in a process of its own, with limits; that must not start a site."""
    code = (
        "import sys, importers.reading; sys.exit(any(m.startswith('django') for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
