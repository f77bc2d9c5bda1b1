from django.urls import path

from pages.home.views import site_map

app_name = "home"
urlpatterns = [path("", site_map, name="site_map")]
