#!/usr/bin/env python3
"""Makes src/main/resources/rare/RareHanA.ttf.gz and RareHanB.ttf.gz, the fonts of rare Chinese characters.

Source: Hanazono Mincho A and B of 2017-09-04 (GlyphWiki Project, http://fonts.jp/hanazono/), under the Hanazono Font
License: "Unlimited permission is granted to use, copy, and distribute it, with or without modification". Debian has
them as the package fonts-hanazono 20170904-2.1. The parts bear a name of their own.

    apt-get install fonts-hanazono fonttools
    python3 src/main/fonts/rare-han.py /usr/share/fonts/truetype/hanazono src/main/resources/rare

B: CJK extensions B to F, all 60,317 characters of level 3 of GB 18030-2022 that lie beyond the first plane.
A: compatibility ideographs, which Noto Serif SC and Noto Sans SC mostly lack.
Half the units per em of the source, 512: 0.01 mm in the body of a document.
"""
import gzip
import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

UNITS_PER_EM = 512

PARTS = {
    'A': [(0xF900, 0xFAFF), (0x2F800, 0x2FA1F)],
    'B': [(0x20000, 0x2A6DF), (0x2A700, 0x2B739), (0x2B740, 0x2B81D), (0x2B820, 0x2CEA1), (0x2CEB0, 0x2EBE0)],
}

DROPPED = ['BASE', 'FFTM', 'GDEF', 'GSUB', 'prop', 'vhea', 'vmtx']


def named(font, part):
    name = 'Ecopark Rare Han ' + part
    for record in font['name'].names:
        if record.nameID in (1, 4):
            record.string = name
        elif record.nameID == 6:
            record.string = name.replace(' ', '')
        elif record.nameID == 3:
            record.string = name + ' of Hanazono 2017-09-04'


def make(source, target, part, blocks):
    font = TTFont(f'{source}/HanaMin{part}.ttf', recalcTimestamp=False)
    options = subset.Options(hinting=False, glyph_names=False, layout_features=[], notdef_outline=True, name_IDs=['*'])
    options.drop_tables += DROPPED
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[character for first, last in blocks for character in range(first, last + 1)])
    subsetter.subset(font)
    scale_upem(font, UNITS_PER_EM)
    named(font, part)
    plain = f'{target}/RareHan{part}.ttf'
    with open(plain + '.gz', 'wb') as file:
        with gzip.GzipFile(filename='', fileobj=file, mode='wb', compresslevel=9, mtime=0) as packed:
            font.save(packed, reorderTables=False)
    print(plain + '.gz', len(font.getBestCmap()), 'characters')


if __name__ == '__main__':
    for part, blocks in PARTS.items():
        make(sys.argv[1], sys.argv[2], part, blocks)
