from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.models import Page

from pages.base.blocks import BodyBlock
from pages.base.description import Description
from pages.base.fields import StreamField
from pages.base.lookups import attachments_of
from pages.base.models import BasePage
from pages.policies.description import describe_interpretation
from pages.policies.enums import InterpretationForm
from pages.policies.forms import InterpretationPageForm
from pages.policies.models.policy import PolicyPage
from pages.policies.querysets import policies_read


class InterpretationPage(BasePage):
    """What a policy means, in the words of a person who asks."""

    kind: ClassVar[str] = "interpretation"
    column_type: ClassVar[str] = "政策解读"
    parent_page_types = ["policies.InterpretationIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "policies/interpretation_page.html"

    form = models.CharField(
        "解读形式", max_length=10, choices=InterpretationForm, default=InterpretationForm.TEXT
    )
    body = StreamField(BodyBlock(), verbose_name="正文", blank=True, use_json_field=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("form"),
        InlinePanel(
            "relations",
            panels=[PageChooserPanel("target", page_type="policies.PolicyPage")],
            label="解读的文件",
            min_num=1,
        ),
        FieldPanel("body"),
        InlinePanel("attachments", label="附件"),
        *BasePage.publication_panels,
    ]

    base_form_class = InterpretationPageForm

    class Meta:
        verbose_name = "政策解读"
        verbose_name_plural = "政策解读"

    def describe(self) -> Description:
        return describe_interpretation(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["policies"] = list(policies_read(self, PolicyPage.objects.all()))
        context["attachments"] = attachments_of(self)
        return context
