"""Odd strings, to compare tokenizers with: scripts, symbols, emoji, joiners, controls, unassigned code points."""
import random
import sys

RANGES = [(0x20, 0x7e)] * 6 + [(0xa0, 0x24f), (0x300, 0x36f), (0x370, 0x3ff), (0x400, 0x4ff), (0x590, 0x6ff),
          (0x900, 0x97f), (0xe00, 0xe7f), (0x10a0, 0x10ff), (0x1100, 0x11ff), (0x1e00, 0x1eff), (0x2000, 0x206f),
          (0x2070, 0x209f), (0x20a0, 0x20bf), (0x2100, 0x218b), (0x2190, 0x23ff), (0x2460, 0x27bf), (0x3000, 0x30ff),
          (0x4e00, 0x4fff), (0xac00, 0xad00), (0xe000, 0xe010), (0xfb00, 0xfb4f), (0xfe00, 0xfe0f), (0xff00, 0xffef),
          (0x1d400, 0x1d7ff), (0x1f1e6, 0x1f1ff), (0x1f300, 0x1f64f), (0x1f900, 0x1f9ff), (0xe0020, 0xe007f), (0, 0x1f)]
WORDS = ["don't", 'CAN’T', 'n’t', "isn't.", 'https://a.b/c?d=e', 'www.x.y', '@some_one', '@', 'a@b.c', '#tag', 'İstanbul',
         'ΣΑΣ', 'ﬁne', 'naïve', 'Emma', "Ravi's", 'RAVING', 'Okafor', 'Zürich', 'He', 'hers', 'Chairwoman', 'e\u0301', '½', '№', '…', '👨\u200d👩\u200d👧', '👍🏽', '❤️', '[CLS]x', '###', 'snake_case',
         'x' * 61, 'good', 'bad', 'USB-C', '4.5', '1,000', 'ß', 'ŉ', '\u00ad', '\ufeff', '\u200b', '\ufffd', 'Ǆ', 'ſ', 'K']


def strings(n, seed=0):
    rng = random.Random(seed)
    return [''.join(part(rng) for _ in range(rng.randrange(1, 14))) for _ in range(n)]


def part(rng):
    if rng.random() < .45:
        return rng.choice(WORDS) + rng.choice(['', ' ', ' ', '\n', '\t'])
    low, high = rng.choice(RANGES)
    run = ''.join(chr(rng.randint(low, high)) for _ in range(rng.randrange(1, 6)))
    return run + rng.choice(['', '', ' '])


if __name__ == '__main__':
    print(*map(ascii, strings(int(sys.argv[1]))), sep='\n')
