"""Elements A and B of the implementation list: which item this is and who handles it."""

from django.core.validators import RegexValidator
from django.db import models

from pages.base.fields import CodeField, CodesField
from pages.base.models import Department


class Identity(models.Model):
    """A. Names and codes. The fields carry the names of the national exchange schema."""

    common_name = models.CharField(
        "日常用语",
        max_length=200,
        blank=True,
        help_text="老百姓怎么叫它，例如：补办身份证。检索时与名称同等对待。",
    )
    catalog_code = models.CharField(
        "基本编码",
        max_length=12,
        blank=True,
        validators=[RegexValidator(r"^[0-9A-Z]{12}$", "基本编码是 12 位数字或大写字母。")],
    )
    local_catalog_code = models.CharField("地方基本编码", max_length=50, blank=True)
    task_code = models.CharField(
        "实施编码",
        max_length=36,
        blank=True,
        db_index=True,
        help_text="31 位：统一社会信用代码 18 位 + 行使层级 1 位 + 基本编码 12 位。",
    )
    local_task_code = models.CharField(
        "地方实施编码", max_length=100, blank=True, db_index=True, help_text="原样保存，不校验。"
    )
    task_handle_item_code = models.CharField(
        "业务办理项编码", max_length=50, blank=True, help_text="不是业务办理项的留空。"
    )
    item_type = CodeField("事项类型", codelist="item_type", blank=True)
    legal_basis = models.TextField(
        "设定依据",
        blank=True,
        help_text="写法律法规名称和条款，例如：《中华人民共和国居民身份证法》第十条。",
    )
    item_state = CodeField("事项状态", codelist="item_state", default="active")
    item_version = models.PositiveIntegerField("事项版本", default=1)
    effective_from = models.DateField("计划生效日期", null=True, blank=True)
    effective_to = models.DateField("计划取消日期", null=True, blank=True)
    data_source = models.CharField("数据来源", max_length=20, blank=True, editable=False)

    class Meta:
        abstract = True


class Handler(models.Model):
    """B. The body that carries the item out, at which level, for whom."""

    implementing_body = models.ForeignKey(
        Department,
        verbose_name="实施主体",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    implementing_body_code = models.CharField("实施主体编码", max_length=50, blank=True)
    implementing_body_kind = CodeField("实施主体性质", codelist="body_kind", blank=True)
    entrusting_body = models.CharField(
        "委托部门", max_length=100, blank=True, help_text="实施主体是受委托组织时填写。"
    )
    exercise_level = CodeField("行使层级", codelist="exercise_level", blank=True)
    power_source = CodeField("权力来源", codelist="power_source", blank=True)
    joint_bodies = models.CharField("联办机构", max_length=200, blank=True)
    handling_office = models.CharField("责任科室", max_length=200, blank=True)
    service_targets = CodesField("服务对象", codelist="service_target")
    town = models.CharField("乡镇（街道）", max_length=100, blank=True)
    town_code = models.CharField("乡镇（街道）代码", max_length=18, blank=True)
    village = models.CharField("村（社区）", max_length=100, blank=True)
    village_code = models.CharField("村（社区）代码", max_length=18, blank=True)

    class Meta:
        abstract = True
