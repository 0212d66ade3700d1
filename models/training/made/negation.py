"""Negated praise is negative, negated criticism rather positive, and the plain forms keep their own label."""
from made.expand import NEGATIVE, POSITIVE, RATHER_POSITIVE, words_of

LISTS = {
    'subject': words_of('''the {thing}|this {thing}|that {thing}|our {thing}|my new {thing}|the {colour} {thing}|it
        the {thing} I ordered|the {thing} from {place}|the {thing} here'''),
    'not': words_of("is not|isn't|was not|wasn't|is never|was never|is hardly|is far from|was anything but|isn't really"),
    'not_at_all': words_of('at all|in any way|one bit|in the least|whatsoever|by any measure|to be honest|for me||||'),
    'dont': words_of("don't|do not|didn't|did not|can't|could not|never|wouldn't|would never|really don't"),
    'wont': words_of("won't|will not|doesn't|does not|didn't|never seems to|refuses to|fails to|no longer wants to|can't"),
    'doesnt': words_of("doesn't|does not|didn't|never did|won't|did not once|never seems to"),
    'none': words_of('no|zero|not a single|without any|not one|without a|not even one'),
    'none_many': words_of("no|zero|without|didn't have any|I've had no|there were no|free of|never had any|never any"),
    'tail': words_of('so far|after {n} weeks|in {n} months|since {month}|up to now|in all these years||||'),
}

PRAISE_DENIED = words_of('''{subject} {not} {good} {not_at_all}
    {subject} {not} {very} {good}
    the {things} {are_not} {good} {not_at_all}
    the {who} {not} {good_who} {not_at_all}
    I {dont} {loves} {subject} {not_at_all}
    I {dont} {loves} the {things} {not_at_all}
    we {dont} {loves} this place
    {person} {dont} {loves} the {thing}
    {subject} {wont} {works} {tail}
    the {things} {dont_they} {works} properly
    nothing {good} about {subject}
    there is nothing {good} about the {things}
    no {plus}, no {plus}
    I found nothing {good} in it
    nobody {loved} the {thing}
    I have yet to see a {good} {thing} from them
    I would not call the {thing} {good}
    I would not call it a {good} {thing}
    can't say the {thing} is {good}
    I don't think {subject} is {good}
    I don't think this is a {good} {thing}
    we did not find the {thing} {good} or {good}
    neither {good} nor {good}
    not {good}, not {good}, just not {good}
    not {good} {not_at_all}
    not {very} {good}
    not a {good} {thing}
    hardly {good}
    barely {good}, never {good}
    never {good}
    less than {good}
    not even remotely {good}
    it could be {good}, it is not
    it was supposed to be {good} and it isn't
    supposed to be {good}; it's not
    {subject} lacks a {plus}
    we expected a {good} {thing} and got none
    does not do what it promises {tail}
    they did not {works_who} {tail}
    nobody bothered to help us {tail}
    not satisfied with {subject} {tail}
    not happy with the {things} {tail}
    I am not impressed with {subject}
    I'm no longer happy with {subject}
    {person} was not pleased with the {thing}
    wouldn't buy the {thing} again
    I will not buy from this {who} again
    would not recommend {subject} to anyone
    cannot recommend the {thing} {not_at_all}
    not something I would recommend to {person}
    this {thing} isn't worth {n} dollars
    it is not worth the price
    never buying a {thing} from them again
    {subject} {not} as {good} as I hoped
    {subject} {not} as {good} as they claim
    not as {good} as people make it out to be
    not half as {good} as it looks
    not exactly {good}
    {subject} isn't exactly {good}
    not what I would call {good}
    hardly what I would call a {good} {thing}
    it is anything but {good}
    never felt {good} {not_at_all}
    it did not turn out {good}
    it is no good {tail}
    no fun {not_at_all}
    none of the {things} were {good}
    nobody was {good_who} {tail}
    nothing was {good} {tail}
    I don't see what is {good} about {subject}
    I can't see why anyone would {loves} {subject}
    we never {loved} the {things}
    {person} never {loved} {subject}''')
