"""What this project announces beside Wagtail's own signals."""

from django.dispatch import Signal

# The public face of some pages has changed without a publication (a row of a list notice, a bulk
# import). Receivers get `page_ids`, an iterable of primary keys.
pages_changed = Signal()
