from django import forms
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from yici.accounts.forms import YiciUserCreationForm, YiciUserEditForm


class UserViewSet(WagtailUserViewSet):
    template_prefix = "accounts/users/"

    def get_form_class(self, for_update: bool = False) -> type[forms.Form]:
        return YiciUserEditForm if for_update else YiciUserCreationForm
