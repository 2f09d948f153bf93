"""The number of the request, or of the job, that is being done: in both logs and on error pages."""

from contextvars import ContextVar

# Set by whoever answers a request, so that its rows and lines can be found in the logs.
request_id: ContextVar[str] = ContextVar("request_id", default="")
