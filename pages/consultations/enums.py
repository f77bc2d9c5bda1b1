from django.db import models


class State(models.TextChoices):
    """What the public sees; derived from the clock and the result, never stored."""

    NOT_STARTED = "not_started", "未开始"
    OPEN = "open", "征集中"
    CLOSED = "closed", "已截止（意见整理中）"
    ANSWERED = "answered", "已反馈"
    DECIDED = "decided", "已决定"
    ENDED = "ended", "已终止"


class Procedure(models.TextChoices):
    MAJOR_DECISION = "major_decision", "重大行政决策"
    NORMATIVE = "normative", "行政规范性文件"
    PLAN = "plan", "规划、计划"
    OTHER = "other", "其他"


class Moderation(models.TextChoices):
    PENDING = "pending", "待审核"
    CLEARED = "cleared", "审核通过"
    PARTLY_HIDDEN = "partly_hidden", "部分隐去"
    HELD = "held", "暂缓"
    SPAM = "spam", "垃圾信息"


class Outcome(models.TextChoices):
    ADOPTED = "adopted", "采纳"
    PARTLY = "partly", "部分采纳"
    REJECTED = "rejected", "未采纳"
    EXPLAINED = "explained", "解释说明"
    FORWARDED = "forwarded", "转办"
    OUT_OF_SCOPE = "out_of_scope", "超出范围"


# 采纳 needs no reason; everything else owes the citizen one.
OUTCOMES_WITHOUT_REASON = {Outcome.ADOPTED}


class Identity(models.TextChoices):
    PERSON = "person", "个人"
    ENTERPRISE = "enterprise", "企业"
    ORGANISATION = "organisation", "社会组织"
    OTHER = "other", "其他"


class EventKind(models.TextChoices):
    RECEIVED = "received", "收到"
    WITHDRAWN = "withdrawn", "撤回"
    MODERATED = "moderated", "审核"
    ANSWERED = "answered", "答复"
