from django.core.validators import RegexValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from pages.base.blocks import HotServicesBlock
from pages.base.fields import StreamField
from themes.models import ThemeChoice


@register_setting(icon="site", order=1)
class SiteSettings(ThemeChoice, BaseSiteSetting):
    """What the frame of every page prints; the footer's items are those that inspections count."""

    site_name = models.CharField("网站名称", max_length=100, default="县人民政府")
    site_name_short = models.CharField("网站简称", max_length=40, blank=True)
    slogan = models.CharField(
        "一句话说明", max_length=120, default="办事一次说清，政策一看就懂。", blank=True
    )
    hot_services = StreamField(
        HotServicesBlock(), verbose_name="热门服务", blank=True, max_num=6, use_json_field=True
    )
    sponsor = models.CharField("主办单位", max_length=100, blank=True)
    operator = models.CharField("承办单位", max_length=100, blank=True)
    site_id_code = models.CharField(
        "网站标识码",
        max_length=10,
        blank=True,
        validators=[
            RegexValidator(r"^(bm\d{8}|\d{10})$", "网站标识码是 10 位数字，或 bm 加 8 位数字。")
        ],
    )
    icp_no = models.CharField("ICP 备案号", max_length=40, blank=True)
    police_no = models.CharField("公安备案号", max_length=60, blank=True)
    conac_id = models.CharField(
        "党政机关网站标识编号",
        max_length=32,
        blank=True,
        help_text="标识链接里 id= 后面的 32 位字符。",
    )
    contact = models.CharField("联系方式", max_length=200, blank=True)
    hotline = models.CharField("政务服务热线", max_length=20, default="12345")
    index_no_template = models.CharField(
        "索引号格式",
        max_length=80,
        default="{ucc}/{year}-{serial:05d}",
        help_text="可用：{ucc} 统一社会信用代码，{dept} 机构代号，{year} 年份，{serial:05d} 流水号。",
    )

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("site_name"), FieldPanel("site_name_short")]),
                FieldPanel("slogan"),
                FieldPanel("theme"),
                FieldPanel("hot_services"),
            ],
            heading="网站",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("sponsor"), FieldPanel("operator")]),
                FieldRowPanel([FieldPanel("site_id_code"), FieldPanel("icp_no")]),
                FieldRowPanel([FieldPanel("police_no"), FieldPanel("conac_id")]),
                FieldRowPanel([FieldPanel("contact"), FieldPanel("hotline")]),
            ],
            heading="页脚（检查指标要求的各项）",
        ),
        FieldPanel("index_no_template"),
    ]

    class Meta:
        verbose_name = "网站信息"
        verbose_name_plural = "网站信息"

    def __str__(self) -> str:
        return self.site_name
