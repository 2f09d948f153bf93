"""What a decision says about a product, one form for each kind of change."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.decisions.enums import GRANTING, ProposalKind
from catalog.lib.vietnamese import tidy
from catalog.register.enums import AuthorityLevel, RevocationGround
from catalog.register.rules import LOWEST_STAR, MAX_STAR

# The register names some fields otherwise than this form does.
FIELD_OF = {"issued_on": "decided_on", "revocation_ground": "ground", "kind": None}


class Day(forms.DateField):
    """A day, from the browser's calendar or typed as people here write it."""

    def __init__(self, **kwargs) -> None:
        super().__init__(
            widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
            input_formats=["%Y-%m-%d", "%d/%m/%Y"],
            **kwargs,
        )


class Line(forms.CharField):
    """One line of text in the stored normal form."""

    def to_python(self, value: object) -> str:
        """Tidy before anybody asks whether something was typed."""
        return tidy(super().to_python(value))


class ProposalForm(forms.Form):
    """The decision's head, and what belongs to this kind of change."""

    star = forms.TypedChoiceField(
        label=_("Hạng sao"),
        coerce=int,
        choices=[("", "–"), *((n, f"{n} ★") for n in range(LOWEST_STAR, MAX_STAR + 1))],
    )
    extended_until = Day(
        label=_("Gia hạn đến hết ngày"),
        help_text=_("Tối đa 180 ngày sau ngày hết hiệu lực (Điều 12 khoản 3)."),
    )
    ground = forms.ChoiceField(
        label=_("Căn cứ thu hồi (Điều 8)"), choices=[("", "–"), *RevocationGround.choices]
    )
    revoked_on = Day(
        label=_("Thu hồi từ ngày"),
        required=False,
        help_text=_("Để trống thì từ ngày quyết định."),
    )
    decision_no = Line(label=_("Số quyết định"), max_length=60, help_text=_("Ví dụ: 3981/QĐ-UBND"))
    decided_on = Day(label=_("Ngày quyết định"))
    authority = Line(
        label=_("Cơ quan ban hành"), max_length=200, help_text=_("Ví dụ: UBND tỉnh Lâm Đồng")
    )
    authority_level = forms.ChoiceField(
        label=_("Cấp"), choices=AuthorityLevel.choices, initial=AuthorityLevel.PROVINCE
    )
    expires_on = Day(
        label=_("Hiệu lực đến hết ngày"),
        required=False,
        help_text=_("Để trống thì 36 tháng từ ngày quyết định."),
    )
    reason = forms.CharField(label=_("Lý do"), max_length=1000, widget=forms.Textarea({"rows": 3}))

    def __init__(self, *args, kind: str, **kwargs) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        wanted = {
            "star": kind in GRANTING,
            "expires_on": kind in GRANTING,
            "extended_until": kind == ProposalKind.EXTEND,
            "ground": kind == ProposalKind.REVOKE,
            "revoked_on": kind == ProposalKind.REVOKE,
        }
        for name, is_wanted in wanted.items():
            if not is_wanted:
                del self.fields[name]

    def add_refusal(self, field: str, message: str) -> None:
        """Say what the register refuses beside the field it is about."""
        name = FIELD_OF.get(field, field)
        self.add_error(name if name in self.fields else None, message)

    def says(self) -> dict[str, str | int | date | None]:
        """What ``propose`` takes."""
        return self.cleaned_data


class ReasonForm(forms.Form):
    """Why a proposal is not agreed to."""

    reason = forms.CharField(
        label=_("Lý do không đồng ý"), max_length=1000, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, *args, **kwargs) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
