"""Papers with their days: send one, replace one, read the file."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from catalog.lib import clock
from catalog.lib.uploads import UploadRefused
from catalog.register.errors import RegisterError
from catalog.register.models import Paper, Producer
from catalog.register.services import replace_paper, store_paper
from marketplace.accounts.permissions import may_edit_goods
from marketplace.areas.papers import paper_lines, standing_papers
from marketplace.areas.producer import only_who
from marketplace.private_files import download_response
from marketplace.producers.forms.papers import PaperForm, ReplacePaperForm


@only_who(may_edit_goods)
@require_safe
def index(request: HttpRequest, producer: Producer) -> HttpResponse:
    """What stands, those that end first above."""
    lines = paper_lines(standing_papers(producer), clock.today())
    return render(request, "producers/papers.html", {"lines": lines})


@only_who(may_edit_goods)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, producer: Producer) -> HttpResponse:
    """One more paper."""
    form = PaperForm(request.POST or None, request.FILES or None, producer=producer)

    def keep(data: dict) -> None:
        store_paper(producer, actor=request.user, **data)

    if request.method == "POST" and _done(form, keep):
        messages.success(request, _("Đã lưu giấy tờ."))
        return redirect("selling:papers", producer=producer.slug)
    return _form_page(request, form)


@only_who(may_edit_goods)
@require_http_methods(["GET", "HEAD", "POST"])
def replace(request: HttpRequest, producer: Producer, paper: int) -> HttpResponse:
    """A newer one in the place of an old one."""
    old = standing_papers(producer).filter(pk=paper).first()
    if old is None:
        raise Http404(_("Không có giấy này."))
    form = ReplacePaperForm(
        request.POST or None, request.FILES or None, initial={"issuer": old.issuer}
    )

    def keep(data: dict) -> None:
        replace_paper(old, actor=request.user, kind=old.kind, **data)

    if request.method == "POST" and _done(form, keep):
        messages.success(request, _("Đã thay giấy cũ bằng giấy mới."))
        return redirect("selling:papers", producer=producer.slug)
    return _form_page(request, form, old=old)


@only_who(may_edit_goods)
@require_safe
def file(request: HttpRequest, producer: Producer, paper: int) -> HttpResponse:  # noqa: ARG001
    """The file as it was sent, for members alone."""
    found = producer.papers.filter(pk=paper).exclude(file="").first()
    if found is None:
        raise Http404(_("Không có tệp này."))
    return paper_file(found)


def paper_file(paper: Paper) -> HttpResponse:
    """Its file under a name that tells what it is."""
    return download_response(paper.file.storage, paper.file.name, called=f"giay-to-{paper.pk}")


def _done(form: Form, keep: Callable[[dict], None]) -> bool:
    """Keep what the form holds, or tell the form why not."""
    if not form.is_valid():
        return False
    try:
        keep(form.cleaned_data)
    except UploadRefused as refused:
        form.add_error("upload", str(refused))
    except RegisterError as refused:
        form.add_error(refused.field if refused.field in form.fields else None, str(refused))
    except ValidationError as refused:
        form.add_error(None, refused)
    return not form.errors


def _form_page(request: HttpRequest, form: Form, old: Paper | None = None) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, "producers/paper_form.html", {"form": form, "old": old}, status=status)
