from django.contrib.auth.models import AbstractUser
from django.db import models

from pages.base.models import Department


class User(AbstractUser):
    """Somebody who signs in; the departments say whose material she may import and write."""

    departments = models.ManyToManyField(
        Department,
        verbose_name="所属机构",
        related_name="members",
        blank=True,
        help_text="导入时只能改自己机构的事项；不选表示不限机构。",
    )

    class Meta:
        verbose_name = "用户"
        verbose_name_plural = "用户"
