"""The visitor's basket, read only by the pages that ask for it."""

from django.contrib import messages
from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from oscar.apps.basket import middleware
from oscar.core.loading import get_model

Basket = get_model("basket", "Basket")


class BasketMiddleware(middleware.BasketMiddleware):
    """Oscar's, without a query on pages that show no basket and without pricing it twice."""

    def process_template_response(self, request, response):  # noqa: ARG002
        """Add nothing: a page that shows the basket quotes it itself."""
        return response

    def apply_offers_to_basket(self, request, basket) -> None:
        """Leave offers to the quote."""

    def get_basket(self, request):
        """Find the open basket of this visitor, taking over a guest's one at sign-in."""
        if request._basket_cache is None:  # noqa: SLF001
            request._basket_cache = self._find(request)  # noqa: SLF001
        return request._basket_cache  # noqa: SLF001

    def _find(self, request):
        guest = self.get_cookie_basket(self.get_cookie_key(request), request, Basket.open)
        if not request.user.is_authenticated:
            return guest or Basket()
        own = list(Basket.open.filter(owner=request.user).order_by("pk"))
        basket = own[0] if own else Basket.open.create(owner=request.user)
        basket.owner = request.user
        others = own[1:]
        if guest:
            others.append(guest)
            request.cookies_to_delete.append(self.get_cookie_key(request))
        if others:
            self._take_over(request, basket, others)
        return basket

    def _take_over(self, request, basket, others: list) -> None:
        taken = sum(line.quantity for other in others for line in other.lines.all())
        cut = [line for other in others for line in basket.merge(other, add_quantities=False)]
        if taken:
            messages.info(
                request,
                ngettext(
                    "Đã gộp %(count)d món từ giỏ trước khi đăng nhập.",
                    "Đã gộp %(count)d món từ giỏ trước khi đăng nhập.",
                    taken,
                )
                % {"count": taken},
            )
        for line in cut:
            messages.warning(
                request,
                _("%(name)s: chỉ còn %(count)d nên số lượng trong giỏ đã giảm theo.")
                % {"name": line.product.title, "count": line.quantity},
            )

    def get_cookie_basket(self, cookie_key, request, manager):  # noqa: ARG002
        """Find the open guest basket of the cookie; a cookie that leads nowhere is dropped."""
        cookie = request.COOKIES.get(cookie_key)
        if cookie is None:
            return None
        try:
            basket = Basket.open.filter(pk=Signer().unsign(cookie), owner=None).first()
        except (BadSignature, ValueError):
            basket = None
        if basket is None:
            request.cookies_to_delete.append(cookie_key)
        return basket

    def process_response(self, request, response):
        """Set the basket's cookie where Oscar does, sent to our own pages alone."""
        response = super().process_response(request, response)
        morsel = response.cookies.get(self.get_cookie_key(request))
        if morsel is not None:
            morsel["samesite"] = "Lax"
        return response
