"""A public site: `base` as it is, and no start with a key that anybody could guess."""

from django.core.exceptions import ImproperlyConfigured

from yici.settings.base import *
from yici.settings.base import ALLOWED_HOSTS, SECRET_KEY

MIN_KEY_LENGTH = 50
MIN_KEY_CHARACTERS = 10

if len(SECRET_KEY) < MIN_KEY_LENGTH or len(set(SECRET_KEY)) < MIN_KEY_CHARACTERS:
    raise ImproperlyConfigured(
        "SECRET_KEY 缺失或过弱：请设置至少 50 个随机字符，"
        "例如 python -c 'import secrets; print(secrets.token_urlsafe(50))'"
    )
if SECRET_KEY.startswith("django-insecure-"):
    raise ImproperlyConfigured("SECRET_KEY 是示例值，请换成自己生成的随机字符。")
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        "ALLOWED_HOSTS 没有设置：请写上网站的域名，例如 www.example.gov.cn。"
    )
