from typing import TYPE_CHECKING

from pages.base.body import body_text
from pages.base.description import Description
from pages.base.doc_numbers import folded

if TYPE_CHECKING:
    from pages.policies.models import InterpretationPage, PolicyPage


def describe_policy(policy: "PolicyPage") -> Description:
    """Return what others may know of a policy; its number is found in any bracket form."""
    number = policy.doc_number
    return Description(
        kind=policy.kind,
        title=policy.title,
        keywords=" ".join(filter(None, [number, folded(number) if number else ""])),
        summary=policy.summary,
        body=body_text(policy.body),
        department_id=policy.publisher_id,
        topic_ids=tuple(topic.pk for topic in policy.topics.all()),
        published_at=policy.first_published_at,
        facts={
            "doc_number": number,
            "dated_on": policy.dated_on.isoformat() if policy.dated_on else "",
            "validity": policy.current_validity,
            "validity_label": policy.validity_label,
        },
    )


def describe_interpretation(interpretation: "InterpretationPage") -> Description:
    return Description(
        kind=interpretation.kind,
        title=interpretation.title,
        summary=interpretation.summary,
        body=body_text(interpretation.body),
        department_id=interpretation.publisher_id,
        topic_ids=tuple(topic.pk for topic in interpretation.topics.all()),
        published_at=interpretation.first_published_at,
        facts={"form": interpretation.get_form_display()},
    )
