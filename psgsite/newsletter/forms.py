from django import forms
from django.core.mail.message import sanitize_address


class SubscribingForm(forms.Form):
    email = forms.EmailField(
        max_length=254,
        label="E-mail address",
        error_messages={
            "required": "Write your e-mail address here.",
            "invalid": "This isn’t an e-mail address: it should be like name@example.org.",
            "max_length": "This is too long for an e-mail address.",
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    # People don't see it, so only programs fill it in.
    website = forms.CharField(required=False)

    def clean_email(self):
        email = self.cleaned_data["email"]
        try:
            sanitize_address(email, "utf-8")
        except ValueError:  # a domain that can't be written in the letters of mail
            raise forms.ValidationError(
                self.fields["email"].error_messages["invalid"]
            ) from None
        return email

    @property
    def is_from_a_program(self):
        return bool(self.data.get("website"))
