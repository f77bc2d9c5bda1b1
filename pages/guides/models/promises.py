"""Elements C, D and E: how long, under which conditions, how many visits and what online."""

from django.db import models

from pages.base.fields import CodeField, CodesField


class TimeLimits(models.Model):
    """C. Limits are a number and a unit; a number without its unit says nothing."""

    legal_limit_value = models.PositiveIntegerField("法定办结时限", null=True, blank=True)
    legal_limit_unit = CodeField("法定办结时限单位", codelist="limit_unit", blank=True)
    legal_limit_note = models.TextField("法定办结时限说明", blank=True)
    promised_limit_value = models.PositiveIntegerField("承诺办结时限", null=True, blank=True)
    promised_limit_unit = CodeField("承诺办结时限单位", codelist="limit_unit", blank=True)
    promised_limit_note = models.TextField("承诺办结时限说明", blank=True)
    special_procedures = models.TextField(
        "特别程序",
        blank=True,
        help_text="听证、招标、检验、专家评审等，不计入时限的要写明。没有写“无”。",
    )

    class Meta:
        abstract = True


class Conditions(models.Model):
    """D. Conditions and process."""

    acceptance_conditions = models.TextField("受理条件", blank=True)
    process = models.TextField(
        "办理流程", blank=True, help_text="流程说明；分步骤的写在下面的“流程”里。"
    )
    case_type = CodeField("办件类型", codelist="case_type", blank=True)
    review_mode = CodeField("审批服务形式", codelist="review_mode", blank=True)
    handling_modes = CodesField("办理形式", codelist="handling_mode")
    quantity_limit = models.TextField("数量限制", blank=True)
    exercise_scope = models.TextField("行使内容", blank=True)
    applicability = models.TextField("适用范围", blank=True)
    prohibited_conditions = models.TextField("禁止性要求", blank=True)
    notes = models.TextField("注意事项", blank=True)

    class Meta:
        abstract = True


class Visits(models.Model):
    """E. The promise that the product is named after. Whether it is 最多跑一次 is never typed."""

    visits_on_site = models.PositiveSmallIntegerField("到办事现场次数", null=True, blank=True)
    visit_reason = models.TextField("必须现场办理原因说明", blank=True, max_length=1000)
    is_online = models.BooleanField("是否网办", null=True, blank=True)
    online_depth = CodesField("网上办理深度", codelist="online_depth")
    online_level = CodeField("网办等级", codelist="online_level", blank=True)
    online_url = models.URLField("网上办理地址", max_length=500, blank=True)
    sso_pc = models.BooleanField("电脑端单点登录", null=True, blank=True)
    sso_app = models.BooleanField("移动端单点登录", null=True, blank=True)
    pc_url = models.URLField("计算机端办理地址", max_length=500, blank=True)
    mobile_url = models.URLField("移动端办理地址", max_length=500, blank=True)
    handling_area = CodeField("通办范围", codelist="handling_area", blank=True)
    supports_booking = models.BooleanField("支持预约办理", null=True, blank=True)
    supports_online_payment = models.BooleanField("支持网上支付", null=True, blank=True)
    supports_courier = models.BooleanField("支持物流快递", null=True, blank=True)
    supports_terminal = models.BooleanField("支持自助终端办理", null=True, blank=True)
    in_hall = models.BooleanField("进驻政务大厅", null=True, blank=True)
    is_commitment = models.BooleanField("适用告知承诺", null=True, blank=True)
    commitment_note = models.TextField("告知承诺说明", blank=True)

    class Meta:
        abstract = True

    @property
    def is_max_one_visit(self) -> bool:
        """At most one visit from application to result (浙江省保障“最多跑一次”改革规定)."""
        return self.visits_on_site is not None and self.visits_on_site <= 1
