from django import template

register = template.Library()


@register.filter
def srcset(renditions):
    """The sizes of an image for the browser to choose from, each width once.

    An image smaller than what was asked for comes out in one size several times.
    """
    addresses = {rendition.width: rendition.url for rendition in renditions}
    return ", ".join(f"{url} {width}w" for width, url in addresses.items())
