"""What producers and officers type of delivery: rates, picking up, points."""

from datetime import timedelta

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from catalog.lib import clock
from catalog.places.models import Commune, Province
from catalog.places.selectors import commune_choices
from marketplace.accounts.fields import PhoneField
from marketplace.shop.listings.forms import Line, WholeNumber
from marketplace.shop.listings.models import Seller

from . import rules
from .enums import RatesInUse, Zone
from .services.points import PointDetails
from .services.tables import Table, ZoneRate
from .services.terms import Offered

MOST_FEE, MOST_GOODS, MOST_DAYS = 10_000_000, 1_000_000_000, 60
TODAY, TOMORROW = "today", "tomorrow"
DATES = ["%Y-%m-%d", "%d/%m/%Y"]


class _Form(forms.Form):
    def __init__(self, *args, **kwargs) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, WholeNumber):
                field.widget = forms.TextInput({"inputmode": "numeric"})

    def _days_in_order(self, first: str, last: str) -> None:
        """Name both numbers where the second is less than the first."""
        low, high = self.cleaned_data.get(first), self.cleaned_data.get(last)
        if low is not None and high is not None and high < low:
            self.add_error(
                last,
                _("Số ngày nhiều nhất (%(high)s) không thể ít hơn số ngày ít nhất (%(low)s).")
                % {"high": high, "low": low},
            )


class _FromTodayOrTomorrow(_Form):
    begins = forms.ChoiceField(
        label=_("Áp dụng từ"),
        choices=[(TOMORROW, _("Ngày mai")), (TODAY, _("Ngay hôm nay"))],
        initial=TOMORROW,
        widget=forms.RadioSelect,
        help_text=_("Đơn đã đặt giữ nguyên phí và ngày như khi đặt."),
    )

    @property
    def effective_from(self):
        """The day that a valid form begins on."""
        ahead = 1 if self.cleaned_data["begins"] == TOMORROW else 0
        return clock.today() + timedelta(days=ahead)


class _FromADay(_Form):
    begins = forms.DateField(
        label=_("Áp dụng từ ngày"),
        input_formats=DATES,
        widget=forms.DateInput({"type": "date"}, format=DATES[0]),
        help_text=_("Từ hôm nay trở đi. Đơn đã đặt giữ nguyên phí và ngày như khi đặt."),
    )

    def clean_begins(self):
        """Never in the past."""
        day = self.cleaned_data["begins"]
        if day < clock.today():
            raise forms.ValidationError(
                _("Ngày này đã qua. Chọn hôm nay hoặc một ngày sau hôm nay.")
            )
        return day

    @property
    def effective_from(self):
        """The day that a valid form begins on."""
        return self.cleaned_data["begins"]


class _RateTable(_Form):
    """Each zone's first half kilogram, each further one, days; what holds for all of them."""

    free_from = WholeNumber(
        label=_("Miễn phí giao khi tiền hàng từ (đồng)"),
        required=False,
        min_value=1_000,
        max_value=MOST_GOODS,
        help_text=_("Để trống nếu không miễn phí."),
    )
    divisor = forms.TypedChoiceField(
        label=_("Hệ số quy đổi thể tích"),
        coerce=int,
        choices=[(divisor, f"{divisor:,}".replace(",", ".")) for divisor in rules.DIVISORS],
        help_text=_(
            "Dài × rộng × cao (cm) chia cho số này ra số kg. Hỏi hãng vận chuyển của bạn;"
            " thường là 6.000 hoặc 5.000."
        ),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        below = {name: self.fields.pop(name) for name in list(self.fields)}
        for zone in Zone:
            for name, label, most in (
                ("first", _("{zone}: 500 g đầu (đồng)"), MOST_FEE),
                ("step", _("{zone}: mỗi 500 g thêm (đồng)"), MOST_FEE),
                ("days_min", _("{zone}: ít nhất mấy ngày"), MOST_DAYS),
                ("days_max", _("{zone}: nhiều nhất mấy ngày"), MOST_DAYS),
            ):
                self.fields[f"{zone}_{name}"] = WholeNumber(
                    label=format_lazy(label, zone=zone.label),
                    min_value=0,
                    max_value=most,
                    widget=forms.TextInput({"inputmode": "numeric"}),
                )
        self.fields |= below

    def clean(self) -> dict:
        """Days stand in order."""
        data = super().clean()
        for zone in Zone:
            self._days_in_order(f"{zone}_days_min", f"{zone}_days_max")
        return data

    @property
    def zones(self) -> list[tuple[Zone, list[forms.BoundField]]]:
        """The zones' own fields, from near to far."""
        names = ("first", "step", "days_min", "days_max")
        return [(zone, [self[f"{zone}_{name}"] for name in names]) for zone in Zone]

    @property
    def others(self) -> list[forms.BoundField]:
        """What holds for all zones."""
        return [self[name] for name in ("free_from", "divisor", "begins")]

    @property
    def table(self) -> Table:
        """What a valid form says."""
        data = self.cleaned_data
        return Table(
            zones=tuple(
                ZoneRate(
                    zone=zone,
                    first_fee=data[f"{zone}_first"],
                    step_fee=data[f"{zone}_step"],
                    days_min=data[f"{zone}_days_min"],
                    days_max=data[f"{zone}_days_max"],
                )
                for zone in Zone
            ),
            divisor=data["divisor"],
            free_from=data["free_from"],
        )

    @staticmethod
    def initial_of(shown) -> dict:
        """The fields' values for a table in force, to start from."""
        if shown is None:
            return {"divisor": rules.DIVISORS[-1]}
        values = {"divisor": shown.divisor, "free_from": _whole(shown.free_from)}
        for row in shown.rows:
            values |= {
                f"{row.zone}_first": _whole(row.first_fee),
                f"{row.zone}_step": _whole(row.step_fee),
                f"{row.zone}_days_min": row.days_min,
                f"{row.zone}_days_max": row.days_max,
            }
        return values


class SellersTableForm(_RateTable, _FromTodayOrTomorrow):
    """A seller's own table, from today or tomorrow."""


class HouseTableForm(_RateTable, _FromADay):
    """A province's table or the site's, from a day on."""


class TermsForm(_FromTodayOrTomorrow):
    """Whose table, and whether buyers may come."""

    field_order = ["rates", "pickup_is_on", "pickup_address", "pickup_hours", "pickup_days"]
    rates = forms.ChoiceField(
        label=_("Phí giao tận nơi"), choices=RatesInUse.choices, widget=forms.RadioSelect
    )
    pickup_is_on = forms.BooleanField(label=_("Người mua đến lấy hàng được"), required=False)
    pickup_address = Line(
        label=_("Nơi lấy hàng"),
        max_length=300,
        required=False,
        help_text=_("Đủ để tìm đến: số nhà, thôn, xã, mốc dễ thấy."),
    )
    pickup_hours = Line(
        label=_("Giờ mở cửa"), max_length=120, required=False, help_text=_("Ví dụ: 7–17 giờ")
    )
    pickup_days = WholeNumber(
        label=_("Lấy được sau mấy ngày"), min_value=0, max_value=MOST_DAYS, initial=1
    )

    def clean(self) -> dict:
        """Who lets buyers come says where and when."""
        data = super().clean()
        if data.get("pickup_is_on"):
            for name, told in (
                ("pickup_address", _("Ghi nơi lấy hàng, hoặc bỏ dấu ở “Người mua đến lấy”.")),
                ("pickup_hours", _("Ghi giờ mở cửa, hoặc bỏ dấu ở “Người mua đến lấy”.")),
            ):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, told)
        return data

    @property
    def offered(self) -> Offered:
        """What a valid form says."""
        return Offered(**{name: self.cleaned_data[name] for name in Offered.__slots__})


