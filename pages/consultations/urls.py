from django.urls import path

from pages.consultations.views import comment_form, lookup, receipt

app_name = "consultations"
urlpatterns = [
    path("<int:page_id>/", comment_form, name="comment"),
    path("receipt/<uuid:key>/", receipt, name="receipt"),
    path("lookup/", lookup, name="lookup"),
]
