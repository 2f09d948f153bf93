"""The figures as a table for people and as JSON for machines."""

import json
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from . import peers

NO_PEERS = ("",) * len(peers.NAMES)


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; ``most`` or ``least`` is what it should keep to."""

    name: str
    value: float
    unit: str
    most: float | None = None
    least: float | None = None
    peers: tuple[str, ...] = NO_PEERS
    note: str = ""

    @property
    def is_met(self) -> bool | None:
        """Whether the aim is reached; None without one."""
        if self.most is not None:
            return self.value <= self.most
        if self.least is not None:
            return self.value >= self.least
        return None

    @property
    def aim(self) -> str:
        """The aim as the table tells it."""
        if self.most is not None:
            return f"<= {self.most:g}"
        return "" if self.least is None else f">= {self.least:g}"

    @property
    def shown(self) -> str:
        """The value with as many places as it deserves."""
        places = 0 if self.value >= 100 or self.value == int(self.value) else 1
        places = 2 if self.unit.startswith("x") else places
        return f"{self.value:,.{places}f}"


def say(line: str) -> None:
    """Tell the terminal at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def table(figures: list[Figure]) -> str:
    """Aligned columns; a line ends in ``short`` where the aim is missed."""
    head = ("", "here", "", "aim", *peers.NAMES, "")
    rows = [head] + [
        (f.name, f.shown, f.unit, f.aim, *f.peers, "short" if f.is_met is False else f.note)
        for f in figures
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    right = {1, *range(4, 4 + len(peers.NAMES))}
    return "\n".join(
        "  ".join(
            cell.rjust(width) if column in right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def write(path: Path, figures: list[Figure], *, queries: dict[str, int], quick: bool) -> None:
    """The same for machines, with all that was counted."""
    told = {
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "quick": quick,
        "figures": [
            {key: value for key, value in asdict(figure).items() if value not in (None, "")}
            | {"met": figure.is_met}
            for figure in figures
        ],
        "queries": queries,
        "peers": {
            "names": peers.NAMES,
            "cpu_ms": peers.CPU_MS,
            "requests_per_second": peers.RATE,
            "memory_mb": peers.MEMORY_MB,
        },
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
