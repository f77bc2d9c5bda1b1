from django.apps import AppConfig


class DatabaseConfig(AppConfig):
    """What the database file needs beside the models' own migrations."""

    name = "yici.database"
    label = "database"
    verbose_name = "数据库"
