"""Files of pictures with everything in them that tells more than the picture does."""

from io import BytesIO

from PIL import ExifTags, ImageCms, PngImagePlugin
from PIL import Image as PillowImage

# What must never be found in a file that is kept.
SECRETS = [b"Huaraz", b"SECRETCAM", b"Exif", b"ns.adobe.com", b"8BIM"]
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/" xmlns:e="http://ns.adobe.com/exif/1.0/">'
    b"<e:GPSLatitude>Huaraz</e:GPSLatitude></x:xmpmeta>"
)
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
KINDS = ["JPEG", "PNG", "WEBP", "AVIF"]


def exif(orientation=1):
    """Where and with what a picture was taken, and how it must be turned."""
    made = PillowImage.Exif()
    made[ExifTags.Base.Model] = "SECRETCAM"
    made[ExifTags.Base.Orientation] = orientation
    made[ExifTags.Base.ImageDescription] = "Huaraz"
    place = made.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitudeRef] = "S"
    place[ExifTags.GPS.GPSLatitude] = (9.0, 31.0, 40.0)
    return made


def drawn(width=96, height=64):
    """A gradient with a red corner at the top left."""
    picture = PillowImage.linear_gradient("L").resize((width, height)).convert("RGB")
    picture.paste((200, 0, 0), (0, 0, 24, 24))
    return picture


def telling(kind="JPEG", orientation=1, **options):
    """The bytes of a picture of this kind with every sort of metadata that it can have."""
    options |= {"exif": exif(orientation), "icc_profile": PROFILE}
    if kind == "PNG":
        options["pnginfo"] = PngImagePlugin.PngInfo()
        options["pnginfo"].add_text("Comment", "Huaraz")
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", XMP.decode())
    else:
        options["xmp"] = XMP
    file = BytesIO()
    drawn().save(file, kind, **options)
    content = file.getvalue()
    if kind != "JPEG":
        return content
    more = segment(0xED, b"Photoshop 3.0\0008BIM\x04\x04Huaraz")
    more += segment(0xFE, b"Taken in Huaraz") + segment(0xE2, b"FPXR\0 Huaraz")
    return content[:2] + more + content[2:] + b"a second picture of Huaraz"


def segment(marker, data):
    return bytes([0xFF, marker]) + (len(data) + 2).to_bytes(2) + data


def animated(kind):
    """Three frames, one of another colour each, with metadata."""
    frames = [
        PillowImage.new("RGB", (64, 48), name) for name in ("red", "green", "blue")
    ]
    options = {"comment": b"Huaraz"} if kind == "GIF" else {"exif": exif(), "xmp": XMP}
    file = BytesIO()
    frames[0].save(
        file,
        kind,
        save_all=True,
        append_images=frames[1:],
        duration=[70, 140, 210],
        loop=0,
        **options,
    )
    return file.getvalue()


def opened(content):
    return PillowImage.open(BytesIO(content))


def told_by(content):
    """What of the secrets the bytes still tell."""
    return [secret for secret in SECRETS if secret in content]
