#!/usr/bin/env python
"""Django's command line; the settings are those of development unless the environment names others."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yici.settings.dev")
    execute_from_command_line(sys.argv)
