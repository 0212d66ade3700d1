"""What the model reads of a text: the mirror of src/domain/clean.ts."""
import html
import re

TAG = re.compile(r'</?[a-z][a-z0-9-]*(?:\s[^<>]*)?/?>|<!--[\s\S]*?-->|<!doctype[^<>]*>', re.I)
HIDDEN = re.compile(r'<(script|style)\b[^<>]*>[\s\S]*?</\1\s*>', re.I)
BLOCK = re.compile(r'<\/?(?:br|p|div|li|ul|ol|tr|td|th|table|h[1-6]|hr|blockquote|section|article)\b', re.I)
ENTITY = re.compile(r'&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}\d{0,2}));', re.I)
CONTROL = re.compile(r'[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]')
NAMES = ('amp lt gt quot apos hellip ndash mdash lsquo rsquo ldquo rdquo laquo raquo bull middot copy reg trade deg '
         'euro pound yen cent times frac12 eacute egrave ecirc agrave aacute acirc auml ouml uuml szlig ccedil ntilde '
         'iacute oacute uacute ocirc aring oslash aelig iexcl iquest zwj zwnj').split()
NAMED = {**{name: html.unescape(f'&{name};') for name in NAMES}, 'nbsp': ' ', 'shy': ''}


def _character(match):
    decimal, hexadecimal, name = match.groups()
    if name:
        return NAMED.get(name, NAMED.get(name.lower(), match.group()))
    code = int(decimal) if decimal else int(hexadecimal, 16)
    valid = 0 < code <= 0x10ffff and not 0xd800 <= code <= 0xdfff
    return chr(code) if valid else match.group()


def clean(text):
    if '<' in text or '&' in text:
        text = TAG.sub(lambda m: '\n' if BLOCK.match(m.group()) else '', HIDDEN.sub(' ', text))
        text = ENTITY.sub(_character, text)
    return CONTROL.sub('', text).strip()
