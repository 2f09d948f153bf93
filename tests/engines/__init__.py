"""The site with PostgreSQL, Redis, S3 and SMTP at once, and with each of them stopped or slow."""
