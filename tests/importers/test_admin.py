"""Upload, preview, one button: what a clerk sees, what she may do, what stays safe."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page, PageLogEntry

from importers.models import ImportBatch
from pages.base.models import Department
from pages.guides.models import GuideIndexPage, GuidePage
from tests.factories import make_department, make_editor, make_guide
from tests.importers.tables_for_tests import Rows, xlsx

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

HEADER = ["事项名称", "实施主体", "承诺办结时限", "咨询电话"]
UPLOAD = "imports:add"


@pytest.fixture
def department() -> Department:
    return make_department("云溪县民政局")


def _clerk(*rights: str, departments: list[Department] | None = None) -> Any:
    """A user who may import and has some rights on the column of guides."""
    group = Group.objects.create(name=f"clerks {rights}")
    group.permissions.add(
        Permission.objects.get(codename="access_admin"),
        Permission.objects.get(codename="add_importbatch"),
    )
    for right in rights:
        GroupPagePermission.objects.create(
            group=group,
            page=GuideIndexPage.objects.get(),
            permission=Permission.objects.get(codename=f"{right}_page"),
        )
    user = make_editor(departments=departments)
    user.groups.set([group])
    return user


def _sign_in(client: Client, user: Any) -> None:
    client.force_login(user)


def _upload(client: Client, rows: Rows, **changes: Any) -> HttpResponse:
    content = changes.pop("content", None) or xlsx(rows).content
    file = SimpleUploadedFile("事项.xlsx", content)
    response: Any = client.post(reverse(UPLOAD), {"kind": "guides", "file": file}, follow=True)
    page: HttpResponse = response
    return page


def _text(response: Any) -> str:
    return " ".join(str(response.content.decode()).split())


def test_upload_preview_confirm(client: Client, department: Department) -> None:
    _sign_in(client, _clerk("add", "change", "publish"))
    guide = make_guide("婚姻登记", consultation="0775-1234567", implementing_body=department)
    rows = [
        HEADER,
        ["居民身份证补领", "云溪县民政局", "3个工作日", "12345"],
        ["婚姻登记", "云溪县民政局", None, "0775-1234568"],
        ["收养登记", "云溪县民政局", "大概几天", None],
    ]
    page = _upload(client, rows)
    text = _text(page)
    assert "导入 2 项为草稿" in text
    assert "将新增 1 项，修改 1 项。" in text
    assert "有问题的 1 项不会导入" in text
    assert "<del>7</del><ins>8</ins>" in text
    assert "C4" in text
    assert "“大概几天”读不出一个时限" in text
    assert not GuidePage.objects.filter(title="居民身份证补领").exists()

    batch = ImportBatch.objects.get()
    done = client.post(reverse("imports:edit", args=[batch.pk]), {"mode": "draft"}, follow=True)
    assert "新增 1 项，修改 1 项" in _text(done)
    created = GuidePage.objects.get(title="居民身份证补领")
    assert not created.live
    assert created.owner == batch.user
    newest = GuidePage.objects.get(pk=guide.pk).get_latest_revision_as_object()
    assert newest.consultation == "0775-1234568"
    assert PageLogEntry.objects.filter(page=created.pk, user=batch.user).count() == 2
    batch.refresh_from_db()
    assert batch.status == ImportBatch.Status.APPLIED


def test_a_second_click_imports_nothing_twice(client: Client, department: Department) -> None:
    _sign_in(client, _clerk("add"))
    _upload(client, [HEADER, ["居民身份证补领", "云溪县民政局", "即办", None]])
    url = reverse("imports:edit", args=[ImportBatch.objects.get().pk])
    client.post(url, {"mode": "draft"})
    client.post(url, {"mode": "draft"})
    assert GuidePage.objects.filter(title="居民身份证补领").count() == 1


def test_what_changed_between_preview_and_confirmation_is_seen(
    client: Client, department: Department
) -> None:
    _sign_in(client, _clerk("add", "change"))
    guide = make_guide("婚姻登记", implementing_body=department)
    _upload(client, [HEADER, ["婚姻登记", "云溪县民政局", None, "12345"]])
    guide.notes = "编辑正在改"
    guide.save_revision()
    batch = ImportBatch.objects.get()
    client.post(reverse("imports:edit", args=[batch.pk]), {"mode": "draft"})
    batch.refresh_from_db()
    assert batch.totals["conflict"] == 1
    assert GuidePage.objects.get(pk=guide.pk).get_latest_revision_as_object().notes == "编辑正在改"


def test_only_who_may_publish_publishes(client: Client, department: Department) -> None:
    rows = [HEADER, ["居民身份证补领", "云溪县民政局", "即办", None]]
    _sign_in(client, _clerk("add"))
    assert "直接发布" not in _text(_upload(client, rows))
    url = reverse("imports:edit", args=[ImportBatch.objects.get().pk])
    assert client.post(url, {"mode": "publish"}).status_code == 302
    assert not GuidePage.objects.filter(live=True).exists()

    _sign_in(client, _clerk("add", "publish"))
    assert "导入并发布 1 项" in _text(_upload(client, rows))
    url = reverse("imports:edit", args=[ImportBatch.objects.latest("pk").pk])
    client.post(url, {"mode": "publish"})
    assert GuidePage.objects.get(title="居民身份证补领").live


def test_who_may_not_import_is_refused(client: Client) -> None:
    reader = make_editor()
    reader.user_permissions.add(Permission.objects.get(codename="access_admin"))
    _sign_in(client, reader)
    home = _text(client.get(reverse("wagtailadmin_home")))
    assert reverse("imports:index") not in home
    assert client.get(reverse(UPLOAD)).status_code == 302
    without_column = _clerk()
    _sign_in(client, without_column)
    assert client.get(reverse(UPLOAD)).status_code == 302


def test_an_editor_of_a_new_site_may_upload(client: Client) -> None:
    _sign_in(client, make_editor("编辑"))
    assert client.get(reverse(UPLOAD)).status_code == 200


def test_a_clerk_imports_only_for_her_department(client: Client, department: Department) -> None:
    make_department("县公安局")
    _sign_in(client, _clerk("add", departments=[department]))
    rows = [HEADER, ["甲", "县公安局", None, None], ["乙", None, None, None]]
    text = _text(_upload(client, rows))
    assert "不是本次导入的部门（云溪县民政局）" in text
    assert "导入 1 项为草稿" in text
    assert ImportBatch.objects.get().department == department


def test_imports_of_others_are_not_shown(client: Client, department: Department) -> None:
    _sign_in(client, _clerk("add", departments=[department]))
    _upload(client, [HEADER, ["甲", "云溪县民政局", None, None]])
    batch = ImportBatch.objects.get()
    _sign_in(client, _clerk("add", "change", departments=[make_department("县公安局")]))
    assert client.get(reverse("imports:edit", args=[batch.pk])).status_code == 404
    assert "事项.xlsx" not in _text(client.get(reverse("imports:index")))
    _sign_in(client, make_editor(is_superuser=True))
    assert "事项.xlsx" in _text(client.get(reverse("imports:index")))


def test_changing_a_page_needs_the_right_to_change_it(
    client: Client, department: Department
) -> None:
    make_guide("婚姻登记", implementing_body=department)
    _sign_in(client, _clerk("add"))
    text = _text(_upload(client, [HEADER, ["婚姻登记", "云溪县民政局", None, "12345"]]))
    assert "您没有修改这一页的权限" in text


@pytest.mark.parametrize(
    ("content", "word"),
    [(b"%PDF-1.7", "PDF"), (b"PK\x03\x04x", "损坏"), (b"a,b\n1,2\n", "没有找到")],
)
def test_a_file_that_cannot_be_read_is_an_error_of_the_form(
    client: Client, content: bytes, word: str
) -> None:
    _sign_in(client, _clerk("add"))
    assert word in _text(_upload(client, [], content=content))
    assert not ImportBatch.objects.exists()


def test_what_a_file_says_is_never_active(client: Client, department: Department) -> None:
    _sign_in(client, _clerk("add"))
    rows = [
        HEADER,
        ["<img src=x onerror=alert(1)>补领<b>证</b>", "云溪县民政局", "<script>1</script>", None],
    ]
    text = _text(_upload(client, rows))
    assert "onerror" not in text
    assert "<script>1" not in text
    assert "补领证" in text


def test_filters_and_pages(client: Client, department: Department) -> None:
    _sign_in(client, _clerk("add"))
    rows = [
        HEADER,
        *[[f"事项{n}", "云溪县民政局", None, None] for n in range(60)],
        ["坏", None, "？？", None],
    ]
    _upload(client, rows)
    url = reverse("imports:edit", args=[ImportBatch.objects.get().pk])
    first = _text(client.get(url))
    assert "第 1 / 2 页" in first
    assert "事项59" not in first
    assert "事项59" in _text(client.get(url, {"p": 2}))
    wrong = _text(client.get(url, {"status": "invalid"}))
    assert "坏" in wrong
    assert "事项1" not in wrong


def test_the_uploaded_file_is_not_public(client: Client, department: Department) -> None:
    _sign_in(client, _clerk("add"))
    _upload(client, [HEADER, ["甲", "云溪县民政局", None, None]])
    batch = ImportBatch.objects.get()
    client.logout()
    assert client.get(f"/media/{batch.file.name}").status_code == 404
    assert Page.find_problems() == ([], [], [], [], [])
