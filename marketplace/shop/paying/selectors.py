"""Where the money of a seller goes now, and where it went."""

from collections.abc import Iterable

from django.db.models import QuerySet

from catalog.lib import qr_codes, vietqr
from marketplace.shop.listings.models import Seller

from .models import SellerAccount


def accounts_in_force(seller_ids: Iterable[int]) -> dict[int, SellerAccount]:
    """The accounts of these sellers, by seller; one query."""
    found = SellerAccount.objects.filter(seller_id__in=list(seller_ids), valid_to=None)
    return {account.seller_id: account for account in found.order_by()}


def account_in_force(seller: Seller) -> SellerAccount | None:
    """The seller's account, if there is one."""
    return accounts_in_force([seller.pk]).get(seller.pk)


def earlier_accounts(seller: Seller) -> QuerySet[SellerAccount]:
    """The accounts that are no longer used, the newest first."""
    ended = SellerAccount.objects.filter(seller=seller, valid_to__isnull=False)
    return ended.select_related("entered_by").order_by("-pk")


def preview(account: SellerAccount, *, label: str) -> str:
    """The account's code without an amount, to try out with a bank's app."""
    text = vietqr.payload(bank_bin=account.bank_bin, account=account.number)
    return qr_codes.svg(text, label=label)
