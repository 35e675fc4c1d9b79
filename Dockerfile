# The site and all it runs on. docs/operators/deploy.md says how to run it,
# docs/decisions/container-image.md why it is built like this.
#
# Python 3.13: it gets security fixes until October 2029, and every package in
# requirements.txt has a wheel for it, so nothing is compiled.

FROM python:3.13-slim AS builder

ENV PATH=/opt/venv/bin:$PATH \
    PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PIP_NO_CACHE_DIR=1 \
    STATIC_ROOT=/app/static

WORKDIR /app

COPY requirements.txt ./
RUN python -m venv /opt/venv \
    && pip install --require-hashes --only-binary :all: -r requirements.txt

COPY . .
# The settings refuse to start without secrets: these last as long as the command.
RUN SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(64))')" \
    ENCRYPTION_KEYS="$(python -c 'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())')" \
    DATA_DIR=/tmp/data \
    python manage.py collectstatic --noinput


FROM python:3.13-slim

ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    DATA_DIR=/data \
    STATIC_ROOT=/app/static

# The number is fixed, so that folders of the host can be given to this user.
RUN groupadd --gid 10001 psgsite \
    && useradd --uid 10001 --gid psgsite --home-dir /data --no-create-home \
        --shell /usr/sbin/nologin psgsite \
    && install --directory --owner psgsite --group psgsite /data /data/media

COPY --from=builder /opt/venv /opt/venv
COPY --from=builder /app /app

WORKDIR /app
USER 10001:10001
VOLUME /data
EXPOSE 8000

HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]

# Options are in gunicorn.conf.py; here only what differs outside a container.
CMD ["gunicorn", "--bind", "0.0.0.0:8000"]
