"""Draft decisions for public comment (意见征集), the comments and what became of them."""

from pages.consultations.models.comment import Comment, CommentEvent, CommentSeries
from pages.consultations.models.consultation import ConsultationPage
from pages.consultations.models.index import ConsultationIndexPage
from pages.consultations.models.rows import Clause, ConsultationResult

__all__ = [
    "Clause",
    "Comment",
    "CommentEvent",
    "CommentSeries",
    "ConsultationIndexPage",
    "ConsultationPage",
    "ConsultationResult",
]
