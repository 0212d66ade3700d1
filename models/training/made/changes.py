"""Changes to real rows: negations added or removed (the label flips), and names, places, genders or letters changed
(the label stays)."""
import random
import re

from made import lexicon, people
from made.expand import NEGATIVE, POSITIVE, RATHER_POSITIVE, label

SHORT, NOISY = 9, ('s140_100k', 's140_ptiwari', 's140_twitter4000')
DENIED = re.compile(r"\b(not|no|never|nothing|nobody|none|hardly|barely|without|but|however|although|if|too)\b|n['’]t\b|\?", re.I)
GOOD = '|'.join(w for w in lexicon.LISTS['good'] if ' ' not in w)
BAD = '|'.join(w for w in lexicon.LISTS['bad'] if ' ' not in w)
ADD = {2: re.compile(rf'\b(is|was|are|were)( (?:very|so|really|just|quite|pretty))? ({GOOD})\b', re.I),
       0: re.compile(rf'\b(is|was|are|were)( (?:very|so|really|just|quite|pretty))? ({BAD})\b', re.I)}
REMOVE = re.compile(rf"\b(is|was|are|were)(?: not|n['’]t) ((?:{GOOD})\b)", re.I)
LOVE = re.compile(r"\b(I|we) (really )?(love|like|enjoy|recommend|trust)\b", re.I)


def flip(row, rng):
    """The row with a negation added or removed and its new target, or None where the flip is not sure."""
    text = row['text']
    if len(text.split()) > SHORT or row['source'] in NOISY or text.count('.') > 1 or '\n' in text or row['label'] == 1:
        return None
    if row['label'] == 0 and len(REMOVE.findall(text)) == 1 == len(DENIED.findall(text)):
        return REMOVE.sub(r'\1 \2', text), POSITIVE
    if DENIED.search(text):
        return None
    if len(ADD[row['label']].findall(text)) == 1:
        put = rng.choice([r'\1 not \3', r"\1n't \3", r'\1 not\2 \3', r'\1 never \3'])
        return ADD[row['label']].sub(put, text), NEGATIVE if row['label'] == 2 else RATHER_POSITIVE
    if row['label'] == 2 and len(LOVE.findall(text)) == 1:
        return LOVE.sub(rng.choice([r"\1 don't \2\3", r'\1 do not \3', r"\1 can't \3", r'\1 never \3']), text), NEGATIVE
    return None


def flips(rows, seed):
    rng, out = random.Random(seed), []
    for row in rows:
        changed = flip(row, rng)
        if changed:
            out.append({'text': changed[0], 'target': changed[1], 'label': label(changed[1]), 'classes': 3,
                        'source': 'flips', 'domain': 'made'})
    return out


MEMBER = {w: group for group in ('surnames', 'peoples', 'places', 'women', 'men') for w in people.GROUPS[group]}
PARTNER = {**{a: b for a, b in people.GENDER}, **{b: a for a, b in reversed(people.GENDER)}, 'him': 'her'}
CAPITAL = re.compile(r'\b(' + '|'.join(sorted(map(re.escape, MEMBER), key=len, reverse=True)) + r')\b')
GENDERED = re.compile(r'\b(' + '|'.join(sorted(map(re.escape, PARTNER), key=len, reverse=True)) + r')\b', re.I)


def cased_like(word, model):
    return word.upper() if model.isupper() and len(model) > 1 else word.capitalize() if model[0].isupper() else word


def swap(text, rng):
    """The same text about someone or somewhere else; None where it names neither."""
    chosen = {}

    def other(match):
        word = match.group()
        group = MEMBER[word]
        group = 'names' if group in ('women', 'men') and rng.random() < .5 else group
        return chosen.setdefault(word, rng.choice(people.GROUPS[group]))

    changed = CAPITAL.sub(other, text)
    if changed == text or rng.random() < .3:
        changed = GENDERED.sub(lambda m: cased_like(PARTNER[m.group().lower()], m.group()), changed)
    return None if changed == text else changed


TONE = {word for name in ('good', 'bad', 'good_who', 'bad_who', 'loves', 'loved', 'hates') for word in lexicon.LISTS[name]}
LONG = re.compile(r'[A-Za-z]{4,}')


def mistype(text, rng):
    """One to three slips of the finger in the longer words, those that carry the tone first; None where there is none."""
    long = list(LONG.finditer(text))
    rng.shuffle(long)
    long.sort(key=lambda match: match.group().lower() not in TONE)
    changed = text
    for match in sorted(long[:rng.choice([1, 2, 2, 3])], key=re.Match.start, reverse=True):
        changed = changed[:match.start()] + slip(match.group(), rng) + changed[match.end():]
    return None if changed == text else changed


def slip(word, rng):
    """A word of three letters or more, changed: letters swapped, left out, doubled or another one."""
    changed = slip_once(word, rng)
    return changed if changed != word else slip(word, rng)


def slip_once(word, rng):
    at, kind = rng.randrange(1, len(word) - 1), rng.randrange(5)
    if kind == 0:
        return word[:at] + word[at + 1] + word[at] + word[at + 2:]
    if kind == 1:
        return word[:at] + word[at + 1:]
    if kind == 2:
        return word[:at] + word[at] + word[at:]
    if kind == 3:
        return word[:at] + rng.choice('aeiou' if word[at] in 'aeiou' else 'bcdfghklmnprst') + word[at + 1:]
    return re.sub(r'(.)\1', r'\1', word) if re.search(r'(.)\1', word) else word[:at] + word[at + 1:]


def slipped(rows, seed, n):
    """n short rows with a slip of the finger in a word that carries the tone; what they are labelled stays."""
    rng = random.Random(seed)
    short = [row for row in rows if 8 < len(row['text']) < 160 and row['source'] not in NOISY
             and any(word.lower() in TONE for word in LONG.findall(row['text']))]
    chosen = rng.sample(short, min(n, len(short)))
    return [{**row, 'text': mistype(row['text'], rng), 'source': 'slips', 'domain': 'made'} for row in chosen]


def pairs(rows, seed, n):
    """About n (text, changed, whether by slips) of texts with one tone, shortest first: two thirds swaps, the rest typos."""
    rng = random.Random(seed)
    short = [row['text'] for row in rows if 8 < len(row['text']) < 160]
    rng.shuffle(short)
    swapped = ((text, swap(text, rng)) for text in short)
    found = []
    for text, changed in swapped:
        if changed:
            found.append((text, changed, False))
            if len(found) >= n * 2 // 3:
                break
    typed = ((text, mistype(text, rng), True) for text in reversed(short[-n // 2:]))
    found += [pair for pair in typed if pair[1]][:n // 3]
    return sorted(found, key=lambda pair: (len(pair[0]), pair))
