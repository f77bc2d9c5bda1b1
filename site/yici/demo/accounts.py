"""Accounts to look around with: one for the system, two of 局里的编辑. Passwords are random."""

import secrets

from django.contrib.auth.models import Group

from pages.base.models import Department
from yici.accounts.models import User
from yici.demo.tally import Tally

ADMIN = "demo-admin"
EDITORS = {"demo-renshe": "renshe", "demo-shichang": "shichang"}
LABEL = "账号"


def load_accounts(departments: dict[str, Department], tally: Tally) -> dict[str, str]:
    """Write the accounts that are missing; return user name → password, known only now."""
    passwords: dict[str, str] = {}
    for name in [ADMIN, *EDITORS]:
        if User.objects.filter(username=name).exists():
            tally.found(LABEL)
            continue
        passwords[name] = secrets.token_urlsafe(15)
        if name == ADMIN:
            User.objects.create_superuser(name, password=passwords[name])
        else:
            _write_editor(name, passwords[name], departments[EDITORS[name]])
        tally.wrote(LABEL)
    return passwords


def _write_editor(name: str, password: str, department: Department) -> None:
    user = User.objects.create_user(name, password=password, first_name="编辑")
    user.departments.add(department)
    user.groups.add(*Group.objects.filter(name="编辑"))
