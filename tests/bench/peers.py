"""The peers, measured on two cores with 10,000 products, PostgreSQL, two server processes."""

# path -> {peer: CPU ms of server and database per request}
CPU_MS = {
    "list": {"Vendure 3.7": "22-25", "Medusa 2.21": "640", "plain Oscar 4.2": "64-96"},
    "product": {"Vendure 3.7": "27-30", "Medusa 2.21": "540", "plain Oscar 4.2": "17"},
    "add to basket": {"Vendure 3.7": "62-68", "Medusa 2.21": "271", "plain Oscar 4.2": "19-21"},
    "whole purchase": {"Vendure 3.7": "300", "Medusa 2.21": "1570", "plain Oscar 4.2": "300"},
}
RATE = {
    "list": {"Vendure 3.7": "72", "Medusa 2.21": "1.5", "plain Oscar 4.2": "25"},
    "product": {"Vendure 3.7": "45", "Medusa 2.21": "2.2", "plain Oscar 4.2": "98"},
}
MEMORY_MB = {"Vendure 3.7": "250-620", "Medusa 2.21": "840-2030", "plain Oscar 4.2": "270"}
NAMES = ("Vendure 3.7", "Medusa 2.21", "plain Oscar 4.2")
