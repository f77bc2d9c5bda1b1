"""The citizen's side: write a comment, keep the receipt, look it up. No account, no script."""

import uuid
from typing import Any

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from pages.base.visibility import visibility_of
from pages.consultations.actions import (
    Submission,
    TooLateError,
    find_by_receipt,
    receive_comment,
    withdraw_comment,
)
from pages.consultations.enums import State
from pages.consultations.forms import CommentForm, ReceiptForm
from pages.consultations.models import Comment, ConsultationPage
from pages.consultations.receipts import code_for

LATE = "征集已经结束，这条意见没有提交。您写的内容还在下面，可以复制后通过公告里的其他方式提出。"
EXPIRED = "页面停留时间太长，为了安全需要您再按一次“提交”。您写的内容都在。"
NOT_FOUND = "没有找到这条意见：请核对编号和查询码。"


@never_cache
@require_http_methods(["GET", "POST"])
def comment_form(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the form, or store what was sent and lead to the receipt."""
    consultation = _consultation(request, page_id)
    if request.method == "GET":
        form = _form(consultation, initial={"clause": request.GET.get("clause", "")})
        return _show_form(request, consultation, form)
    form = _form(consultation, data=request.POST)
    if not form.is_valid():
        return _show_form(request, consultation, form, status=422)
    try:
        comment = receive_comment(consultation, _submission(form))
    except TooLateError:
        form.add_error(None, LATE)
        return _show_form(request, consultation, form, status=409)
    return redirect("consultations:receipt", key=comment.idempotency_key)


def expired_comment_form(request: HttpRequest, page_id: int) -> HttpResponse:
    """Answer an expired security token with the same form: the text is never lost."""
    consultation = _consultation(request, page_id)
    form = _form(consultation, data=request.POST)
    form.is_valid()
    form.add_error(None, EXPIRED)
    return _show_form(request, consultation, form, status=403)


@never_cache
@require_http_methods(["GET"])
def receipt(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show number, code and QR once more to whoever holds the random key of the submission."""
    comment = get_object_or_404(
        Comment.objects.select_related("consultation", "clause"), idempotency_key=key
    )
    address = f"{reverse('consultations:lookup')}?number={comment.number}"
    qr = segno.make(request.build_absolute_uri(address), error="m", micro=False)
    context = {
        "comment": comment,
        "consultation": comment.consultation,
        "code": code_for(key),
        "lookup_url": address,
        "qr_data_uri": qr.svg_data_uri(scale=4, border=2),
    }
    return render(request, "consultations/receipt.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def lookup(request: HttpRequest) -> HttpResponse:
    """Show what became of a comment; the code travels in the body, never in the address."""
    context: dict[str, Any] = {}
    if request.method == "GET":
        form = ReceiptForm(initial={"number": request.GET.get("number", "")})
        return render(request, "consultations/receipt_lookup.html", {"form": form})
    form = ReceiptForm(request.POST)
    if form.is_valid():
        comment = find_by_receipt(form.cleaned_data["number"], form.cleaned_data["code"])
        if comment is None:
            form.add_error(None, NOT_FOUND)
        else:
            context = _answer(request, comment)
    status = 200 if context else 422
    return render(
        request, "consultations/receipt_lookup.html", context | {"form": form}, status=status
    )


def _answer(request: HttpRequest, comment: Comment) -> dict[str, Any]:
    """Withdraw if asked to, and return what the sender may read."""
    is_open = comment.consultation.state() == State.OPEN
    if request.POST.get("action") == "withdraw" and is_open and not comment.withdrawn_at:
        withdraw_comment(comment)
    return {
        "comment": comment,
        "consultation": comment.consultation,
        "can_withdraw": is_open and comment.withdrawn_at is None,
    }


def _consultation(request: HttpRequest, page_id: int) -> ConsultationPage:
    pages = visibility_of(request).of(ConsultationPage.objects.all())
    found: ConsultationPage = get_object_or_404(pages.select_related("publisher"), pk=page_id)
    return found


def _form(consultation: ConsultationPage, **kwargs: Any) -> CommentForm:
    clauses = [(str(clause.pk), str(clause)) for clause in consultation.clauses.all()]
    return CommentForm(clauses=clauses, **kwargs)


def _submission(form: CommentForm) -> Submission:
    cleaned = form.cleaned_data
    return Submission(
        text=cleaned["text"],
        idempotency_key=cleaned["idempotency_key"],
        clause_id=int(cleaned["clause"]) if cleaned["clause"] else None,
        identity=cleaned["identity"],
    )


def _show_form(
    request: HttpRequest, consultation: ConsultationPage, form: CommentForm, status: int = 200
) -> HttpResponse:
    state = consultation.state()
    context = {
        "form": form,
        "consultation": consultation,
        "state": state,
        "accepts_comments": state == State.OPEN,
    }
    return render(request, "consultations/comment_form.html", context, status=status)
