"""No editor meets English: our catalogue covers every text of the Wagtail apps we use."""

import ast
import json
import re
import struct
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path
from typing import NamedTuple

import pytest
from django.apps import apps
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, ngettext, override, pgettext

pytestmark = pytest.mark.contract

OURS = Path(settings.LOCALE_PATHS[0]) / "zh_Hans" / "LC_MESSAGES"
DOMAINS = ("django", "djangojs")
SAME_IN_CHINESE = {"ID"}
HAN = re.compile(r"[\u4e00-\u9fff]")
KEPT_AS_IS = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}|</?[a-z][^>]*>")
FIELD = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[0\])? )?(".*")')
# What the house says instead is in docs/developing/translations.md.
NOT_OUR_WORDS = re.compile(
    "帐号|帐户|工作流|片段|别名|缩略名|修订版本|取消发布|文档|评论|集合|重定向"
)


class Message(NamedTuple):
    context: str
    text: str
    plural: str
    translation: str

    @property
    def kept(self) -> set[str]:
        return set(KEPT_AS_IS.findall(self.plural or self.text))

    @property
    def allowed(self) -> set[str]:
        return self.kept | set(KEPT_AS_IS.findall(self.text))

    def in_chinese(self, number: int) -> str:
        if self.plural:
            return ngettext(self.text, self.plural, number)
        return pgettext(self.context, self.text) if self.context else gettext(self.text)


def messages(path: Path) -> Iterator[Message]:
    """The messages of a .po file, without its header."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        fields = dict.fromkeys(("msgctxt", "msgid", "msgid_plural", "msgstr"), "")
        name = ""
        for line in block.splitlines():
            if found := FIELD.fullmatch(line):
                name = found[1] or name
                fields[name] += ast.literal_eval(found[2])
        if fields["msgid"]:
            yield Message(*fields.values())


def wagtail_messages(domain: str) -> list[Message]:
    used = [Path(app.path) for app in apps.get_app_configs() if app.name.startswith("wagtail")]
    files = {folder / "locale" / "en" / "LC_MESSAGES" / f"{domain}.po" for folder in used}
    return [message for file in sorted(files) if file.exists() for message in messages(file)]


def is_chinese(message: Message, shown: str) -> bool:
    words = KEPT_AS_IS.sub("", shown)
    no_words = shown != "" and not re.search("[A-Za-z]", words)
    return bool(HAN.search(words)) or no_words or message.text in SAME_IN_CHINESE


def test_every_text_of_the_admin_is_shown_in_chinese() -> None:
    known = wagtail_messages("django")
    assert len(known) > 1500
    with override("zh-hans"):
        english = {m.text for m in known for n in (1, 2) if not is_chinese(m, m.in_chinese(n))}
    assert not english


@pytest.mark.django_db
def test_every_text_of_the_admin_s_scripts_is_served_in_chinese(client: Client) -> None:
    script = client.get(reverse("wagtailadmin_javascript_catalog")).content.decode()
    found = re.search(r"const newcatalog = (\{.*?\n +\});", script, re.DOTALL)
    assert found
    served = json.loads(found[1])
    known = wagtail_messages("djangojs")
    assert len(known) > 80
    assert not {m.text for m in known if not is_chinese(m, "".join(served.get(m.text, "")))}
    assert served["%(num)s error"] == ["%(num)s 处错误"]


@pytest.mark.parametrize("domain", DOMAINS)
def test_placeholders_and_tags_survive_translation(domain: str) -> None:
    lost = []
    for message in messages(OURS / f"{domain}.po"):
        found = set(KEPT_AS_IS.findall(message.translation))
        if not message.kept <= found <= message.allowed:
            lost.append((message.text, message.translation))
    assert not lost


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_compiled_catalogue_is_the_written_one(domain: str) -> None:
    written = list(messages(OURS / f"{domain}.po"))
    compiled = (OURS / f"{domain}.mo").read_bytes()
    assert struct.unpack_from("<I", compiled, 8)[0] == len(written) + 1  # and the header
    with (OURS / f"{domain}.mo").open("rb") as file:
        catalogue = GNUTranslations(file)
    for m in written:
        if m.context:
            found = catalogue.npgettext(m.context, m.text, m.plural, 2)
        else:
            found = (
                catalogue.ngettext(m.text, m.plural, 2) if m.plural else catalogue.gettext(m.text)
            )
        assert found == m.translation


@pytest.mark.parametrize("domain", DOMAINS)
def test_one_thing_has_one_name(domain: str) -> None:
    spoken = {message.text: message.translation for message in messages(OURS / f"{domain}.po")}
    strayed = {t for t, shown in spoken.items() if NOT_OUR_WORDS.search(shown)}
    assert not strayed
