import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from importers.actions import Prepared, carry_out, keep, prepare
from importers.models import Mode
from importers.planning.plan import Options
from importers.reading import Source, UnreadableFileError
from importers.registry import import_kind, import_kinds
from importers.reports import (
    EXIT_CLEAN,
    EXIT_PARTLY,
    EXIT_UNREADABLE,
    import_report,
    unreadable_report,
)
from importers.summaries import summary
from pages.base.models import Department


class Command(BaseCommand):
    help = "把一张表导入为草稿：import_sheet guides 事项.xlsx"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", choices=sorted(import_kinds()), help="导入的种类")
        parser.add_argument("file", help=".xlsx .xls .xlsb .ods 或 .csv 文件")
        parser.add_argument("--dry-run", action="store_true", help="只预览，什么都不写")
        parser.add_argument("--publish", action="store_true", help="导入后直接发布，默认只存草稿")
        parser.add_argument("--department", metavar="CODE", help="只导入这个机构（代号）的事项")
        parser.add_argument(
            "--all-or-nothing", action="store_true", help="有一行出错或冲突就一行也不导入"
        )
        parser.add_argument("--json", action="store_true", help="在标准输出打印机器可读的报告")

    def handle(self, *args: Any, **options: Any) -> None:
        mode = Mode.PUBLISH if options["publish"] else Mode.DRAFT
        printed_mode = "dry-run" if options["dry_run"] else mode.value
        source = None
        try:
            source = Source.from_path(options["file"])
            prepared = prepare(source, import_kind(options["kind"]), _options(options, mode))
            import_id = None if options["dry_run"] else self._apply(prepared)
        except UnreadableFileError as error:
            report = unreadable_report(options["kind"], source, printed_mode, str(error))
            self._print(report, options["json"])
            sys.exit(EXIT_UNREADABLE)
        report = import_report(
            prepared.kind, prepared.extraction, prepared.plan, printed_mode, import_id
        )
        self._print(report, options["json"])
        sys.exit(EXIT_CLEAN if prepared.plan.is_clean else EXIT_PARTLY)

    def _apply(self, prepared: Prepared) -> int | None:
        """Write; returns the number of the import, or None when there was nothing to write."""
        if not prepared.plan.writes:
            return None
        batch = keep(prepared)
        carry_out(batch, prepared, self._tell)
        return batch.pk

    def _tell(self, done: int, todo: int) -> None:
        self.stderr.write(f"已写入 {done} / {todo}")

    def _print(self, report: dict[str, Any], as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(report, ensure_ascii=False, indent=1))
        else:
            self.stdout.write(summary(report))


def _options(options: dict[str, Any], mode: Mode) -> Options:
    departments: tuple[Department, ...] = ()
    if options["department"]:
        try:
            departments = (Department.objects.get(code=options["department"]),)
        except Department.DoesNotExist as error:
            raise CommandError(f"没有代号为“{options['department']}”的机构。") from error
    return Options(mode=mode, departments=departments, all_or_nothing=options["all_or_nothing"])
