"""Logs that a machine reads: one JSON object a line, with the number of the request."""

import json
import logging
from datetime import UTC, datetime

from catalog.lib.request_number import request_id


class JsonFormatter(logging.Formatter):
    """Time, level, logger, message, request; the traceback where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, whatever the message holds."""
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        number = request_id.get()
        if number:
            told["request_id"] = number
        status = getattr(record, "status_code", None)
        if isinstance(status, int):
            told["status"] = status
        if record.exc_info:
            told["traceback"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False, default=str)
