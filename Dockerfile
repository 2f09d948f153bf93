# One image for web, worker and set-up; which of them it is, the command says.
FROM python:3.11-slim AS packages
WORKDIR /srv
COPY requirements-uv.lock requirements-scale.lock ./
RUN python -m venv .venv && .venv/bin/pip install --no-cache-dir --require-hashes -r requirements-uv.lock
RUN .venv/bin/uv pip install --no-cache --require-hashes -r requirements-scale.lock

FROM python:3.11-slim
WORKDIR /srv
ENV PATH=/srv/.venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 VAR_DIR=/srv/var
# pg_dump and pg_restore, for backup and restore
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql-client \
 && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 1000 --home /srv langsao && mkdir -p var && chown langsao var
COPY --from=packages /srv/.venv .venv
COPY . .
RUN pybabel compile -q -d locale -D django \
 && DJANGO_SETTINGS_MODULE=marketplace.settings.build python manage.py collectstatic --noinput -v0
USER langsao
VOLUME /srv/var
EXPOSE 8000
CMD ["gunicorn", "--config=marketplace/settings/gunicorn.py", "marketplace.wsgi"]
