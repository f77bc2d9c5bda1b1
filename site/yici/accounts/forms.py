from typing import Any

from django import forms
from wagtail.admin.forms.auth import LoginForm
from wagtail.users.forms import UserCreationForm, UserEditForm

from pages.base.models import Department


class DepartmentsMixin(forms.Form):
    departments = forms.ModelMultipleChoiceField(
        Department.objects.all(),
        label="所属机构",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="导入时只能改自己机构的事项；不选表示不限机构。",
    )


class YiciUserCreationForm(DepartmentsMixin, UserCreationForm):
    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | {"departments"}


class YiciUserEditForm(DepartmentsMixin, UserEditForm):
    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | {"departments"}


class YiciLoginForm(LoginForm):
    """Wagtail's form leaves the label of the password to be guessed from the field's name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "用户名"
        self.fields["password"].label = "密码"
