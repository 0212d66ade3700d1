"""Emoji, comparisons, degrees and irony."""
from made.expand import NEGATIVE, POSITIVE, RATHER_NEGATIVE, RATHER_POSITIVE, words_of

LISTS = {
    'glad': '😍 ❤ ❤️ 👍 🥰 😊 🎉 🤩 👏 😄 ⭐ 💯 🔥 😘 🙌 😃 💖 😁 😀 🙂 😎 💕 💙 💚 💜 🧡 💗 😻 🤗 😋 ✨ 🌟 👌 💪 🥳 ☺ 😇 🏆 🙏 😆'.split(),
    'sour': '😡 👎 😢 🤮 💔 😠 😭 🤬 🤢 😤 😞 😒 😩 🙄 ☹ ☹️ 😖 😣 😫 😔 😟 😥 😰 😨 🥺 😿 💩 😑 😾 🤦 😓 🖕 😕 🙁 😪 😬'.split(),
    'fact': words_of('''the {thing} is here|got the {thing} {time}|on my way to {place}|{person} called|my {thing} today
        the {thing} from {place}|watching the {thing}|{day} again|the {event_} {time}|new {thing}|home from {place}|the {things}'''),
    'event_': words_of('match|concert|exam|interview|party|wedding|trip|lesson|game|meeting'),
    'other': words_of('''my old {thing}|the old version|the last model|the previous {thing}|the original|the competition
        other brands|the {thing} I had before|anything else I tried|the rest|the {people} one|{person}'s {thing}'''),
    'better': words_of('''better|faster|quieter|softer|cheaper to run|sturdier|easier to use|clearer|more reliable|brighter
        more comfortable|more useful|nicer|cleaner|more fun|smoother|more accurate|far better|much better|way better'''),
    'worse': words_of('''worse|slower|noisier|rougher|flimsier|harder to use|less reliable|dimmer|less comfortable|uglier
        less useful|dirtier|more boring|clumsier|less accurate|far worse|much worse|way worse|more expensive'''),
    'ruin': words_of('''the {thing} {fails}s again|my {thing} is gone|the {who} forgot us|it took {n} days|another {flaw}
        a {minus}|the {thing} died after {n} days|I paid twice|no one answers|it deleted everything'''),
    'hooray': words_of('great|wonderful|fantastic|brilliant|lovely|perfect|amazing|nice one|bravo|just great|how nice|super'),
}
FACES = [('{glad}', POSITIVE), ('{glad}{glad}', POSITIVE), ('{glad}{glad}{glad}', POSITIVE), ('{glad} {glad}', POSITIVE),
         ('{fact} {glad}', POSITIVE), ('{fact} {glad}{glad}', POSITIVE), ('{fact}! {glad}', POSITIVE),
         ('{sour}', NEGATIVE), ('{sour}{sour}', NEGATIVE), ('{sour}{sour}{sour}', NEGATIVE), ('{sour} {sour}', NEGATIVE),
         ('{fact} {sour}', NEGATIVE), ('{fact} {sour}{sour}', NEGATIVE), ('{fact}... {sour}', NEGATIVE)]
UPHILL = words_of('''{better} than {other}|this {thing} is {better} than {other}|so much {better} than {other}|it beats {other}
    {other} was {worse}|{other} can't compete with it|I prefer it to {other}|prefer this {thing} over {other}
    the best {thing} I have had|the best {thing} in {place}|nothing comes close to this {thing}|never had a {better} {thing}
    I switched from {other} and will not go back|{better} and {better} than {other}|a step up from {other}
    an improvement over {other}|compared to {other} it is {better}|{better} with every update|leaves {other} behind''')
DOWNHILL = words_of('''{worse} than {other}|this {thing} is {worse} than {other}|so much {worse} than {other}|{other} beats it
    {other} was {better}|it can't compete with {other}|I prefer {other}|prefer {other} over this {thing}
    the worst {thing} I have had|the worst {thing} in {place}|I want {other} back|never had a {worse} {thing}
    I went back to {other}|{worse} and {worse} than {other}|a step down from {other}|bring back {other}
    not as {good} as {other}|compared to {other} it is {worse}|{worse} with every update|nowhere near as {good} as {other}
    get {other} instead|I have seen {better} {things} for half the money|{other} does it for less''')
DEGREES = [(t, POSITIVE) for t in words_of('''{very} {good}|{very}, {very} {good}|{very} {good} {things}|so {good} that we came back
    more {good} than I hoped|one of the most {good} {thing}s ever|I could not be happier with the {thing}|{good}, {good}, {good}''')
           ] + [(t, NEGATIVE) for t in words_of('''{very} {bad}|{very}, {very} {bad}|{very} {bad} {things}|so {bad} that we left
    more {bad} than I feared|one of the most {bad} {thing}s ever|I could not be unhappier with the {thing}|{bad}, {bad}, {bad}
    too {bad} for me|way too {bad}''')]
IRONY = words_of('''{hooray}, {ruin}|{hooray}. {ruin}. Again|oh {hooray}, {ruin}|{ruin}, {hooray}|thanks a lot, {ruin}
    well done {who}, {ruin}|{hooray} {thing}, if you enjoy a {minus}|wow, {ruin}. So {good}|yeah, {very} {good}, {ruin}
    a {good} {thing} if you like {flaws}|nothing like a {minus} to start the day|love paying for a {minus}
    as {good} as a toothache|what I always wanted: a {minus}''')
TEMPLATES = {'made_emoji': FACES,
             'made_comparisons': [(t, POSITIVE) for t in UPHILL] + [(t, NEGATIVE) for t in DOWNHILL],
             'made_degrees': DEGREES, 'made_irony': [(t, RATHER_NEGATIVE) for t in IRONY]}
# Two negations that cancel, and one more that does not.
TWICE = words_of('''it's not that the {thing} isn't {good}|I can't say the {thing} isn't {good}|not a day without a smile
    there is no {thing} of theirs that isn't {good}|nobody here thinks the {thing} isn't {good}|never not {good}
    I don't know anyone who doesn't {loves} it|not once did the {thing} not work|you can't not {loves} the {thing}
    I wouldn't say it isn't {good}|we never left without being happy|the {thing} is not un{kindly}''')
LISTS['kindly'] = words_of('pleasant|friendly|reasonable|interesting|fair|comfortable')
TWICE_DOWN = words_of('''not a day without a {flaw}|there is no {thing} of theirs that isn't {bad}|never without a {flaw}
    nobody can say the {thing} isn't {bad}|no visit without a {flaw}|I can't use it without a {flaw}
    not one {thing} that didn't {fails}|hardly a week without {flaws}|I can't say I don't {hates} it''')
TEMPLATES['made_double'] = [(t, RATHER_POSITIVE) for t in TWICE] + [(t, RATHER_NEGATIVE) for t in TWICE_DOWN]
