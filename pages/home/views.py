from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page, Site

from pages.base.visibility import visibility_of


def site_map(request: HttpRequest) -> HttpResponse:
    """网站地图: the columns and the pages of running text; publications are reached through search."""
    site = Site.find_for_request(request)
    root = site.root_page if site else Page.get_first_root_node()
    pages = visibility_of(request).of(Page.objects.child_of(root)).order_by("path")
    return render(request, "home/site_map.html", {"pages": pages})
