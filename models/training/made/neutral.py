"""Statements of fact, questions and requests: no opinion."""
from made.expand import NEUTRAL, words_of

LISTS = {
    'part': words_of('''button|cable|handle|lid|strap|pocket|port|slot|switch|screw|filter|menu|page|tab|chapter|scene|seat
        drawer|shelf|compartment|lens|sensor|remote|stand|cover|sleeve|zip|adapter|manual|spare part|sticker|map|ticket'''),
    'place_in': words_of('''on the left|on the right|at the back|on top|next to the door|under the bridge|near the station
        in the basement|on the second floor|behind the counter|opposite the park|in the old town|at the airport
        below the screen|above the sink|in the drawer|in the settings|in the main menu|at the bottom of the page'''),
    'does': words_of('''opens at {clock}|closes at {clock}|starts at {clock}|ends on {day}|begins in {month}|runs until {month}
        takes {n} minutes|lasts {n} days|weighs {n} grams|costs {n} euros|is {n} cm long|has {n} pages|has {n} seats
        is made of {made_of}|comes in {colour} and {colour}|was built in {year}|was released in {year}|ships from {place}
        needs {n} screws|uses two batteries|has a {part} {place_in}|includes a {part} and a {part}|is sold in packs of {n}
        is available in {place}|is based on a novel from {year}|was filmed in {place}|is set in {year}|is in {place}
        has {n} rooms|has two {part}s|connects by USB|runs on Windows and Mac|supports {n} languages|stands {place_in}
        is {n} years old|belongs to {person}|is on the table|arrives on {day}|leaves at {clock}|is about a family in {place}'''),
    'do': words_of('''change the language|export my data|cancel the order|reset the password|print the invoice|add a user
        book a seat|rent a car|return the {thing}|pair the {thing}|open the {part}|replace the {part}|charge the {thing}
        update the address|download the file|pay by card|use the {thing} abroad|connect two {things}|clean the {part}
        switch to {colour}|turn off the sound|set a timer|scan a ticket|share a list|install it on {n} computers'''),
    'event': words_of('''meeting|concert|match|course|lecture|flight|train|exhibition|festival|conference|interview|class
        call|ceremony|appointment|show|premiere|market|reading|rehearsal|inspection|delivery|tour'''),
    'job': words_of('''accountant|nurse|teacher|driver|engineer|student|designer|baker|pilot|lawyer|farmer|editor|plumber'''),
    'news': words_of('''the council meets in {place}|the road to {place} is closed until {month}|the museum moved to {place}
        the new timetable starts in {month}|the survey covered {n} households|the law takes effect in {month}
        the report has {n} pages|the minister travelled to {place}|the team plays in {place} on {day}'''),
}
STATEMENTS = words_of('''the {thing} {does}
    this {thing} {does}
    our {thing} {does} and {does}
    my {thing} {does}
    the {thing} {does}, the {thing} {does}
    the {event} {does}
    the {event} is on {day} at {clock}
    the {event} was moved from {day} to {day}
    the {event} takes place in {place}
    {person} bought a {thing} in {month}
    {person} ordered the {colour} {thing}
    {person} ordered {n} {things} {time}
    {person} uses a {thing} at work
    {person} works as an {job} in {place}
    {person} lives in {place}
    {person} is at the {event}
    {person} asked about the {thing}
    {name} {surname} plays the {job}
    {name} {surname} wrote the book in {year}
    {name} {surname} directed the film
    Mr {surname} will call on {day}
    Ms {surname} is the new {job}
    I bought the {thing} on {day}
    I bought it for {person}
    I bought a {thing} and two {things}
    I ordered the {things} in size {n}
    I have the {thing} in {colour}
    I have used a {thing} since {year}
    I use the {thing} {time}
    I use it to {do}
    I am {n} years old and live in {place}
    I read the book on the train to {place}
    we stayed in {place} for {n} nights
    we were {n} people
    we watched the {thing} on {day}
    we had the {thing} and the {thing}
    we flew from {place} to {place}
    there is a {part} {place_in}
    there are {n} {part}s {place_in}
    there is one {thing} in each box
    the {part} is {place_in}
    the {part} and the {part} are {place_in}
    the {part} is {colour}
    the box holds {n} {things}
    the box contains a {part}, a {part} and a {part}
    inside is a {part} and a {part}
    it {does}
    it {does} and {does}
    it is a {thing} for {n} people
    it is a {colour} {thing}
    a {thing} made of {made_of}
    a {colour} {thing}, {n} cm
    {n} {things} in {colour}
    {colour}, size {n}
    page {n} of {n}
    order number {n}{n}
    to {do}, press the {part}
    you can {do} in the menu
    you can {do} {place_in}
    first {do}, then {do}
    press the {part} to {do}
    one of the {things} is {colour}
    the {people} version of the {thing}
    a {people} film from {year}
    the story begins in {place}
    the story follows a {job} from {place}
    the film tells of a {job} who moves to {place}
    the {n} chapters cover the years from {year} to {year}
    it was {day} and we were in {place}
    on {day} we went to {place}
    on {day} I spoke with {name}
    still have the {thing} from {year}
    got the {thing} on {day}, will test it {time}
    not tested yet
    will update this after {n} days
    see you on {day}
    on the way to {place}
    just landed in {place}
    waiting for the {event}
    watching the {event} with {person}
    new {thing} in {colour}
    {event} at {clock}
    {day}, {clock}, {place}
    {news}
    {news}''')
