#!/usr/bin/env python3
"""Writes layouts/srgb.icc: the sRGB profile of the output intent, ICC version 4.2.

    tools/make_srgb.py layouts/srgb.icc

IEC 61966-2-1 with its curve as a formula, in a fifteenth of what tables take: every PDF
holds the profile.  The colorants are those of the standard, adapted to D50 by Bradford.
"""
import struct
import sys

D50 = (0.9642, 1.0, 0.8249)
RED = (0.43607, 0.22249, 0.01392)
GREEN = (0.38515, 0.71687, 0.09708)
BLUE = (0.14307, 0.06061, 0.71410)
ADAPTATION = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707,
              -0.00925, 0.01508, 0.75168)
# y = (a x + b) ^ g where x >= d, else c x
CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def fixed(*numbers):
    return b"".join(struct.pack(">i", round(n * 65536)) for n in numbers)


def text(words):
    """One record, in English as it is spoken in the United States."""
    encoded = words.encode("utf-16-be")
    return b"mluc" + struct.pack(">4xII2s2sII", 1, 12, b"en", b"US", len(encoded), 28) + encoded


def xyz(numbers):
    return b"XYZ \0\0\0\0" + fixed(*numbers)


curve = b"para\0\0\0\0" + struct.pack(">HH", 3, 0) + fixed(*CURVE)
tags = [
    (b"desc", text("sRGB")),
    (b"cprt", text("CC0")),
    (b"wtpt", xyz(D50)),
    (b"chad", b"sf32\0\0\0\0" + fixed(*ADAPTATION)),
    (b"rXYZ", xyz(RED)),
    (b"gXYZ", xyz(GREEN)),
    (b"bXYZ", xyz(BLUE)),
    (b"rTRC", curve),
    (b"gTRC", curve),
    (b"bTRC", curve),
]

start = 128 + 4 + 12 * len(tags)
table, data, places = b"", b"", {}
for name, value in tags:
    if value not in places:
        data += bytes(-len(data) % 4)
        places[value] = start + len(data)
        data += value
    table += name + struct.pack(">II", places[value], len(value))
data += bytes(-len(data) % 4)
date = (2020, 1, 1, 0, 0, 0)
header = struct.pack(">I4xI4s4s4s6H4s", start + len(data), 0x04200000, b"mntr", b"RGB ",
                     b"XYZ ", *date, b"acsp")
header += bytes(68 - len(header)) + fixed(*D50)
header += bytes(128 - len(header))
with open(sys.argv[1], "wb") as file:
    file.write(header + struct.pack(">I", len(tags)) + table + data)
