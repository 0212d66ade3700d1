"""Ways to mistype the words of the vocabulary, to share the piece of the word meant (prepare.py writes misspelt.txt).

Of every frequent word those that the texts hold, of words that carry a tone also those that they happen not to hold."""
import collections
import math
import re

from clean import clean
from text import words

SHORTEST, SHORTER, LEAST = 5, 4, 150   # letters of a word, of its misspelling; texts that hold the word
SURE = 10                    # a misspelling is one of the word this many times as frequent as the next it could be of
RARE, RARER = 30, 150        # a misspelling that is seen is this much rarer than the word: a slip, any other letter
COMMON, TORN = 50, 5         # texts that make a word one; how often a misspelling is seen for each longer word it begins
TONE = 1.0                   # natural logarithm of how much likelier a word is in positive than in negative texts
LETTERS = 'abcdefghijklmnopqrstuvwxyz'
KEYS = ('qwertyuiop', 'asdfghjkl', 'zxcvbnm')
BESIDE = {key: row[max(0, i - 1):i] + row[i + 1:i + 2] for row in KEYS for i, key in enumerate(row)}
HEARD = {'a': 'eo', 'e': 'ai', 'i': 'ey', 'o': 'au', 'u': 'o', 'y': 'i'}
CUT = {'couldn', 'didn', 'doesn', 'hadn', 'hasn', 'haven', 'mustn', 'shouldn', 'wouldn'}   # of couldn't, with another sign
TWICE = re.compile(r'(.)\1')


def slips(word):
    """One slip after the first letter: a letter left out, doubled or swapped with the next, the key beside it struck, or a
    vowel that sounds alike."""
    out = set()
    for i in range(1, len(word)):
        before, letter, after = word[:i], word[i], word[i + 1:]
        out |= {before + after, before + letter + letter + after}
        out |= {before + other + after for other in BESIDE[letter] + HEARD.get(letter, '')}
        if after:
            out.add(before + after[0] + letter + after[1:])
    return out - {word}


def confused(word):
    """Another letter doubled than the right one: 'dissapoint'."""
    single = TWICE.sub(r'\1', word)
    return {single[:i] + single[i] + single[i:] for i in range(len(single))} - {word, single} if single != word else set()


def near(word):
    """Any one letter after the first changed or added."""
    return {word[:i] + other + word[end:] for i in range(1, len(word) + 1) for other in LETTERS
            for end in (i, i + 1)} - {word}


def tone(word, positive, negative, totals):
    """How much likelier the word is in positive than in negative texts, as a natural logarithm, smoothed."""
    return math.log((positive[word] + 5) / (totals[0] + 5)) - math.log((negative[word] + 5) / (totals[1] + 5))


def meant(targets, counts, known, toned):
    """Each misspelling and the word it is of; none that is a word itself (`known`) or might well be of two words.
    A word of `toned` has all its slips, any other those that the texts hold."""
    of = collections.defaultdict(list)
    for word in targets:
        seen = {variant for those, rarer in ((slips(word) | confused(word), RARE), (near(word), RARER))
                for variant in those if variant in counts and counts[variant] * rarer <= counts[word]}
        for variant in seen | (slips(word) - counts.keys() if word in toned else set()):
            of[variant].append(word)
    found = {}
    for variant, candidates in of.items():
        best, *others = sorted(candidates, key=lambda word: (-counts[word], word))
        unsure = others and counts[others[0]] * SURE > counts[best]
        if len(variant) >= SHORTER and variant not in known and not unsure:
            found[variant] = best
    return found


def tearing(found, counts, pieces, dictionary):
    """The misspellings that longer words begin with, too often to be pieces of their own: 'extraordinar'."""
    torn = collections.Counter()
    for word, number in counts.items():
        if word in pieces.ids or number < COMMON and word not in dictionary:
            continue
        first = len(word) - 1
        while first and word[:first] not in pieces.ids and word[:first] not in found:
            first -= 1
        if word[:first] in found:
            torn[word[:first]] += number
    return {variant for variant, number in torn.items() if number * TORN > counts[variant]}


def count(rows, raw):
    """In how many texts each word is: of all texts, and of positive and negative ones; and how many of those there are."""
    seen, positive, negative, totals = *(collections.Counter() for _ in range(3)), [0, 0]
    for row in rows:
        said = set(words(clean(row['text'])))
        seen.update(said)
        if row['label'] != 1:
            (positive if row['label'] == 2 else negative).update(said)
            totals[row['label'] == 0] += 1
    for text in raw:
        seen.update(set(words(clean(text))))
    return seen, positive, negative, totals


def groups(counted, pieces, dictionary):
    """A word and its misspellings, a group each, in the order of the words. `counted` is of count(); `pieces` share what
    alike.txt says; `dictionary` holds words that are none's misspelling."""
    seen, positive, negative, totals = counted
    once = {i for i, n in collections.Counter(pieces.ids.values()).items() if n == 1}
    targets = [word for word, i in pieces.ids.items() if i in once and word.isascii() and word.isalpha()
               and len(word) >= SHORTEST and seen[word] >= LEAST]
    toned = {word for word in targets if abs(tone(word, positive, negative, totals)) >= TONE}
    found = meant(targets, seen, pieces.ids.keys() | dictionary | CUT, toned)
    out = collections.defaultdict(list)
    for variant in sorted(found.keys() - tearing(found, seen, pieces, dictionary)):
        out[found[variant]].append(variant)
    return [[word, *out[word]] for word in sorted(out)]
