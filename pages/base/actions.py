"""Every change that this app makes by itself when a page is published or withdrawn."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from pages.base.models import BasePage, Department, IndexSeries, PageCode, SiteSettings


@transaction.atomic
def register_publication(page: BasePage) -> None:
    """Give a page that has just been published its 索引号 and make its codes known."""
    assign_index_no(page)
    record_codes(page)


def assign_index_no(page: BasePage) -> None:
    """Number a page once, at its first publication; a page that has a number keeps it.

    The serial runs per department and year (政府信息公开条例 art 12 wants an index, no law says
    which); a gap is allowed, a number used twice is not.
    """
    if not page.takes_index_no or page.index_no or page.publisher is None:
        return
    year = timezone.localtime(page.first_published_at).year
    page.index_no = index_no_template(page).format(
        ucc=page.publisher.unified_social_credit_code or page.publisher.code,
        dept=page.publisher.code,
        year=year,
        serial=_next_serial(page.publisher, year),
    )
    type(page).objects.filter(pk=page.pk).update(index_no=page.index_no)


def index_no_template(page: BasePage) -> str:
    """Return the format that the page's site has chosen."""
    site = page.get_site()
    settings = SiteSettings.for_site(site) if site else SiteSettings()
    template: str = settings.index_no_template
    return template


def _next_serial(department: Department, year: int) -> int:
    series, _created = IndexSeries.objects.get_or_create(department=department, year=year)
    IndexSeries.objects.filter(pk=series.pk).update(last_serial=F("last_serial") + 1)
    series.refresh_from_db(fields=["last_serial"])
    return series.last_serial


def record_codes(page: BasePage) -> None:
    """Make the register of codes say what this published page says of itself."""
    wanted = {(scheme, code) for scheme, code in page.stable_codes().items() if code}
    known = {(row.scheme, row.code): row.pk for row in PageCode.objects.filter(page_id=page.pk)}
    gone = [pk for key, pk in known.items() if key not in wanted]
    if gone:
        PageCode.objects.filter(pk__in=gone).delete()
    new = [
        PageCode(page_id=page.pk, scheme=scheme, code=code)
        for scheme, code in sorted(wanted - known.keys())
    ]
    PageCode.objects.bulk_create(new)


def forget_codes(page: BasePage) -> None:
    """A page that is no longer public is no longer found by its codes."""
    PageCode.objects.filter(page_id=page.pk).delete()
