"""A comment through its public doors: form, receipt, look-up, withdrawal. None is lost."""

import datetime as dt
import re
import uuid
from typing import Any

import pytest
from django.db.models import ProtectedError
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from pages.consultations.enums import EventKind, Moderation, Outcome
from pages.consultations.models import Comment, CommentEvent, ConsultationPage
from pages.consultations.receipts import code_for, digest_of, is_code
from tests.factories import make_consultation, make_editor

pytestmark = pytest.mark.django_db


def address(page: ConsultationPage) -> str:
    return f"/opinions/{page.pk}/"


def send(client: Client, page: ConsultationPage, **fields: Any) -> Any:
    data = {"text": "停车头半小时应当免费。", "consent": "on", "idempotency_key": str(uuid.uuid4())}
    return client.post(address(page), data | fields)


def test_a_comment_gets_a_receipt_and_its_sender_reads_it_again(client: Client) -> None:
    page = make_consultation()
    clause = page.clauses.all()[0]
    response = send(client, page, clause=str(clause.pk), identity="person")
    receipt = client.get(response["Location"]).content.decode()
    comment = Comment.objects.get()
    assert re.fullmatch(rf"YJ-\d{{4}}-{page.pk:04d}-000001", comment.number)
    assert (comment.text, comment.clause, comment.moderation) == (
        "停车头半小时应当免费。",
        clause,
        "pending",
    )
    code = code_for(comment.idempotency_key)
    assert comment.number in receipt
    assert code in receipt
    answer = client.post(
        "/opinions/lookup/", {"number": comment.number.lower(), "code": code.lower()}
    )
    assert "停车头半小时应当免费。" in answer.content.decode()
    assert [event.kind for event in comment.events.all()] == [EventKind.RECEIVED]


def test_the_code_is_not_in_the_database(client: Client) -> None:
    send(client, make_consultation())
    comment = Comment.objects.get()
    stored = " ".join(str(value) for value in vars(comment).values())
    assert code_for(comment.idempotency_key) not in stored


def test_a_double_click_stores_one_comment_and_shows_one_receipt(client: Client) -> None:
    page, key = make_consultation(), str(uuid.uuid4())
    first, second = (send(client, page, idempotency_key=key) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Comment.objects.count() == 1


def test_numbers_run_on_for_each_consultation(client: Client) -> None:
    first, second = make_consultation(), make_consultation("另一个征集")
    for page in (first, first, second):
        send(client, page)
    serials = sorted(
        number.rpartition("-")[2] for number in Comment.objects.values_list("number", flat=True)
    )
    assert serials == ["000001", "000001", "000002"]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"text": ""}, "请写下您的意见"),
        ({"text": "   "}, "请写下您的意见"),
        ({"text": "长" * 5001}, "意见最多 5000 字"),
        ({"consent": ""}, "需要您同意"),
        ({"clause": "999999"}, "选择"),
        ({"clause": "x' OR 1=1"}, "选择"),
    ],
)
def test_what_is_wrong_is_said_and_the_text_stays(
    client: Client, fields: dict[str, str], message: str
) -> None:
    text = fields.get("text", "我写了很久的意见")
    response = send(client, make_consultation(), **({"text": text} | fields))
    html = response.content.decode()
    assert response.status_code == 422
    assert message in html
    assert text.strip() in html
    assert Comment.objects.count() == 0


@pytest.mark.parametrize("shift", [dt.timedelta(days=-40), dt.timedelta(days=40)])
def test_outside_the_period_nothing_is_stored_and_the_text_stays(
    client: Client, shift: dt.timedelta
) -> None:
    page = make_consultation()
    ConsultationPage.objects.filter(pk=page.pk).update(
        opens_at=page.opens_at + shift, closes_at=page.closes_at + shift
    )
    response = send(client, page, text="晚到的意见")
    assert response.status_code == 409
    assert "晚到的意见" in response.content.decode()
    assert Comment.objects.count() == 0


def test_an_expired_security_token_gives_the_form_back_with_the_text() -> None:
    strict = Client(enforce_csrf_checks=True)
    response = send(strict, make_consultation(), text="五千字" * 100)
    html = response.content.decode()
    assert response.status_code == 403
    assert "五千字" * 100 in html
    assert "再按一次" in html
    assert 'name="csrfmiddlewaretoken"' in html


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '"><svg onload=alert(1)>', "=HYPERLINK(1)", "甲\x00乙"]
)
def test_hostile_text_is_kept_as_text(client: Client, text: str) -> None:
    response = send(client, make_consultation(), text=text)
    comment = Comment.objects.get()
    assert comment.text == text.replace("\x00", "")
    code = code_for(comment.idempotency_key)
    html = client.post(
        "/opinions/lookup/", {"number": comment.number, "code": code}
    ).content.decode()
    assert "<svg onload" not in html
    assert "<script>alert" not in html
    assert response.status_code == 302