CRITICISM_DENIED = words_of('''{subject} {not} {bad} {not_at_all}
    {subject} {not} {bad}
    the {things} {are_not} {bad} {not_at_all}
    the {who} {not} {bad_who} {not_at_all}
    the {who} {not} {bad_who}
    {none} {flaw} {tail}
    {none_many} {flaws} {tail}
    {none_many} {flaws} with {subject}
    {none_many} {flaws} or {flaws}
    no {flaws}, no {flaws}
    no {flaw}, no {flaw}, no {flaw}
    no {minus}, no {minus}
    {subject} {doesnt} {fails} {tail}
    {subject} {doesnt} {fails} or {fails}
    the {things} never {fails}
    {subject} has never {failed}
    {subject} hasn't {failed} {tail}
    it has not {failed} {tail}
    never {failed} {tail}
    nothing {bad} about {subject}
    there is nothing {bad} about the {things}
    nothing {bad} to say about the {who}
    nothing wrong with the {thing} {tail}
    nothing to criticise about the {who}
    nothing to moan about
    nothing about the {thing} annoyed me
    nothing has {failed} {tail}
    I {dont} {hates} {subject} {not_at_all}
    I {dont} {hates} buying the {thing}
    we did not {hates} the {thing} for a moment
    I have nothing against {subject}
    I could not find a {flaw} {tail}
    can't find any {flaws}
    can't complain about the {thing}
    cannot complain {tail}
    I have no reason to complain {tail}
    no reason to worry about the {thing}
    no {flaws} to report {tail}
    not {bad} {not_at_all}
    not {bad} and not {bad}
    not as {bad} as I feared
    not half as {bad} as they say
    not {bad}
    far from {bad}
    neither {bad} nor {bad}
    never {bad}
    hardly any {flaws} {tail}
    without a single {flaw} {tail}
    I was not disappointed {not_at_all}
    not disappointed with {subject}
    {subject} does not disappoint
    you will not be disappointed with {subject}
    {person} was not disappointed by the {thing}
    I have no regrets about {subject}
    I am not sorry I bought the {thing}
    not a waste of money {not_at_all}
    it wasn't a waste of time
    the {thing} was not hard to set up
    it is not difficult to use {not_at_all}
    installing the {thing} was no trouble {not_at_all}
    no trouble with the {things} {tail}
    the wait for the {thing} was not long
    I never had to wait for the {who}
    I never have to {fix} it
    we didn't miss a thing
    my fears about the {thing} were unfounded
    it is not the {bad} {thing} people make it out to be
    I don't think {subject} is {bad}
    I wouldn't say the {thing} is {bad}
    I don't see what is {bad} about the {thing}
    none of the {things} were {bad}
    nobody was {bad_who}
    nobody was {bad_who} to us {tail}''')
LISTS.update({
    'are_not': words_of("are not|aren't|were not|weren't|are never|are hardly|are far from|were anything but"),
    'dont_they': words_of("don't|do not|didn't|never"),
    'works_who': words_of('answer my mail|call back|keep their word|solve the problem|listen|apologise|refund me|show up'),
    'fix': words_of('restart|repair|reset|recharge|clean|adjust|fix|reinstall|worry about'),
})
PLAIN_PRAISE = words_of('''{subject} is {good}|{subject} was {very} {good}|the {things} are {good}|the {who} was {very} {good_who}
    I {loves} {subject}|we {loved} the {things}|{subject} is {good} and {good}|{very} {good} {thing}
    a {good} {thing} with a {plus}|{person} {loved} the {thing}|the {thing} works every time|always {good}
    everything about the {thing} is {good}|what a {good} {thing}|I would buy the {thing} again|a {plus} and a {plus}
    glad I bought the {thing}|thanks to the {good_who} {who}|so happy with the {things}''')
PLAIN_CRITICISM = words_of('''{subject} is {bad}|{subject} was {very} {bad}|the {things} are {bad}|the {who} was {very} {bad_who}
    I {hates} {subject}|we {hates} the {things}|{subject} is {bad} and {bad}|{very} {bad} {thing}
    a {bad} {thing} with a {minus}|{subject} {always} {fails}s|many {flaws} {tail}|full of {flaws}|always {bad}
    everything about the {thing} is {bad}|what a {bad} {thing}|one {flaw} after another|nothing but {flaws}
    I have so many {flaws} with the {thing}|I had a {flaw} with the {thing} again|so many {flaws}, so many {flaws}
    {subject} has {failed} again|it has {failed} {n} times|I regret buying the {thing}|a {minus} and a {minus}
    I complained about the {thing}|the {thing} was a waste of money|{subject} disappointed us|too many {flaws}''')
LISTS['always'] = words_of('always|constantly|often|still|again')

TEMPLATES = {
    'made_negated_praise': [(t, NEGATIVE) for t in PRAISE_DENIED],
    'made_negated_criticism': [(t, RATHER_POSITIVE) for t in CRITICISM_DENIED],
    'made_plain': [(t, POSITIVE) for t in PLAIN_PRAISE] + [(t, NEGATIVE) for t in PLAIN_CRITICISM],
}
