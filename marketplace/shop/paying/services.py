"""Naming the account that buyers pay into: one at a time, each change told to every member."""

from django.db import IntegrityError, transaction
from django.utils.timezone import now

from catalog.journal import audit, outbox
from marketplace.accounts.permissions import in_force
from marketplace.shop.listings.models import Seller

from .banks import banks
from .errors import BadAccount, ChangedMeanwhile
from .models import SellerAccount
from .rules import account_number, holder_name

TOPIC = "seller_account.changed"
_FIELDS = ("bank_bin", "number", "holder")


def set_account(
    seller: Seller, *, bank_bin: str, number: str, holder: str, seen: int | None, by
) -> SellerAccount:
    """Put an account in force in the place of the one that was ``seen``, and tell the members.

    Orders already placed keep the payee they were placed with. Raises BadAccount for a part
    that no bank would know and ChangedMeanwhile when another account is in force by now;
    nothing has changed then. The same account again changes nothing.
    """
    if bank_bin not in banks():
        part = "bank_bin"
        raise BadAccount(part)
    new = {"bank_bin": bank_bin, "number": account_number(number), "holder": holder_name(holder)}
    with transaction.atomic():
        before = SellerAccount.objects.filter(seller=seller, valid_to=None).first()
        if before and audit.values(before, *_FIELDS) == new:
            return before
        moment = _end(seller, seen)
        try:
            with transaction.atomic():
                account = SellerAccount.objects.create(
                    seller=seller, valid_from=moment, entered_by=by, **new
                )
        except IntegrityError as error:
            raise ChangedMeanwhile from error
        _tell(seller, account, before=before and audit.values(before, *_FIELDS), after=new, by=by)
        Seller.objects.filter(pk=seller.pk).update(takes_transfers=True)
    return account


def close_account(seller: Seller, *, seen: int, by) -> None:
    """Take no transfers any more; raises ChangedMeanwhile when another account is in force."""
    with transaction.atomic():
        account = SellerAccount.objects.filter(seller=seller, pk=seen).first()
        if account is None:
            raise ChangedMeanwhile
        _end(seller, seen)
        _tell(seller, account, before=audit.values(account, *_FIELDS), after=None, by=by)
        Seller.objects.filter(pk=seller.pk).update(takes_transfers=False)


def _end(seller: Seller, seen: int | None):
    """End the account that was seen, if there was one; of two who try, one is told so."""
    moment = now()
    if seen is not None:
        seen_one = SellerAccount.objects.filter(seller=seller, pk=seen, valid_to=None)
        if not seen_one.update(valid_to=moment):
            raise ChangedMeanwhile
    return moment


def _tell(seller: Seller, account: SellerAccount, *, before, after, by) -> None:
    audit.record(
        "seller_account.set" if after else "seller_account.closed",
        account,
        actor=by,
        before=before,
        after=after,
    )
    members = in_force(seller.producer.members.all())
    for user_id in members.values_list("user_id", flat=True):
        outbox.post(
            TOPIC,
            key=f"{TOPIC}:{account.pk}:{'set' if after else 'closed'}:{user_id}",
            payload={"account": account.pk, "user": user_id, "closed": after is None},
        )
