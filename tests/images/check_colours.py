#!/usr/bin/python3
"""check_colours.py colours|greys PPM...: the emblem of tests/images on page 1, drawn at
144 dpi, has its colours in some places."""
import sys

# Where the picture stands on the page, in points, and what its units are.
LEFT, TOP, UNIT = 55.7, 77.49, 56.2 / 120
PLACES = {
    (60, 50): (200, 16, 46),  # inside the square
    (60, 30): (200, 16, 46),  # the star's upper arm
    (60, 41): (255, 255, 255),  # the square
    (60, 6): (26, 91, 160),  # the ring, above and on the left
    (16, 50): (26, 91, 160),
    (63, 82): (204, 204, 204),  # the cross, cut off by the disc
    (60, 90): (255, 255, 255),
    (118, 2): (255, 255, 255),  # outside
}
TOLERANCE = 24


def read_ppm(name):
    data = open(name, "rb").read()
    magic, width, height, depth, pixels = data.split(None, 4)
    assert magic == b"P6" and depth == b"255", name
    # split() eats white space in front of the pixels, should they begin so
    pixels = data[-3 * int(width) * int(height):]
    return int(width), pixels


def grey(colour):
    red, green, blue = colour
    return (round(0.299 * red + 0.587 * green + 0.114 * blue),) * 3


failed = 0
for name in sys.argv[2:]:
    width, pixels = read_ppm(name)
    for (x, y), wanted in PLACES.items():
        if sys.argv[1] == "greys":
            wanted = grey(wanted)
        column, row = int((LEFT + x * UNIT) * 2), int((TOP + y * UNIT) * 2)
        at = 3 * (row * width + column)
        found = tuple(pixels[at:at + 3])
        if any(abs(a - b) > TOLERANCE for a, b in zip(found, wanted)):
            print(f"{name}: {found} at {x}, {y}, not {wanted}")
            failed += 1
sys.exit(failed > 0)
