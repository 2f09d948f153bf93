"""What the database holds, asked in plain SQL: the judge shares no code with the judged."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

# Each finds what must not be there.
FAULTS = {
    "a group without a parcel": """
        SELECT g.code FROM ordering_ordergroup g
        LEFT JOIN ordering_parcel p ON p.group_id = g.id WHERE p.id IS NULL""",
    "a child order without a parcel": """
        SELECT o.number FROM order_order o
        LEFT JOIN ordering_parcel p ON p.order_id = o.id WHERE p.id IS NULL""",
    "a parcel without a line": """
        SELECT p.id FROM ordering_parcel p
        LEFT JOIN order_line l ON l.order_id = p.order_id WHERE l.id IS NULL""",
    "a line without terms": """
        SELECT l.id FROM order_line l
        LEFT JOIN ordering_lineterms t ON t.line_id = l.id WHERE t.id IS NULL""",
    "a group whose orders do not add up to it": """
        SELECT g.code FROM ordering_ordergroup g
        JOIN ordering_parcel p ON p.group_id = g.id JOIN order_order o ON o.id = p.order_id
        GROUP BY g.id, g.code, g.total HAVING SUM(o.total_incl_tax) <> g.total""",
    "an order whose lines do not add up to it": """
        SELECT o.number FROM order_order o JOIN order_line l ON l.order_id = o.id
        GROUP BY o.id, o.number, o.total_incl_tax, o.shipping_incl_tax
        HAVING SUM(l.line_price_incl_tax) + o.shipping_incl_tax <> o.total_incl_tax""",
    "a group of fewer goods than its basket": """
        SELECT g.code FROM ordering_ordergroup g WHERE
        (SELECT SUM(quantity) FROM basket_line b WHERE b.basket_id = g.basket_id) <>
        (SELECT SUM(l.quantity) FROM ordering_parcel p
         JOIN order_line l ON l.order_id = p.order_id WHERE p.group_id = g.id)""",
    "stock allocated to nobody, or promised and not allocated": """
        SELECT s.id FROM partner_stockrecord s WHERE COALESCE(s.num_allocated, 0) <>
        COALESCE((SELECT SUM(quantity) FROM order_line l WHERE l.stockrecord_id = s.id), 0)""",
    "more allocated than there is": """
        SELECT id FROM partner_stockrecord WHERE COALESCE(num_allocated, 0) > num_in_stock""",
    "a basket that was submitted for nothing": """
        SELECT b.id FROM basket_basket b LEFT JOIN ordering_ordergroup g ON g.basket_id = b.id
        WHERE b.status = 'Submitted' AND g.id IS NULL""",
    "an order that nobody is told of": """
        SELECT g.code FROM ordering_ordergroup g LEFT JOIN journal_outboxmessage m
        ON m.key = 'order.placed:' || g.code WHERE m.id IS NULL""",
}


@dataclass(frozen=True)
class Ledger:
    """The database of a market."""

    url: str

    def _connect(self):
        if self.url.startswith("sqlite"):
            path = unquote(urlsplit(self.url).path)
            return closing(sqlite3.connect(path, timeout=20, isolation_level=None))
        import psycopg

        return psycopg.connect(self.url, autocommit=True)

    @property
    def is_sqlite(self) -> bool:
        """Whether the database is a file."""
        return self.url.startswith("sqlite")

    def column(self, sql: str, *values: object) -> list:
        """The first column of what the question finds; ``?`` stands for a value."""
        if not self.is_sqlite:
            sql = sql.replace("?", "%s")
        with self._connect() as connection:
            return [row[0] for row in connection.execute(sql, values).fetchall()]

    def command(self, sql: str) -> None:
        """Change something."""
        with self._connect() as connection:
            connection.execute(sql)

    def faults(self) -> dict[str, list]:
        """Every kind of half order or wrong sum that is there."""
        found = {name: self.column(sql) for name, sql in FAULTS.items()}
        return {name: rows for name, rows in found.items() if rows}

    def codes(self) -> list[str]:
        """The codes of all orders."""
        return self.column("SELECT code FROM ordering_ordergroup ORDER BY id")

    def codes_with(self, listing: int) -> list[str]:
        """The codes of the orders that hold the listing."""
        return self.column(
            "SELECT g.code FROM ordering_lineterms t JOIN order_line l ON l.id = t.line_id"
            " JOIN ordering_parcel p ON p.order_id = l.order_id"
            " JOIN ordering_ordergroup g ON g.id = p.group_id WHERE t.listing_id = ?",
            listing,
        )

    def free(self, listing: int) -> int:
        """How many pieces are left; below zero, they were sold twice."""
        (left,) = self.column(
            "SELECT s.num_in_stock - COALESCE(s.num_allocated, 0) FROM partner_stockrecord s"
            " JOIN listings_listing l ON l.oscar_product_id = s.product_id WHERE l.id = ?",
            listing,
        )
        return left

    def drop_the_stock_rule(self) -> None:
        """Take away what the database itself holds against overselling."""
        name = "stock_never_below_zero_free"
        if self.is_sqlite:
            for event in ("insert", "update"):
                self.command(f"DROP TRIGGER {name}_{event}")
        else:
            self.command(f"ALTER TABLE partner_stockrecord DROP CONSTRAINT {name}")
