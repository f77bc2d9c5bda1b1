"""Site settings: what is still as it was delivered is filled in, what somebody wrote stays."""

import json

from wagtail.models import Site

from pages.base.models import SiteSettings
from pages.guides.models import GuidePage
from yici.demo.files import Record
from yici.demo.tally import Tally

LABEL = "网站信息"


def load_settings(site: Site, content: Record, tally: Tally) -> None:
    """Fill in the settings of a site that does not have its own name yet."""
    settings = SiteSettings.for_site(site)
    delivered = SiteSettings()
    if settings.site_name != delivered.site_name:
        tally.found(LABEL)
        return
    for name, value in content["settings"].items():
        if getattr(settings, name) == getattr(delivered, name):
            setattr(settings, name, value)
    if not settings.hot_services:
        settings.hot_services = json.dumps(_services(content["hot_services"]), ensure_ascii=False)
    settings.save()
    tally.wrote(LABEL)


def _services(records: list[Record]) -> list[Record]:
    slugs = [record["guide"] for record in records]
    guides = dict(GuidePage.objects.live().filter(slug__in=slugs).values_list("slug", "pk"))
    return [
        {"type": "service", "value": {"label": record["label"], "page": guides[record["guide"]]}}
        for record in records
        if record["guide"] in guides
    ]
