from django.db import models


class ListType(models.TextChoices):
    """The kinds of 清单 that the reform's documents ask to be published."""

    ONE_VISIT = "one_visit", "“最多跑一次”事项清单"
    ZERO_VISIT = "zero_visit", "“一次不用跑”事项清单"
    ONCE_NOTICE = "once_notice", "“一次性告知”清单"
    FULL_ONLINE = "full_online", "全程网办事项清单"
    FOUR_DO = "four_do", "马上办、网上办、就近办、一次办目录"
    ONE_THING = "one_thing", "“一件事”清单"
    DEFERRABLE = "deferrable", "容缺受理事项清单"
    PROOF_KEEP = "proof_keep", "保留证明事项清单"
    PROOF_CANCEL = "proof_cancel", "取消证明事项清单"
    INTERMEDIARY = "intermediary", "行政审批中介服务清单"
    FEES = "fees", "行政事业性收费清单"
    MARKET_ACCESS = "market_access", "市场准入负面清单"
    ONLINE_ITEMS = "online_items", "网上政务服务事项清单"
    DELEGATED = "delegated", "下放（承接）事项清单"
    POWERS = "powers", "权责清单"
    TASKS = "tasks", "任务分解表"
