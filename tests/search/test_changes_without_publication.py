"""What changes on a public page without a publication is found too."""

import pytest
from django.test import Client

from pages.base.blocks import BodyBlock
from pages.base.signals import pages_changed
from pages.home.models import HomePage, SectionPage
from pages.lists.models import ListRow
from tests.factories import make_notice

pytestmark = pytest.mark.django_db


def titles(client: Client, words: str) -> str:
    return client.get("/search/", {"q": words}).content.decode()


def test_a_row_of_a_notice_is_found_as_soon_as_it_is_written_and_no_longer_when_it_is_gone(
    client: Client,
) -> None:
    notice = make_notice("云溪县清单第一批")
    row = ListRow.objects.create(notice=notice, position=9, name="渔业捕捞许可核发")
    assert notice.title in titles(client, "渔业捕捞许可核发")
    row.delete()
    assert notice.title not in titles(client, "渔业捕捞许可核发")


def test_a_row_of_a_draft_stays_unknown(client: Client) -> None:
    notice = make_notice("尚未公布的清单", publish=False)
    ListRow.objects.create(notice=notice, position=9, name="渔业捕捞许可核发")
    assert notice.title not in titles(client, "渔业捕捞许可核发")


def test_the_text_of_a_plain_page_is_found(client: Client) -> None:
    body = BodyBlock().to_python([{"type": "text", "value": "<p>本站由县政务公开办运行维护。</p>"}])
    page = SectionPage(title="关于本站", body=body)
    HomePage.objects.get().add_child(instance=page)
    page.save_revision().publish()
    assert "关于本站" in titles(client, "政务公开办运行维护")


def test_a_notice_that_is_deleted_with_its_rows_is_not_read_again_for_each(client: Client) -> None:
    notice = make_notice("要删的清单", rows=[{"name": f"事项{number}"} for number in range(30)])
    address = notice.url
    announced: list[object] = []

    def count(sender: type, page_ids: list[int], **kwargs: object) -> None:
        announced.extend(page_ids)

    pages_changed.connect(count)
    try:
        notice.delete()
    finally:
        pages_changed.disconnect(count)
    assert announced == []
    assert address not in titles(client, "要删的清单")
