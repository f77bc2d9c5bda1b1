"""What an application server loads: `gunicorn -c site/gunicorn.conf.py yici.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yici.settings.production")
application = get_wsgi_application()
