"""The project: settings, urls, accounts, and the Oscar shop."""
