"""Tables as officers send them, and the worker's part done at once."""

import csv
import io

from catalog.intake.services import ask_to_apply, ask_to_undo, send
from catalog.journal import jobs

PRODUCERS = ["Tên pháp lý", "Loại hình", "Mã số thuế", "Điện thoại", "Xã, phường"]
PRODUCTS = ["Tên sản phẩm", "Chủ thể", "Bộ sản phẩm", "Thành phần"]
DECISION = [
    "Tên sản phẩm",
    "Chủ thể",
    "Loại hình",
    "Xã, phường",
    "Bộ sản phẩm",
    "Hạng sao",
    "Số quyết định",
    "Ngày quyết định",
    "Cơ quan ban hành",
]


def csv_of(*rows) -> io.BytesIO:
    """The rows as a file."""
    target = io.StringIO()
    csv.writer(target, delimiter=";").writerows(rows)
    return io.BytesIO(target.getvalue().encode())


def sent(subject, *rows, by, provinces=("68",), communes=()):
    """A table, sent and not read yet."""
    return send(
        csv_of(*rows),
        subject=subject,
        file_name="bảng.csv",
        by=by,
        provinces=provinces,
        communes=communes,
    )


def read(subject, *rows, **sender):
    """A table that the worker has read."""
    batch = sent(subject, *rows, **sender)
    return _done(batch)


def applied(batch):
    """The table after the worker wrote it."""
    ask_to_apply(batch, by=batch.sent_by)
    return _done(batch)


def undone(batch):
    """The table after the worker put everything back."""
    ask_to_undo(batch, by=batch.sent_by)
    return _done(batch)


def _done(batch):
    state = jobs.run(batch.job_id)
    batch.refresh_from_db()
    batch.job.refresh_from_db()
    assert state == "done", batch.job.error
    return batch


def verdicts(batch) -> list[str]:
    """What was found of each row."""
    return list(batch.rows.values_list("verdict", flat=True))


def cure(batch, number) -> list[tuple[str, str]]:
    """What is wrong with a row: cell and words."""
    return [(p["cell"], p["text"]) for p in batch.rows.get(number=number).problems]
