from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm

from importers.access import options_for
from importers.actions import Prepared, prepare
from importers.models import ImportBatch
from importers.reading import Source, UnreadableFileError
from importers.registry import import_kind, import_kinds

ACCEPT = ".xlsx,.xls,.xlsb,.ods,.et,.csv"


def _kinds() -> list[tuple[str, str]]:
    return [(kind.slug, kind.label) for kind in import_kinds().values()]


class UploadForm(WagtailAdminModelForm):
    """Reads and compares the file while it is checked; a file that cannot be read is an error."""

    kind = forms.ChoiceField(label="导入什么", choices=_kinds)
    file = forms.FileField(
        label="表格文件",
        help_text="支持 .xlsx、.xls、.et、.ods、.csv，最大 30 MB。表头、标题行、合并单元格不用改，照原样上传。",
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        error_messages={
            "required": "请选择一个表格文件。",
            "empty": "文件是空的（0 字节），请重新导出。",
        },
    )
    prepared: Prepared

    class Meta:
        model = ImportBatch
        fields = ("kind", "file")

    def __init__(self, *args: Any, for_user: Any, **kwargs: Any) -> None:
        self._user = for_user
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        upload = cleaned.get("file")
        if upload and "kind" in cleaned:
            source = Source(upload.name, upload.read())
            try:
                kind = import_kind(cleaned["kind"])
                self.prepared = prepare(source, kind, options_for(self._user))
            except UnreadableFileError as error:
                self.add_error("file", str(error))
        return cleaned
