"""Pictures for tests, with everything in them that officials must not see."""

from __future__ import annotations

import io

from PIL import ExifTags, Image

MARKS = ("KAMERA-PELAPOR", "Budi Pelapor", "rumah di Jalan Mawar")
"""What the photo says of the one who took it: camera, name, comment."""


def photo_with_gps(
    form: str = "JPEG", *, size: tuple[int, int] = (64, 48), orientation: int = 1
) -> bytes:
    """Return a photo, red on the left and blue on the right, with GPS, names and a comment."""
    picture = Image.new("RGB", size, "red")
    picture.paste("blue", (size[0] // 2, 0, size[0], size[1]))
    exif = Image.Exif()
    exif[ExifTags.Base.Model] = MARKS[0]
    exif[ExifTags.Base.Artist] = MARKS[1]
    exif[ExifTags.Base.ImageDescription] = MARKS[2]
    exif[ExifTags.Base.Orientation] = orientation
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitudeRef], place[ExifTags.GPS.GPSLatitude] = "S", (6.0, 10.0, 31.0)
    place[ExifTags.GPS.GPSLongitudeRef], place[ExifTags.GPS.GPSLongitude] = "E", (106.0, 49.0, 9.0)
    out = io.BytesIO()
    more = {"comment": MARKS[2]} if form == "JPEG" else {}
    picture.save(out, form, exif=exif, **more)
    return out.getvalue()
