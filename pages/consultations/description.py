from typing import TYPE_CHECKING

from pages.base.description import Description

if TYPE_CHECKING:
    from pages.consultations.models import ConsultationPage


def describe_consultation(consultation: "ConsultationPage") -> Description:
    """Return what others may know: the draft and its explanation, never a citizen's comment.

    The state is not among the facts, because it changes with the clock; the two instants are.
    """
    clauses = [f"{clause}\n{clause.text}" for clause in consultation.clauses.all()]
    return Description(
        kind=consultation.kind,
        title=consultation.title,
        summary=consultation.summary,
        body="\n".join([consultation.explanation, *clauses, consultation.result_summary]),
        department_id=consultation.publisher_id,
        topic_ids=tuple(topic.pk for topic in consultation.topics.all()),
        published_at=consultation.first_published_at,
        facts={
            "opens_at": consultation.opens_at.isoformat(),
            "closes_at": consultation.closes_at.isoformat(),
            "ended_early_at": consultation.ended_early_at.isoformat()
            if consultation.ended_early_at
            else "",
            "closing_words": consultation.closing_words,
        },
    )