@pytest.mark.parametrize(
    "guess", [{"number": "YJ-2026-0001-000001"}, {"code": "00000-00000-00000-00000"}]
)
def test_a_wrong_number_and_a_wrong_code_get_the_same_answer(
    client: Client, guess: dict[str, str]
) -> None:
    send(client, make_consultation())
    comment = Comment.objects.get()
    right = {"number": comment.number, "code": code_for(comment.idempotency_key)}
    response = client.post("/opinions/lookup/", right | guess)
    assert response.status_code == 422
    assert "没有找到这条意见" in response.content.decode()
    assert comment.text not in response.content.decode()


def test_a_sender_withdraws_while_the_consultation_is_open_and_the_count_follows(
    client: Client,
) -> None:
    page = make_consultation()
    send(client, page)
    comment = Comment.objects.get()
    keys = {
        "number": comment.number,
        "code": code_for(comment.idempotency_key),
        "action": "withdraw",
    }
    client.post("/opinions/lookup/", keys)
    comment.refresh_from_db()
    assert comment.withdrawn_at is not None
    assert comment.text
    assert [event.kind for event in comment.events.all()] == [
        EventKind.RECEIVED,
        EventKind.WITHDRAWN,
    ]
    assert client.get(page.url).context["comment_count"] == 0
    ConsultationPage.objects.filter(pk=page.pk).update(closes_at=timezone.now())
    Comment.objects.update(withdrawn_at=None)
    client.post("/opinions/lookup/", keys)
    comment.refresh_from_db()
    assert comment.withdrawn_at is None


def test_staff_judge_a_comment_and_each_decision_leaves_its_trace(client: Client) -> None:
    send(client, make_consultation())
    comment, editor = Comment.objects.get(), make_editor(is_superuser=True)
    client.force_login(editor)
    url = f"/admin/comments/edit/{comment.pk}/"
    refused = client.post(
        url, {"moderation": "cleared", "outcome": "rejected", "reply": "", "text": "换掉"}
    )
    assert "请写明理由" in refused.content.decode()
    client.post(
        url,
        {"moderation": "cleared", "outcome": "partly", "reply": "已写进第二条。", "text": "换掉"},
    )
    comment.refresh_from_db()
    assert (comment.moderation, comment.outcome, comment.reply) == (
        Moderation.CLEARED,
        Outcome.PARTLY,
        "已写进第二条。",
    )
    assert comment.text == "停车头半小时应当免费。"
    events = CommentEvent.objects.filter(actor=editor).values_list("kind", "old", "new")
    assert list(events) == [("moderated", "pending", "cleared"), ("answered", "", "partly")]


def test_a_commented_clause_cannot_disappear(client: Client) -> None:
    page = make_consultation()
    clause = page.clauses.all()[0]
    send(client, page, clause=str(clause.pk))
    with pytest.raises(ProtectedError):
        clause.delete()
    with pytest.raises(ProtectedError):
        page.delete()


def test_what_was_open_is_neither_deleted_nor_hidden_in_the_admin(client: Client) -> None:
    page = make_consultation()
    client.force_login(make_editor(is_superuser=True))
    for action in ("delete", "unpublish"):
        response = client.post(f"/admin/pages/{page.pk}/{action}/", follow=True)
        assert "不能删除或撤下" in response.content.decode()
    page.refresh_from_db()
    assert page.live


@pytest.mark.parametrize(
    "path", ["/opinions/999999/", "/opinions/receipt/00000000-0000-4000-8000-000000000000/"]
)
def test_what_does_not_exist_is_a_404(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@given(st.uuids())
def test_a_code_is_long_unambiguous_and_recognised_however_it_is_typed(key: uuid.UUID) -> None:
    code = code_for(key)
    assert re.fullmatch(r"(?:[0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}", code)
    digest = digest_of(code)
    typed = f" {code.lower().replace('-', ' ').replace('0', 'o').replace('1', 'l')} "
    assert is_code(typed, digest)
    assert not is_code(code[:-1], digest)
