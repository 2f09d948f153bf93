"""The peers, measured on two cores with 10,000 products, PostgreSQL, two server processes.

Vendure and Medusa answer JSON, from which a storefront must still make a page; plain Oscar and
this site answer whole pages. Plain Oscar ordered three products.
"""

NAMES = ("Vendure 3.7", "Medusa 2.21", "plain Oscar 4.2")
# CPU ms of server and database for one request.
CPU_MS = {
    "list": ("22-25", "640", "64-96"),
    "product": ("27-30", "540", "17"),
    "add to basket": ("62-68", "271", "19-21"),
    "purchase of three": ("300", "1570", "300"),
}
# Requests a second.
RATE = {"list": ("72", "1.5", "25"), "product": ("45", "2.2", "98")}
ADDS = ("31", "", "")
ORDERS = ("4.2", "", "")
MEMORY_MB = ("250-620", "840-2030", "270")
