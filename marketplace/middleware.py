"""Around every request: its number, and the content security policy of its part of the site."""

import logging
import re
import uuid
from collections.abc import Callable

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from catalog.journal import audit
from marketplace.refusals import store_down

log = logging.getLogger(__name__)

HEADER = "X-Request-ID"
_GIVEN = re.compile(r"[A-Za-z0-9-]{8,36}")


class RequestIdMiddleware:
    """Gives each request a number, which the audit log keeps and the answer carries."""

    def __init__(self, get_response: Callable) -> None:
        """Keep the rest of the stack."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Take the proxy's number if it is one, else make one."""
        given = request.headers.get(HEADER, "")
        request.request_id = given if _GIVEN.fullmatch(given) else str(uuid.uuid4())
        token = audit.request_id.set(request.request_id)
        try:
            response = self.get_response(request)
        finally:
            audit.request_id.reset(token)
        response.headers[HEADER] = request.request_id
        return response


class StoreDownMiddleware:
    """Says so, and that nothing was changed, when the store of uploads does not answer."""

    def __init__(self, get_response: Callable) -> None:
        """Keep the rest of the stack."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing to do while all is well."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """503 for what the bucket's client raises; any other fault is ours."""
        if not _is_of_the_store(error):
            return None
        log.error("The store of uploads does not answer: %s", error)
        return store_down(request)


def _is_of_the_store(error: BaseException) -> bool:
    """By name, because the client is installed only where a bucket is used."""
    return any(kind.__module__.startswith(("botocore.", "boto3.")) for kind in type(error).__mro__)


class PolicyMiddleware(CSPMiddleware):
    """The strict policy everywhere; below a prefix of CSP_OF_PREFIX that prefix's own."""

    def get_policy_parts(
        self,
        request: HttpRequest,
        response: HttpResponse,
        report_only: bool = False,  # noqa: FBT001, FBT002
    ) -> PolicyParts:
        """The parts django-csp builds the header from."""
        parts = super().get_policy_parts(request, response, report_only)
        for prefix, directives in settings.CSP_OF_PREFIX.items():
            if request.path_info.startswith(prefix) and parts.config is None:
                parts.config = directives
        return parts
