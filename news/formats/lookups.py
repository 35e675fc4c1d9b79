"""What several articles' texts point to, fetched at once however many articles there are."""

from itertools import islice

from wagtail.blocks import StreamValue

from psgsite.models import prefetch_renditions
from psgsite.rich_text import share_lookups, texts_in


def look_up_together(articles):
    """Let articles that are only read share the queries for pictures, files and links."""
    pool_bodies(articles)
    streams = [stream for each in articles for stream in (each.body, each.corrections)]
    share_lookups(text for stream in streams for text in texts_in(stream))
    prefetch_renditions([image for each in articles for image in each.images()])


def pool_bodies(articles):
    """Make the blocks of all bodies as if they were one, for a stream asks once per type."""
    if not articles:
        return
    stream_block = articles[0].body.stream_block
    blocks = [block for article in articles for block in article.body.raw_data]
    pooled = iter(StreamValue(stream_block, blocks, is_lazy=True))
    for article in articles:
        own = list(islice(pooled, len(article.body)))
        article.body = StreamValue(stream_block, own)
