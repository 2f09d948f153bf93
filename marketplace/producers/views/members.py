"""Members: who acts for the producer, in which role; only an owner changes that."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from catalog.register.models import Producer
from marketplace.accounts import permissions, qr
from marketplace.accounts.errors import AlreadyMember, LastOwner, NotAMember, TooManyInvites
from marketplace.accounts.forms_invites import InviteForm, RoleForm
from marketplace.accounts.models import ProducerMember
from marketplace.accounts.permissions import may_manage_members
from marketplace.accounts.services import invites, members
from marketplace.areas.producer import only_who


@only_who(may_manage_members)
@require_http_methods(["GET", "HEAD", "POST"])
def index(request: HttpRequest, producer: Producer) -> HttpResponse:
    """All members and open invitations, and a form to invite."""
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made, token = invites.invite(producer, by=request.user, **form.cleaned_data)
        except AlreadyMember:
            form.add_error("contact", _("Người này đã làm việc cho chủ thể."))
        except TooManyInvites:
            form.add_error(None, _("Đã có mười lời mời đang chờ. Hãy thu lại bớt trước."))
        else:
            if made.phone:
                return _handed_over(request, made, token)
            messages.success(request, _("Đã gửi lời mời tới %(email)s.") % {"email": made.email})
            return redirect("selling:members", producer=producer.slug)
    held = permissions.in_force(producer.members).select_related("user").order_by("pk")
    context = {"form": form, "members": held, "invites": invites.open_invites(producer)}
    context["roles"] = ProducerMember.Role.choices
    status = 422 if form.errors else 200
    return render(request, "producers/members.html", context, status=status)


@only_who(may_manage_members)
@require_POST
def change(request: HttpRequest, producer: Producer, member: int) -> HttpResponse:
    """Another role, or an end."""
    found = producer.members.filter(pk=member).select_related("user", "producer").first()
    if found is None:
        raise Http404(_("Không có thành viên này."))
    form = RoleForm(request.POST)
    try:
        if request.POST.get("viec") == "thoi":
            members.end_membership(found, by=request.user)
            told = _("%(name)s không còn làm việc cho chủ thể.") % {"name": found.user}
        elif form.is_valid():
            members.change_role(found, role=form.cleaned_data["role"], by=request.user)
            told = _("Đã đổi vai trò của %(name)s.") % {"name": found.user}
        else:
            raise Http404(_("Không có vai trò này."))
        messages.success(request, told)
    except LastOwner:
        told = _("Phải còn ít nhất một người đại diện. Hãy mời người khác trước.")
        messages.warning(request, told)
    except NotAMember:
        messages.warning(request, _("Người này đã thôi việc từ trước."))
    if found.user_id == request.user.pk and not may_manage_members(request.user, producer):
        return redirect("selling:index")
    return redirect("selling:members", producer=producer.slug)


@only_who(may_manage_members)
@require_POST
def take_back(request: HttpRequest, producer: Producer, invite: int) -> HttpResponse:
    """Let an invitation count no more."""
    found = producer.invites.filter(pk=invite).first()
    if found is None:
        raise Http404(_("Không có lời mời này."))
    if invites.take_back(found, by=request.user):
        messages.success(request, _("Đã thu lại lời mời."))
    return redirect("selling:members", producer=producer.slug)


def _handed_over(request: HttpRequest, made, token: str) -> HttpResponse:
    """The link, shown once, for the owner to hand over."""
    url = request.build_absolute_uri(reverse("account_invite", args=[token]))
    context = {"invite": made, "url": url, "qr": qr.svg(url)}
    return render(request, "producers/invite_issued.html", context)