class PointForm(_Form):
    """A consolidation point of one province."""

    name = Line(label=_("Tên điểm"), max_length=120, help_text=_("Ví dụ: Điểm gom chợ Phìn Hồ"))
    commune = forms.ModelChoiceField(
        label=_("Xã, phường, đặc khu"), queryset=Commune.objects.none(), empty_label=_("Chọn")
    )
    street = Line(label=_("Số nhà, đường, thôn"), max_length=200)
    hours = Line(label=_("Giờ mở cửa"), max_length=120, help_text=_("Ví dụ: 7–17 giờ"))
    phone = PhoneField(label=_("Điện thoại"), required=False)
    fee = WholeNumber(
        label=_("Phí cho cả đơn (đồng)"),
        min_value=0,
        max_value=MOST_FEE,
        help_text=_("Một phí cho mọi kiện của một đơn, người mua trả ở điểm. Ghi 0 nếu miễn phí."),
    )
    days_min = WholeNumber(label=_("Lấy được sau ít nhất mấy ngày"), min_value=0, max_value=60)
    days_max = WholeNumber(label=_("Lấy được sau nhiều nhất mấy ngày"), min_value=0, max_value=60)
    valid_from = forms.DateField(
        label=_("Nhận hàng từ ngày"),
        input_formats=DATES,
        widget=forms.DateInput({"type": "date"}, format=DATES[0]),
    )
    valid_to = forms.DateField(
        label=_("Nhận hàng đến hết ngày"),
        required=False,
        input_formats=DATES,
        widget=forms.DateInput({"type": "date"}, format=DATES[0]),
        help_text=_("Để trống nếu chưa biết."),
    )
    takes_all = forms.BooleanField(
        label=_("Nhận hàng của mọi người bán trong tỉnh"), required=False, initial=True
    )
    sellers = forms.ModelMultipleChoiceField(
        label=_("Hoặc chỉ của những người bán này"),
        queryset=Seller.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, province: Province, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        communes = commune_choices(province)
        self.fields["commune"].queryset = Commune.objects.filter(pk__in=[c.pk for c in communes])
        self.fields["commune"].queryset = self.fields["commune"].queryset.order_by("folded")
        self.fields["sellers"].queryset = (
            Seller.objects.filter(producer__province=province)
            .select_related("producer")
            .order_by("producer__folded")
        )

    def clean(self) -> dict:
        """Days and dates stand in order, and somebody's goods go there."""
        data = super().clean()
        self._days_in_order("days_min", "days_max")
        begins, ends = data.get("valid_from"), data.get("valid_to")
        if begins and ends and ends < begins:
            self.add_error("valid_to", _("Ngày cuối không thể trước ngày đầu. Sửa một trong hai."))
        if not data.get("takes_all") and not data.get("sellers") and "sellers" not in self.errors:
            self.add_error(
                "sellers", _("Chọn ít nhất một người bán, hoặc nhận hàng của mọi người bán.")
            )
        return data

    @property
    def details(self) -> PointDetails:
        """What a valid form says."""
        data = dict(self.cleaned_data)
        return PointDetails(**{**data, "sellers": tuple(data["sellers"])})

    @staticmethod
    def initial_of(point) -> dict:
        """The fields' values for a point as it is."""
        names = [name for name in PointForm.base_fields if name not in {"sellers", "fee"}]
        return {
            **{name: getattr(point, name) for name in names},
            "fee": int(point.fee),
            "sellers": list(point.sellers.all()),
        }


def _whole(amount) -> int | None:
    return None if amount is None else int(amount)
