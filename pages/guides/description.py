from typing import TYPE_CHECKING

from pages.base.description import Description

if TYPE_CHECKING:
    from pages.guides.models.guide import GuidePage


def describe_guide(guide: "GuidePage") -> Description:
    """Return what others may know of a guide; its rows count as text that can be found."""
    materials = [material.name for material in guide.materials.all()]
    questions = [f"{faq.question}\n{faq.answer}" for faq in guide.faqs.all()]
    texts = [
        guide.applicability,
        guide.acceptance_conditions,
        "\n".join(materials),
        guide.process,
        guide.notes,
        "\n".join(questions),
        guide.legal_basis,
        guide.result_name,
        guide.places,
    ]
    codes = [guide.common_name, guide.task_code, guide.local_task_code, guide.catalog_code]
    return Description(
        kind=guide.kind,
        title=guide.title,
        keywords=" ".join(filter(None, codes)),
        summary=guide.summary,
        body="\n".join(filter(None, texts)),
        department_id=guide.publisher_id,
        topic_ids=tuple(topic.pk for topic in guide.topics.all()),
        published_at=guide.first_published_at,
        facts={
            "common_name": guide.common_name,
            "visits_on_site": guide.visits_on_site,
            "promised_limit": str(guide.promised_limit) if guide.promised_limit.is_known else "",
            "is_online": guide.is_online,
            "online_url": guide.online_url,
            "is_charged": guide.is_charged,
            "materials": len(materials),
        },
    )
