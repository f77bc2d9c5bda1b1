import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from importers.reading import Source, UnreadableFileError
from importers.registry import import_kinds
from importers.reports import EXIT_CLEAN, EXIT_UNREADABLE
from importers.tabulating import sheet_report, unreadable_sheet_report


class Command(BaseCommand):
    help = "只读一张表并打印读到的内容，不连接数据库：read_sheet 表.xls --json"
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help=".xlsx .xls .xlsb .ods 或 .csv 文件")
        parser.add_argument("--json", action="store_true", help="打印机器可读的报告")

    def handle(self, *args: Any, **options: Any) -> None:
        source = None
        try:
            source = Source.from_path(options["file"])
            report = sheet_report(source, [kind.dictionary for kind in import_kinds().values()])
            status = EXIT_CLEAN
        except UnreadableFileError as error:
            report = unreadable_sheet_report(source, str(error))
            status = EXIT_UNREADABLE
        self._print(report, options["json"])
        sys.exit(status)

    def _print(self, report: dict[str, Any], as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(report, ensure_ascii=False, indent=1))
            return
        for table in report["tables"]:
            self.stdout.write(f"{table['sheet']}：{len(table['rows'])} 行，表头 {table['header']}")
        for problem in report["problems"]:
            self.stdout.write(problem["message"])
