from typing import ClassVar

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from wagtail.models import Page, Revision


def private_storage() -> Storage:
    """Where uploaded tables lie: they may hold what is not public, so no web server sees them."""
    return storages["private"]


class Mode(models.TextChoices):
    DRAFT = "draft", "存为草稿"
    PUBLISH = "publish", "直接发布"


class RowStatus(models.TextChoices):
    """In the order in which a clerk wants to see them."""

    INVALID = "invalid", "有错误"
    CONFLICT = "conflict", "有冲突"
    NEW = "new", "新增"
    CHANGED = "changed", "有变化"
    UNCHANGED = "unchanged", "没变化"
    IGNORED = "ignored", "已忽略"


class ImportBatch(models.Model):
    """One import: the file as it came, who, when, what was found, what was done.

    Kept for good: it says where a page's content came from, and undo will need it.
    """

    class Status(models.TextChoices):
        PREVIEWED = "previewed", "待确认"
        APPLIED = "applied", "已导入"
        REFUSED = "refused", "未导入"  # all-or-nothing, and something was wrong
        FAILED = "failed", "中途失败"

    kind = models.CharField("种类", max_length=40)
    file = models.FileField("文件", storage=private_storage, upload_to="imports/%Y/%m/")
    file_name = models.CharField("文件名", max_length=255)
    sha256 = models.CharField("校验值（SHA-256）", max_length=64, db_index=True)
    mode = models.CharField("方式", max_length=10, choices=Mode, default=Mode.DRAFT)
    status = models.CharField("状态", max_length=10, choices=Status, default=Status.PREVIEWED)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="导入人",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    department = models.ForeignKey(
        "base.Department",
        verbose_name="限定机构",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField("上传时间", auto_now_add=True)
    applied_at = models.DateTimeField("导入时间", null=True, blank=True)
    totals = models.JSONField("统计", default=dict)
    report = models.JSONField("报告", default=dict)  # file, columns and problems, without the rows

    class Meta:
        verbose_name = "导入"
        verbose_name_plural = "导入"
        ordering: ClassVar = ["-created_at", "-pk"]
        default_permissions = ("add", "view")  # an import is never edited or deleted

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_open(self) -> bool:
        """Whether it still waits for somebody to confirm it, or to take it up again."""
        return self.status in {self.Status.PREVIEWED, self.Status.FAILED}


class ImportRow(models.Model):
    """One record of an import: what the file said, what was made of it, what was there before."""

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField("次序")
    sheet = models.CharField("工作表", max_length=255)
    row = models.PositiveIntegerField("行号")
    status = models.CharField("状态", max_length=10, choices=RowStatus)
    key = models.CharField("标识", max_length=500)
    title = models.CharField("名称", max_length=500)
    record = models.JSONField("记录")  # values, problems and cells, as they were read
    changes = models.JSONField("变化", default=list)
    page = models.ForeignKey(
        Page, verbose_name="页面", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created = models.BooleanField("由本次导入新建", default=False)
    revision_before = models.ForeignKey(
        Revision, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    revision_after = models.ForeignKey(
        Revision, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    # A page's own list of what it refers to does not count the ledger.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "导入的一行"
        verbose_name_plural = "导入的各行"
        ordering: ClassVar = ["position"]
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["batch", "position"], name="one_import_row_a_position")
        ]
        indexes: ClassVar = [models.Index(fields=["batch", "status"], name="importrow_status")]

    def __str__(self) -> str:
        return f"{self.row} {self.title}"
