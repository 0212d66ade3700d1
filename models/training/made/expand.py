"""A tiny grammar: '{slot}' in a template is replaced by a random entry of the list of that name, again and again."""
import re

SLOT = re.compile(r'\{(\w+)\}')

NEGATIVE, NEUTRAL, POSITIVE = (.97, .02, .01), (.03, .94, .03), (.01, .02, .97)
RATHER_POSITIVE, RATHER_NEGATIVE = (.04, .22, .74), (.80, .15, .05)
BALANCED_NEGATIVE, BALANCED_POSITIVE = (.40, .48, .12), (.12, .48, .40)


def label(target):
    return max(range(3), key=lambda i: target[i])


def words_of(text):
    """Entries of a word list: separated by '|' or line breaks."""
    return [w.strip() for w in re.split(r'[|\n]', text) if w.strip()]


def expand(template, lists, rng):
    """Fills the slots of a template; a list's entry may have slots of its own."""
    while True:
        filled = SLOT.sub(lambda m: str(rng.choice(lists[m.group(1)])), template, count=1)
        if filled == template:
            return filled
        template = filled


def sentence(text, rng):
    """Capital or not, full stop or not, the way people type."""
    text = re.sub(r'\s+', ' ', text).strip()
    text = re.sub(r'\b([Aa]) (?=[aeiouAEIOU])', r'\1n ', text)
    r = rng.random()
    if r < .7:
        text = text[0].upper() + text[1:]
    elif r < .76:
        text = text.upper()
    if text[-1].isalnum() and rng.random() < .6:
        text += rng.choice(['.', '.', '.', '!', '...'])
    return text
