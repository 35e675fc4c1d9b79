"""Pictures' files taken apart and put together again without what isn't picture.

Each function copies the parts that it knows to belong to the picture, its colours or its
animation. All else goes: Exif, XMP, IPTC, comments, thumbnails, second pictures, and
whatever stands behind the end. Pixels aren't touched. Raises ValueError or IndexError
where a file isn't built as its format says.
"""

import re
import struct

# https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B
SCAN, END, COMMENT = 0xDA, 0xD9, 0xFE
APPLICATIONS = range(0xE0, 0xF0)
KEPT_APPLICATIONS = ((0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe"))
NEXT_MARKER = re.compile(rb"\xff(?=[\x01-\xcf\xd8-\xfe])")

# https://www.w3.org/TR/png-3/
PNG_KEPT = set(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD pHYs "
    b"acTL fcTL fdAT".split()
)

# https://www.w3.org/Graphics/GIF/spec-gif89a.txt
GIF_IMAGE, GIF_EXTENSION, GIF_END = 0x2C, 0x21, 0x3B
GIF_CONTROL, GIF_APPLICATION = 0xF9, 0xFF
GIF_KEPT = {b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"}

# https://developers.google.com/speed/webp/docs/riff_container
WEBP_KEPT = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
WEBP_METADATA_FLAGS = 0x0C
WEBP_FRAME_HEADER = 16


def jpeg(content):
    kept = [content[:2]]
    position = 2
    while True:
        position = expect(NEXT_MARKER, content, position)
        marker = content[position + 1]
        if marker == END:
            return b"".join([*kept, b"\xff\xd9"])
        end = position + 2 + int.from_bytes(content[position + 2 : position + 4])
        if marker == SCAN:
            end = expect(NEXT_MARKER, content, end)
        kept.append(jpeg_segment(marker, content[position:end]))
        position = end


def expect(pattern, content, position):
    found = pattern.search(content, position)
    if not found:
        raise ValueError("The file ends too early.")
    return found.start()


def jpeg_segment(marker, segment):
    """The segment, without the thumbnail if it has one; nothing if it is metadata."""
    if marker not in APPLICATIONS and marker != COMMENT:
        return segment
    if not any(
        marker == kept and segment[4:].startswith(name)
        for kept, name in KEPT_APPLICATIONS
    ):
        return b""
    if marker == APPLICATIONS[0]:
        return segment[:2] + b"\0\x10" + segment[4:16] + b"\0\0"
    return segment


def png(content):
    kept = [content[:8]]
    position = 8
    while True:
        length, name = struct.unpack_from(">I4s", content, position)
        end = position + 12 + length
        if name in PNG_KEPT:
            kept.append(content[position:end])
        if name == b"IEND":
            return b"".join(kept)
        position = end


def gif(content):
    position = 13 + colour_table(content[10])
    kept = [content[:position]]
    while content[position] != GIF_END:
        start = position
        if content[start] == GIF_IMAGE:
            position += 11 + colour_table(content[start + 9])
        elif content[start] == GIF_EXTENSION:
            position += 2
        else:
            raise ValueError("The file isn't built as a GIF is.")
        while length := content[position]:
            position += 1 + length
        position += 1
        if is_kept_in_gif(content, start):
            kept.append(content[start:position])
    return b"".join([*kept, bytes([GIF_END])])


def colour_table(flags):
    return 3 << (1 + (flags & 7)) if flags & 0x80 else 0


def is_kept_in_gif(content, start):
    kind, label = content[start], content[start + 1]
    if kind == GIF_IMAGE or label == GIF_CONTROL:
        return True
    return label == GIF_APPLICATION and content[start + 3 : start + 14] in GIF_KEPT


def webp(content):
    length = int.from_bytes(content[4:8], "little")
    body = b"WEBP" + webp_chunks(content[12 : 8 + length])
    return b"RIFF" + struct.pack("<I", len(body)) + body


def webp_chunks(content):
    kept = []
    position = 0
    while position < len(content):
        name, length = struct.unpack_from("<4sI", content, position)
        data = content[position + 8 : position + 8 + length]
        if len(data) < length:
            raise ValueError("The file ends too early.")
        position += 8 + length + length % 2
        if name in WEBP_KEPT:
            kept.append(webp_chunk(name, data))
    return b"".join(kept)


def webp_chunk(name, data):
    if name == b"VP8X":
        data = bytes([data[0] & ~WEBP_METADATA_FLAGS]) + data[1:]
    elif name == b"ANMF":
        frame = webp_chunks(data[WEBP_FRAME_HEADER:])
        data = data[:WEBP_FRAME_HEADER] + frame
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)
