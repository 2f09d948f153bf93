"""The word list: what goods may not claim, from a day to a day; old words stay readable."""

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from catalog.approvals.models import ClaimWord
from catalog.approvals.services.word_list import add_word, end_word
from catalog.lib import clock
from marketplace.areas.desk import Desk
from marketplace.areas.officer import for_provinces
from marketplace.officers.forms.claim_words import ClaimWordForm


@for_provinces
@require_http_methods(["GET", "HEAD", "POST"])
def index(request: HttpRequest, desk: Desk) -> HttpResponse:  # noqa: ARG001
    """The list, and a form to add to it."""
    today = clock.today()
    form = ClaimWordForm(request.POST or None, initial={"effective_from": today})
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                add_word(**form.cleaned_data, by=request.user)
        except IntegrityError:
            form.add_error("phrase", _("Cụm từ này đã có trong danh sách từ ngày đó."))
        else:
            messages.success(request, _("Đã thêm vào danh sách."))
            return redirect("desk:claim_words")
    words = [(word, word.is_in_force(today)) for word in ClaimWord.objects.all()]
    words.sort(key=lambda pair: not pair[1])
    status = 422 if form.errors else 200
    context = {"form": form, "words": words}
    return render(request, "officers/claim_words.html", context, status=status)


@for_provinces
@require_POST
def end(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:  # noqa: ARG001
    """Let a word count no more after today."""
    word = ClaimWord.objects.filter(pk=pk).first()
    if word is None:
        raise Http404(_("Không có cụm từ này."))
    end_word(word, by=request.user)
    messages.success(request, _("Cụm từ này hết hiệu lực sau hôm nay."))
    return redirect("desk:claim_words")
