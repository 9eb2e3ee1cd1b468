"""Pictures without what they tell beside the picture: where, when, with what and by whom.

A picture is decoded and written anew, so nothing is left that was not seen. What cannot be
decoded, or would fill the memory, is refused: it is never passed on as it is. CPU work, to be run
in a thread.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageCms, ImageOps, ImageSequence

from bot.services.file_types import type_of

MOST_PIXELS = 50_000_000
"""Of all frames together; a phone's camera makes 12 to 50 million, a bomb many more."""

MOST_FRAMES = 200
_READABLE = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "AVIF")
_LONGEST_SIDE = 4096  # of what Telegram is to show as a photo
_WRITTEN_AS = {"JPEG": "JPEG", "MPO": "JPEG", "BMP": "PNG"}
_EXTENSIONS = {"JPEG": "jpg", "TIFF": "tif"}
_OPTIONS: Mapping[str, Mapping[str, Any]] = {
    "JPEG": {"quality": 90},
    "WEBP": {"quality": 90},
    "AVIF": {"quality": 80},
    "TIFF": {"compression": "tiff_deflate"},
}
_MODES = {"JPEG": ("RGB", "L"), "PNG": ("RGB", "RGBA", "L", "LA", "1", "P")}

Image.MAX_IMAGE_PIXELS = None  # its warning depends on who listens: the limit is checked here


class NotCleanable(Exception):
    """The picture cannot be freed of what it tells, so it must not go on."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file for other eyes than the sender's; `extension` without a dot."""

    content: bytes
    extension: str


def cleaned(content: bytes, *, as_photo: bool) -> Cleaned:
    """Return what officials get: a picture written anew, anything else as it is.

    With `as_photo` it must be a picture, and is made no larger than Telegram shows. Raises
    NotCleanable.
    """
    found = type_of(content)
    if not (as_photo or found.is_picture):
        return Cleaned(content, found.extension)
    try:
        with Image.open(io.BytesIO(content), formats=_READABLE) as picture:
            return _written_anew(picture, as_photo=as_photo)
    except NotCleanable:
        raise
    except Exception as error:  # whatever a decoder makes of a broken file
        raise NotCleanable(type(error).__name__) from error


def _written_anew(picture: Image.Image, *, as_photo: bool) -> Cleaned:
    name = picture.format or ""
    target = "JPEG" if as_photo else _WRITTEN_AS.get(name, name)
    frames = _frames(picture, only_first=target == "JPEG")
    if as_photo:
        frames[0].thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    options = dict(_OPTIONS.get(target, {}))
    frames = [_in_mode(frame, target) for frame in frames]
    if len(frames) > 1:
        options |= {"save_all": True, "append_images": frames[1:]} | _timing(picture)
    out = io.BytesIO()
    frames[0].save(out, target, **options)
    return Cleaned(out.getvalue(), _EXTENSIONS.get(target, target.lower()))


def _frames(picture: Image.Image, *, only_first: bool) -> list[Image.Image]:
    """Return the bare frames, turned the right way up; raises NotCleanable for a bomb."""
    frames: list[Image.Image] = []
    pixels = 0
    for frame in ImageSequence.Iterator(picture):
        pixels += frame.width * frame.height
        if pixels > MOST_PIXELS or len(frames) == MOST_FRAMES:
            raise NotCleanable("too large")
        frames.append(_bare(frame))
        if only_first:
            break
    return frames


def _bare(frame: Image.Image) -> Image.Image:
    """Return the pixels alone, in the colours in which they are meant to be seen."""
    upright = ImageOps.exif_transpose(frame)
    profile = frame.info.get("icc_profile")
    transparency = frame.info.get("transparency") if upright.mode == "P" else None
    upright = upright.convert("RGBA") if transparency is not None else upright
    if profile and upright.mode in ("RGB", "CMYK"):
        upright = _in_srgb(upright, profile)
    upright.info = {}
    upright.getexif().clear()
    return upright


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        srgb = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(picture, own, srgb, outputMode="RGB") or picture
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture


def _in_mode(frame: Image.Image, target: str) -> Image.Image:
    """Return the frame in a mode that the format can hold; what was transparent turns white."""
    modes = _MODES.get(target)
    if modes is None or frame.mode in modes:
        return frame
    if target != "JPEG" or "A" not in frame.mode:
        return frame.convert("RGBA" if "A" in frame.mode else "RGB")
    ground = Image.new("RGBA", frame.size, "white")
    ground.alpha_composite(frame.convert("RGBA"))
    return ground.convert("RGB")


def _timing(picture: Image.Image) -> dict[str, Any]:
    return {name: picture.info[name] for name in ("duration", "loop") if name in picture.info}
