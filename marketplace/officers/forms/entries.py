"""Producers and products by form. No star is here: a star is proposed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.lib import clock
from catalog.lib.vietnamese import sort_key, tidy
from catalog.places.models import Commune
from catalog.register.models import Producer, Product
from marketplace.accounts.scope import Scope

LONG = {"story", "story_en"}


class EntryForm(forms.ModelForm):
    """One line stays one line, and what is typed comes into its stored form."""

    def __init__(self, *args, **kwargs) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.label = str(field.label)[:1].upper() + str(field.label)[1:]

    def clean(self) -> dict:
        """Tidy every line of text."""
        data = super().clean()
        for name, value in data.items():
            if isinstance(value, str) and name not in LONG:
                data[name] = tidy(value)
        return data


class ProducerForm(EntryForm):
    """A producer of the officer's places; the province follows the commune."""

    class Meta:
        model = Producer
        fields = [
            "name",
            "short_name",
            "name_en",
            "kind",
            "tax_no",
            "registration_no",
            "representative",
            "phone",
            "email",
            "commune",
            "street",
            "story",
            "is_active",
        ]
        widgets = {"story": forms.Textarea({"rows": 5})}

    def __init__(self, *args, scope: Scope, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        commune = self.fields["commune"]
        commune.required = True
        communes = Commune.objects.current_on(clock.today()).filter(scope.communes_filter())
        commune.queryset = communes
        ordered = sorted(communes, key=lambda unit: sort_key(unit.name))
        commune.choices = [("", _("Chọn xã, phường")), *((c.pk, c.full_name) for c in ordered)]

    def clean(self) -> dict:
        """The province is where the commune lies."""
        data = super().clean()
        if commune := data.get("commune"):
            self.instance.province_id = commune.province_id
        return data


class ProductForm(EntryForm):
    """A product of a known producer."""

    class Meta:
        model = Product
        fields = [
            "name",
            "name_en",
            "product_set",
            "code",
            "gtin",
            "summary",
            "ingredients",
            "shelf_life",
            "storage",
            "warnings",
            "story",
            "is_active",
        ]
        widgets = {"story": forms.Textarea({"rows": 5})}
