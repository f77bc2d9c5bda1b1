"""Load the national theme lists and the subject classification of official documents."""

import json
from pathlib import Path

from django.db import migrations
from pypinyin import lazy_pinyin

DATA_FILE = Path(__file__).resolve().parent.parent / "data" / "codelists.json"
# Slugs are kept apart by a prefix: the two national lists share half of their names.
PREFIXES = {"person": "zrr", "legal": "fr", "subject": "gw"}


def slug_of(audience, name, code):
    return "-".join([PREFIXES[audience], code, "".join(lazy_pinyin(name, errors="ignore"))])[:60]


def load_topics(apps, schema_editor):
    topic_model = apps.get_model("base", "Topic")
    data = json.loads(DATA_FILE.read_text(encoding="utf-8"))
    for audience, key in (("person", "theme_person"), ("legal", "theme_legal")):
        for theme in data[key]:
            topic_model.objects.create(
                name=theme["name"],
                audience=audience,
                code=theme["code"],
                slug=slug_of(audience, theme["name"], theme["code"]),
                sort_order=int(theme["code"]),
            )
    for number, subject in enumerate(data["subject_two_level"], start=1):
        code = f"{number:02d}"
        parent = topic_model.objects.create(
            name=subject["name"],
            audience="subject",
            code=code,
            slug=slug_of("subject", subject["name"], code),
            sort_order=number * 100,
        )
        for child_number, child in enumerate(subject["children"], start=1):
            child_code = f"{code}{child_number:02d}"
            topic_model.objects.create(
                name=child,
                audience="subject",
                code=child_code,
                slug=slug_of("subject", child, child_code),
                parent=parent,
                sort_order=number * 100 + child_number,
            )


def unload_topics(apps, schema_editor):
    topic_model = apps.get_model("base", "Topic")
    loaded = topic_model.objects.filter(slug__regex=r"^(zrr|fr|gw)-\d+-")
    loaded.exclude(parent=None).delete()
    loaded.delete()


class Migration(migrations.Migration):
    dependencies = [("base", "0003_links_of_records")]

    operations = [migrations.RunPython(load_topics, unload_topics)]
