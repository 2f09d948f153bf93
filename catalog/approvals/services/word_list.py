"""Keep the word list: add a phrase from a day on, end one after a day. Nothing is deleted."""

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.db.models import Q

from catalog.approvals.models import ClaimWord
from catalog.journal import audit
from catalog.lib import clock


def add_word(
    *,
    phrase: str,
    kind: str,
    effective_from: date,
    legal_ref: str = "",
    by: AbstractBaseUser,
) -> ClaimWord:
    """Let a phrase count from a day on. The database refuses it twice from one day."""
    with transaction.atomic():
        word = ClaimWord.objects.create(
            phrase=phrase, kind=kind, effective_from=effective_from, legal_ref=legal_ref
        )
        after = audit.values(word, "phrase", "kind", "effective_from", "legal_ref")
        audit.record("claim_word.added", word, actor=by, after=after)
    return word


def end_word(word: ClaimWord, *, by: AbstractBaseUser) -> bool:
    """Let a phrase count no more after today; answers whether it counted on."""
    today = max(clock.today(), word.effective_from)
    with transaction.atomic():
        counting = ClaimWord.objects.filter(pk=word.pk).filter(
            Q(effective_to__isnull=True) | Q(effective_to__gt=today)
        )
        ended = counting.update(effective_to=today)
        if ended:
            audit.record("claim_word.ended", word, actor=by, after={"effective_to": today})
    return bool(ended)
