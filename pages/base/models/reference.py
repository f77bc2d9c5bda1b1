"""Records that every kind refers to: who publishes (机构) and what it is about (主题)."""

from django.core.validators import RegexValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from pages.base.fields import CodeField


class Department(index.Indexed, models.Model):
    """A public body that publishes or handles something."""

    name = models.CharField(
        "名称", max_length=200, unique=True, help_text="规范全称，例如：云溪县市场监督管理局。"
    )
    code = models.SlugField(
        "代号",
        max_length=50,
        unique=True,
        help_text="网址和命令里用的短代号，用拼音或英文，例如：scjgj。确定后不要再改。",
    )
    short_names = models.TextField(
        "简称", blank=True, help_text="每行一个，检索和导入时与全称等同，例如：县市场监管局。"
    )
    unified_social_credit_code = models.CharField(
        "统一社会信用代码",
        max_length=18,
        blank=True,
        validators=[RegexValidator(r"^[0-9A-Z]{18}$", "统一社会信用代码是 18 位数字和大写字母。")],
    )
    level = CodeField("行使层级", codelist="exercise_level", default="county")
    region_code = models.CharField("行政区划代码", max_length=12, blank=True)
    region_name = models.CharField("行政区划", max_length=100, blank=True)
    parent = models.ForeignKey(
        "self",
        verbose_name="上级机构",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    address = models.CharField("地址", max_length=300, blank=True)
    phone = models.CharField("联系电话", max_length=100, blank=True)
    website = models.URLField("网站", blank=True)
    sort_order = models.PositiveIntegerField("排序", default=100)
    is_active = models.BooleanField(
        "在用", default=True, help_text="撤并的机构取消勾选，不要删除。"
    )

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldRowPanel([FieldPanel("code"), FieldPanel("unified_social_credit_code")]),
                FieldPanel("short_names"),
            ],
            heading="名称与代码",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("level"), FieldPanel("parent")]),
                FieldRowPanel([FieldPanel("region_code"), FieldPanel("region_name")]),
                FieldRowPanel([FieldPanel("sort_order"), FieldPanel("is_active")]),
            ],
            heading="层级",
        ),
        MultiFieldPanel(
            [FieldPanel("address"), FieldPanel("phone"), FieldPanel("website")], heading="联系方式"
        ),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("is_active"),
    ]

    class Meta:
        verbose_name = "机构"
        verbose_name_plural = "机构"
        ordering = ["sort_order", "name"]

    def __str__(self) -> str:
        return self.name

    @property
    def all_names(self) -> list[str]:
        """The full name and the short names, without empty lines."""
        return [
            self.name,
            *(line.strip() for line in self.short_names.splitlines() if line.strip()),
        ]


class Topic(index.Indexed, models.Model):
    """A heading under which people look: the national theme lists and a city's own."""

    class Audience(models.TextChoices):
        PERSON = "person", "面向自然人"
        LEGAL = "legal", "面向法人"
        SUBJECT = "subject", "公文主题分类"

    name = models.CharField("名称", max_length=100)
    slug = models.SlugField("代号", max_length=60, unique=True)
    audience = models.CharField("分类体系", max_length=10, choices=Audience)
    code = models.CharField("编码", max_length=10, blank=True)
    parent = models.ForeignKey(
        "self",
        verbose_name="上级主题",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    sort_order = models.PositiveIntegerField("排序", default=100)

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("slug"), FieldPanel("code")]),
        FieldRowPanel([FieldPanel("audience"), FieldPanel("parent")]),
        FieldPanel("sort_order"),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = "主题"
        verbose_name_plural = "主题"
        ordering = ["audience", "sort_order", "code"]

    def __str__(self) -> str:
        return f"{self.name}（{self.get_audience_display()}）"
