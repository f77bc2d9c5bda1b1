from itertools import count
from typing import Any

from django.contrib.auth.models import Group

from pages.base.models import Department
from yici.accounts.models import User

_numbers = count(1)


def make_department(name: str = "云溪县民政局", **fields: Any) -> Department:
    """Return the department of that name, made if it is missing."""
    known = Department.objects.filter(name=name).first()
    if known:
        return known
    fields.setdefault("code", f"dept-{next(_numbers)}")
    department: Department = Department.objects.create(name=name, **fields)
    return department


def make_editor(*groups: str, departments: list[Department] | None = None, **fields: Any) -> User:
    """Return a user who may sign in to the admin with the rights of some groups."""
    number = next(_numbers)
    user = User.objects.create_user(f"editor{number}", password="clerk-pass-123", **fields)
    user.groups.set(Group.objects.filter(name__in=groups))
    user.departments.set(departments or [])
    return user
