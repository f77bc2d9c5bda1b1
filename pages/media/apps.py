from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "pages.media"
    label = "media"
    verbose_name = "附件与图片"
