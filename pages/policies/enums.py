from django.db import models


class DocClass(models.TextChoices):
    REGULATION = "regulation", "规章"
    NORMATIVE = "normative", "行政规范性文件"
    OTHER = "other", "其他文件"


class InterpretationForm(models.TextChoices):
    TEXT = "text", "文字解读"
    PICTURE = "picture", "图解"
    VIDEO = "video", "音视频解读"
    EXPERT = "expert", "专家解读"
    NEWS = "news", "新闻发布会"
