# The assistant as an image: nobody's rights, nothing written but /app/var.
FROM python:3.11-slim AS made
WORKDIR /app
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY bot bot
COPY faq faq
COPY handlers handlers
RUN python -m venv .venv \
    && .venv/bin/pip install --no-cache-dir --constraint constraints.txt '.[postgres]'

FROM python:3.11-slim
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin jingwu \
    && mkdir -p /app/var && chown jingwu /app/var
WORKDIR /app
COPY --from=made /app/.venv .venv
USER 10001
# Beside a proxy in the same network; it alone is published.
ENV JINGWU_HOST=0.0.0.0 PYTHONUNBUFFERED=1
EXPOSE 8080
VOLUME /app/var
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=5m --retries=3 \
    CMD [".venv/bin/python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8080/healthz', timeout=4)"]
ENTRYPOINT [".venv/bin/jingwu"]
CMD ["run"]