QUESTIONS = words_of('''how do I {do}?
    how can I {do}?
    can I {do} and {do}?
    is it possible to {do}?
    does anybody know how to {do}?
    does the {thing} come in {colour}?
    does it work in {place}?
    does this {thing} fit a {thing}?
    do you ship to {place}?
    do you have the {things} in {colour}?
    do I need a {part} to {do}?
    is the {part} included?
    is there a {part} {place_in}?
    is the {thing} open on {day}?
    is it the same {thing} as in {year}?
    are the {things} for {person}?
    are there {things} for children?
    what is the difference between the {thing} and the {thing}?
    what size is the {thing}?
    what are the {things} made of?
    what time does the {event} start?
    what does the {part} do?
    where is the {part}?
    where can I buy the {things}?
    where was the film shot?
    when is the {event}?
    when will the {thing} be back in stock?
    when does the {thing} arrive in {place}?
    which {thing} did {person} buy?
    which {part} is for the {thing}?
    who is the {job} in the film?
    who has the {part}?
    why is there a {part} {place_in}?
    how long is the {event}?
    how long does the {thing} take?
    how many {things} are in the box?
    how many {part}s does the {thing} have?
    how much is the {thing} in {place}?
    how old is the {thing}?
    has anyone used the {thing} with a {thing}?
    has the {event} started?
    did {person} send the {part}?
    will there be a {event} in {month}?
    could you tell me where the {part} is?
    could you send me the {part} number?
    anyone going to the {event} on {day}?
    please {do}
    please send me the {part}
    please send the {thing} to {place}
    let me know when the {event} starts
    tell {person} that the {event} is at {clock}
    {name}, are you in {place} on {day}?''')
FRAGMENTS = words_of('''of the {thing}|with the {part} {place_in}|a {thing} and a {thing}|in {month} {year}|the {part}
    the {event} in {place}|by {name} {surname}|from {place} to {place}|the {people} {job}|about {n} minutes|{n} x {n} cm
    the {job} and the {job}|as a {job} in {place}|for {n} days''')
TEMPLATES = {'made_statements': [(t, NEUTRAL) for t in STATEMENTS], 'made_questions': [(t, NEUTRAL) for t in QUESTIONS],
             'made_fragments': [(t, NEUTRAL) for t in FRAGMENTS]}
