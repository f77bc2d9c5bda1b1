from django import forms
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
