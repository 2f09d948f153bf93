"""Who may do what, one question per function. A membership counts from its day to its day."""

from django.db.models import Q, QuerySet

from catalog.lib import clock
from catalog.places.models import Commune, Province
from catalog.register.models import Producer

from .models import (
    BuyerMember,
    BuyerOrganisation,
    EditorPost,
    OfficerPost,
    OneTimeLink,
    OrganizerPost,
    ProducerMember,
    User,
)
from .scope import Scope


def in_force(memberships: QuerySet) -> QuerySet:
    """Those of ``memberships`` that hold today."""
    day = clock.today()
    return memberships.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day), valid_from__lte=day)


def officer_posts(user: User) -> QuerySet[OfficerPost]:
    """The posts ``user`` holds as an officer today."""
    return in_force(OfficerPost.objects.filter(user_id=user.pk))


def is_officer(user: User) -> bool:
    """Whether ``user`` is an officer of any place today."""
    return user.is_active and officer_posts(user).exists()


def is_officer_of(user: User, province: Province, commune: Commune | None = None) -> bool:
    """Whether ``user`` answers for ``province``, or for this one commune of it."""
    if not user.is_active:
        return False
    whole = Q(province_id=province.pk, commune__isnull=True)
    part = Q(province_id=province.pk, commune_id=commune.pk) if commune else Q(pk__in=[])
    return officer_posts(user).filter(whole | part).exists()


def is_editor(user: User) -> bool:
    """Whether ``user`` edits the showcase today."""
    return user.is_active and in_force(EditorPost.objects.filter(user_id=user.pk)).exists()


def is_organizer(user: User) -> bool:
    """Whether ``user`` organizes fairs and matching days today."""
    return user.is_active and in_force(OrganizerPost.objects.filter(user_id=user.pk)).exists()


def producers_of(user: User) -> QuerySet[Producer]:
    """The producers ``user`` acts for today."""
    held = in_force(ProducerMember.objects.filter(user_id=user.pk))
    return Producer.objects.filter(pk__in=held.values("producer_id"))


def organisations_of(user: User) -> QuerySet[BuyerOrganisation]:
    """The organisations ``user`` buys for today."""
    held = in_force(BuyerMember.objects.filter(user_id=user.pk))
    return BuyerOrganisation.objects.filter(pk__in=held.values("organisation_id"))


def may_act_for(user: User, producer: Producer) -> bool:
    """Whether ``user`` may act for ``producer``."""
    return role_at(user, producer) is not None


def role_at(user: User, producer: Producer) -> ProducerMember.Role | None:
    """What ``user`` is behind the counter of ``producer`` today."""
    if not user.is_active:
        return None
    held = in_force(ProducerMember.objects.filter(user_id=user.pk, producer_id=producer.pk))
    role = held.values_list("role", flat=True).first()
    return None if role is None else ProducerMember.Role(role)


def may_handle_orders(user: User, producer: Producer) -> bool:
    """Whether ``user`` may answer, pack and hand over orders: every member may."""
    return role_at(user, producer) is not None


def may_edit_goods(user: User, producer: Producer) -> bool:
    """Whether ``user`` may change prices, stock, texts, pictures and papers."""
    return role_at(user, producer) in {ProducerMember.Role.OWNER, ProducerMember.Role.STAFF}


def may_manage_members(user: User, producer: Producer) -> bool:
    """Whether ``user`` may invite, change and end memberships."""
    return role_at(user, producer) == ProducerMember.Role.OWNER


def may_change_account(user: User, producer: Producer) -> bool:
    """Whether ``user`` may change where the producer's money goes."""
    return role_at(user, producer) == ProducerMember.Role.OWNER


def may_enter_cms(user: User) -> bool:
    """Whether ``user`` may come into the Wagtail admin: the group alone is not enough.

    Wagtail's groups know no dates, so an editor's or officer's post must hold as well.
    """
    if not user.is_active or not user.has_perm("wagtailadmin.access_admin"):
        return False
    return user.is_staff or is_editor(user) or is_officer(user)


def may_enter_dashboard(user: User) -> bool:
    """Whether ``user`` may come into Oscar's dashboard: staff alone, never a partner's user."""
    return user.is_active and user.is_staff


def may_issue_links(user: User) -> bool:
    """Whether ``user`` may open or recover an account by a one-time link."""
    return is_officer(user)


def needs_second_factor(user: User) -> bool:
    """Whether ``user``'s work asks for a second step at sign-in."""
    return user.is_active and (
        user.is_staff
        or user.is_superuser
        or is_officer(user)
        or is_editor(user)
        or user.has_perm("wagtailadmin.access_admin")
    )


def producers_in_scope(officer: User) -> QuerySet[Producer]:
    """The producers of the places ``officer`` answers for."""
    return Scope.of(officer_posts(officer)).producers()


def may_recover(officer: User, holder: User) -> bool:
    """Whether ``officer`` may hand the account of ``holder`` a new password.

    Only an account without e-mail (with one, its holder helps themselves) and whose work
    needs no second step. It belongs to the officer's place when its producers do, or, for
    somebody without a producer, when an officer of that place opened it.
    """
    if not may_issue_links(officer) or holder.email or needs_second_factor(holder):
        return False
    theirs = ProducerMember.objects.filter(user_id=holder.pk).values_list("producer_id", flat=True)
    if not theirs:
        return _was_opened_nearby(officer, holder)
    scope = set(producers_in_scope(officer).values_list("pk", flat=True))
    return set(theirs) <= scope


def _was_opened_nearby(officer: User, holder: User) -> bool:
    opened = OneTimeLink.objects.filter(
        phone=holder.phone, purpose=OneTimeLink.Purpose.OPEN, used_at__isnull=False
    )
    openers = OfficerPost.objects.filter(user__in=opened.values("issued_by"))
    return any(
        openers.filter(commune_id=post.commune_id).exists()
        if post.commune_id
        else openers.filter(province_id=post.province_id).exists()
        for post in officer_posts(officer)
    )
