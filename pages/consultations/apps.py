from django.apps import AppConfig


class ConsultationsConfig(AppConfig):
    name = "pages.consultations"
    label = "consultations"
    verbose_name = "意见征集"
