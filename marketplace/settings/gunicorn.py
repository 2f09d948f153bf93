"""How gunicorn serves in production; the Dockerfile and docs/operations.md name this file."""

import json
import os

bind = os.environ.get("BIND", "0.0.0.0:8000")
workers = int(os.environ.get("WEB_WORKERS", "2"))
threads = int(os.environ.get("WEB_THREADS", "2"))
timeout = 30
graceful_timeout = 20
accesslog = "-"
# One JSON object a line, like the site's own log. gunicorn escapes quotes in what visitors sent.
access_log_format = json.dumps(
    {
        "time": "%(t)s",
        "logger": "access",
        "address": "%(h)s",
        "request": "%(r)s",
        "status": "%(s)s",
        "bytes": "%(B)s",
        "microseconds": "%(D)s",
        "request_id": "%({x-request-id}o)s",
    }
)
