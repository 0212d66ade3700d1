"""Rows the corpus lacks, made from templates. `rows(seed, n)` is deterministic."""
import random

from made import asides, contrast, finance, lexicon, negation, neutral, people
from made.expand import expand, label, sentence

FAMILIES = (negation, neutral, contrast, finance, asides)
SHARE = {'made_statements': 3, 'made_questions': 1.5, 'made_negated_criticism': 3, 'made_negated_praise': 2,
         'made_contrast': 2.5, 'made_finance': 2, 'made_fragments': .4, 'made_irony': .5, 'made_double': .6,
         'made_degrees': .6, 'made_plain': 1.5}


def families():
    """Templates with their targets by source name, and the word lists each may use."""
    for module in FAMILIES:
        lists = {**lexicon.LISTS, **people.LISTS, **module.LISTS}
        for name, templates in module.TEMPLATES.items():
            yield name, templates, lists


def rows(seed, n):
    """About n rows, distinct, in the documented shape plus their `target`."""
    rng, made, seen = random.Random(seed), [], set()
    known = list(families())
    total = sum(SHARE.get(name, 1) for name, _, _ in known)
    for name, templates, lists in known:
        for _ in range(round(n * SHARE.get(name, 1) / total)):
            template, target = rng.choice(templates)
            text = sentence(expand(template, lists, rng), rng)
            if text.lower() not in seen:
                seen.add(text.lower())
                made.append({'text': text, 'target': target, 'label': label(target), 'classes': 3,
                             'source': name, 'domain': 'made'})
    return made
