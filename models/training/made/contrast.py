"""Two halves that disagree: the verdict decides; where both weigh the same, neutral leads."""
from made.expand import BALANCED_NEGATIVE, BALANCED_POSITIVE, RATHER_NEGATIVE, POSITIVE, NEGATIVE, words_of

LISTS = {
    'up': words_of('''the {thing} is {good}|the {things} are {good}|the {who} was {good_who}|I {loves} the {thing}
        we {loved} the {things}|it has a {plus}|it looks {good}|it is {good} and {good}|the {plus} is a joy
        the idea is {good}|{very} {good} {thing}|it works every time|I would buy it again|it solved my problem
        it turned out {very} {good}|the {thing} won me over|I ended up {very} happy|everyone {loved} it'''),
    'down': words_of('''the {thing} is {bad}|the {things} are {bad}|the {who} was {bad_who}|I {hates} the {thing}
        it has a {minus}|it looks {bad}|it is {bad} and {bad}|the {minus} drives me mad|the idea is {bad}
        {very} {bad} {thing}|it {fails}s all the time|I want a refund|it broke within {n} days|I sent it back
        it turned out {very} {bad}|the {thing} let me down|I ended up {very} unhappy|nobody {loved} it|I gave up'''),
    'verdict_up': words_of('''I am {very} happy with it|I would buy it again|it is worth every cent|I recommend it to everyone
        we had a {good} time|it is still the best {thing} I know|I love it|it does the job {very} well|we will be back
        I can't live without it now|it exceeded my expectations|my {person_one} loves it|it won me over|all is well now'''),
    'verdict_down': words_of('''I am returning it|I want my money back|I would not buy it again|it is a waste of money
        I am {very} disappointed|we will not be back|save your money|I can't recommend it|it ruined our day
        it stopped working after {n} days|I deleted it|nobody answers my mails|it is unusable|I regret it'''),
    'person_one': words_of('wife|husband|son|daughter|mother|father|brother|sister|boss|team|family'),
    'but': words_of('but|but|but|yet|however,|still,|but then|but sadly|only|though'),
    'but_up': words_of('but|but|but|yet|however,|still,|but in the end|but luckily|and yet'),
    'though': words_of('although|though|even though|while|even if|whereas'),
}
TO_NEGATIVE = words_of('''{up}, {but} {down}
    {up} {but} {down}
    {up}. {but} {down}
    {up}, {but} {verdict_down}
    {up} and {up}, {but} {verdict_down}
    {though} {up}, {down}
    {though} {up}, {verdict_down}
    {down}, {though} {up}
    {verdict_down}, {though} {up}
    despite the {plus}, {down}
    despite the {plus}, {verdict_down}
    I wanted to like the {thing}, but {down}
    I really tried to love it, but {verdict_down}
    it used to be {good}, but now it is {bad}
    it used to be {good}, now {down}
    I used to {loves} the {thing}, now {verdict_down}
    it promised a {plus} and delivered a {minus}
    it looks {good} in the photos, in reality {down}
    {good} on paper, {bad} in practice
    {good} at first, {bad} after {n} weeks
    started {good}, ended {bad}
    a {plus} can't make up for a {minus}
    the {plus} is wasted on a {bad} {thing}
    {good} {thing}, {bad} company
    {good} product, {verdict_down}
    apart from the {plus}, {down}
    the {plus} is all it has, {down}
    {good} {thing} spoiled by a {minus}
    the only {good} part is the {plus}''')
TO_POSITIVE = words_of('''{down}, {but_up} {up}
    {down} {but_up} {up}
    {down}, {but_up} {verdict_up}
    {down}. {but_up} {verdict_up}
    {though} {down}, {up}
    {though} {down}, {verdict_up}
    {verdict_up}, {though} {down}
    {verdict_up}, even with the {minus}
    despite the {minus}, {up}
    despite the {minus}, {verdict_up}
    in spite of a {minus}, {verdict_up}
    I expected a {bad} {thing}, but {up}
    I was sceptical at first, now {verdict_up}
    I was worried about the {minus}, but {verdict_up}
    it used to be {bad}, but now it is {good}
    it used to be {bad}, now {up}
    {bad} start, {good} finish
    started {bad}, ended {good}
    {bad} at first, {good} after the update
    apart from the {minus}, {up}
    apart from a {minus}, {verdict_up}
    a {minus} is the only {flaw} of a {good} {thing}
    a bit {bad}, but {very} {good}
    a little {bad}, yet {good} and {good}
    not {good} to look at, but {verdict_up}
    the first one was {bad}, the replacement is {good}
    a few {flaws}, but {verdict_up}''')
EVEN = words_of('''{good} {thing}, {bad} {thing}|{plus}, {minus}|a {plus} and a {minus}|{good} {things}, {bad} {things}
    some parts are {good}, others are {bad}|the {thing} is {good}, the {thing} is {bad}''')
TEMPLATES = {
    'made_contrast': [(t, RATHER_NEGATIVE) for t in TO_NEGATIVE] + [(t, (.05, .15, .80)) for t in TO_POSITIVE]
    + [(t, BALANCED_NEGATIVE) for t in EVEN]
    + [('{bad} {thing}, {good} {thing}', BALANCED_POSITIVE), ('{minus}, {plus}', BALANCED_POSITIVE)],
    'made_verdicts': [('{verdict_up}', POSITIVE), ('{up}', POSITIVE), ('{up} and {up}', POSITIVE), ('{up}, {verdict_up}', POSITIVE),
                      ('{verdict_down}', NEGATIVE), ('{down}', NEGATIVE), ('{down} and {down}', NEGATIVE),
                      ('{down}, {verdict_down}', NEGATIVE)],
}
