"""Words the grammars share."""
from made.expand import words_of

LISTS = {name: words_of(text) for name, text in {
    'thing': '''app|phone|camera|laptop|tablet|headset|speaker|charger|keyboard|mouse|monitor|printer|router|watch|tracker
        vacuum|blender|toaster|kettle|oven|fridge|dishwasher|mattress|pillow|chair|desk|sofa|lamp|tent|backpack|suitcase
        jacket|coat|shirt|dress|bike|helmet|scooter|car|drill|mower|pan|knife|mug|bottle|toy|puzzle|board game|console
        film|movie|series|episode|documentary|novel|book|audiobook|album|song|concert|play|podcast|game|sequel|remake|ending
        hotel|room|restaurant|cafe|bar|gym|spa|museum|tour|flight|train ride|bus trip|cruise|parking|breakfast|dinner|lunch
        pizza|soup|burger|steak|salad|cake|coffee|tea|wine|beer|curry|sushi|course|lesson|workshop|webinar|website|store
        checkout|update|interface|dashboard|login|search|design|support|delivery|packaging|manual|battery|screen|sound
        display|signal|connection|software|plan|subscription|insurance|loan|account|cream|shampoo|lotion|perfume|medicine''',
    'things': '''headphones|earbuds|shoes|boots|socks|gloves|sandals|trousers|jeans|glasses|sunglasses|towels|sheets|curtains
        batteries|cables|speakers|photos|videos|songs|lyrics|costumes|jokes|effects|actors|dialogues|characters|seats|rooms
        beds|drinks|portions|fries|noodles|desserts|sandwiches|cookies|workouts|lessons|exercises|instructions|menus|icons
        buttons|notifications|ads|reports|charts|filters|settings|prices|fees|rates|colours|materials|tools|screws|wheels''',
    'who': '''staff|driver|waiter|manager|receptionist|seller|technician|nurse|doctor|dentist|teacher|trainer|guide|agent
        cook|crew|host|hostess|owner|assistant|consultant|cashier|barber|plumber|mechanic|team|support team|developer''',
    'good': '''good|great|nice|excellent|amazing|awesome|wonderful|fantastic|brilliant|superb|perfect|lovely|beautiful
        impressive|enjoyable|fun|funny|clever|smart|useful|helpful|handy|practical|reliable|solid|sturdy|durable|fast|quick
        smooth|responsive|accurate|precise|comfortable|cosy|clean|fresh|tasty|delicious|crisp|clear|bright|stylish|elegant
        easy to use|simple|intuitive|affordable|fair|honest|friendly|kind|polite|professional|attentive|entertaining
        interesting|exciting|gripping|moving|touching|charming|original|creative|inspiring|memorable|satisfying|pleasant
        relaxing|convincing|worthwhile|well made|well written|well organised|value for money|up to date|secure|stable''',
    'bad': '''bad|terrible|awful|horrible|poor|disappointing|boring|dull|annoying|frustrating|useless|pointless|worthless
        slow|laggy|buggy|unstable|unreliable|broken|faulty|defective|flimsy|cheap|fragile|ugly|dirty|filthy|noisy|loud
        smelly|stale|bland|greasy|salty|cold|soggy|overpriced|expensive|unfair|dishonest|rude|unfriendly|impolite|careless
        lazy|confusing|complicated|clumsy|awkward|messy|outdated|stupid|silly|predictable|tedious|forgettable|shallow
        painful|uncomfortable|dangerous|misleading|inaccurate|blurry|dim|heavy|weak|sloppy|dreadful|pathetic|ridiculous
        mediocre|tiresome|depressing|lame|unprofessional|incompetent|hard to use|difficult|unpleasant|disgusting''',
    'good_who': '''friendly|helpful|kind|polite|attentive|professional|patient|honest|competent|welcoming|punctual
        knowledgeable|thoughtful|caring|cheerful|courteous|efficient|generous''',
    'bad_who': '''rude|unfriendly|arrogant|impatient|lazy|unhelpful|dishonest|careless|incompetent|impolite|late
        unprofessional|aggressive|dismissive|condescending|clueless|grumpy|ignorant''',
    'plus': '''bright screen|long battery life|sharp picture|quick delivery|friendly staff|quiet motor|soft fabric
        clear sound|fair price|clean rooms|tasty food|solid build|strong cast|clever plot|beautiful music|lovely view
        simple menu|helpful support|generous portions|great location|smooth animation|accurate readings|good grip''',
    'minus': '''short battery life|dim screen|blurry picture|slow delivery|rude staff|noisy motor|scratchy fabric
        muffled sound|silly price|dirty rooms|bland food|flimsy build|weak cast|thin plot|annoying music|constant ads
        confusing menu|useless support|tiny portions|terrible location|endless loading|wrong readings|hidden fees''',
    'flaw': '''bug|problem|issue|error|crash|glitch|fault|defect|delay|scratch|leak|mistake|complaint|hiccup|flaw
        hitch|drawback|weakness|blemish|stain|crack|dropout|freeze|surprise fee|side effect''',
    'flaws': '''bugs|problems|issues|errors|crashes|glitches|faults|defects|delays|scratches|leaks|mistakes|complaints
        flaws|hitches|drawbacks|stains|cracks|dropouts|freezes|hidden fees|side effects|ads|stutters|headaches|hassles''',
    'loves': '''love|like|enjoy|recommend|trust|appreciate|adore|admire|value|treasure''',
    'loved': '''loved|liked|enjoyed|appreciated|adored|admired''',
    'hates': '''hate|dislike|regret|resent|despise''',
    'fails': '''crash|freeze|lag|break|leak|fail|overheat|disconnect|stall|jam|wobble|squeak|rattle|smell|shrink|fade|rust
        tear|rip|slip|hurt|irritate|scratch|drip|stutter|glitch|hang''',
    'failed': '''crashed|frozen|broken|leaked|failed|overheated|disconnected|stalled|jammed|let me down|shrunk|faded|rusted
        torn|slipped|irritated me|cost me extra|lost my data|kept me waiting|disappointed me|annoyed me''',
    'works': '''work|help|load|open|start|sync|connect|charge|fit|respond|update|print|record|install|function''',
    'very': '''very|really|so|extremely|incredibly|absolutely|quite|pretty|truly|super|remarkably|surprisingly|totally''',
    'time': '''today|yesterday|last week|last month|this year|since March|for months|for two years|in the morning|at night
        on weekends|all day|during the holidays|after the update|since version 3|so far|lately|this time''',
    'day': 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday',
    'month': 'January|February|March|April|May|June|July|August|September|October|November|December',
    'clock': '''six|seven|eight|nine|ten|eleven|noon|midnight|7 am|8:30|9 a.m.|10.15|half past four|5 pm|6:45 pm|quarter to two''',
    'colour': 'black|white|red|blue|green|grey|yellow|brown|pink|purple|orange|silver|beige|navy',
    'made_of': 'steel|aluminium|plastic|wood|oak|bamboo|glass|leather|cotton|wool|linen|silicone|rubber|polyester|ceramic',
    'person': '''my wife|my husband|my son|my daughter|my mother|my father|my brother|my sister|a friend|a colleague
        my neighbour|my boss|my grandmother|my grandfather|my aunt|my uncle|our team|the whole family|my cousin|{name}''',
}.items()}
LISTS['n'] = [str(n) for n in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 15, 16, 18, 20, 24, 25, 30, 32, 36, 40, 45, 48, 50,
                               60, 64, 75, 80, 90, 100, 120, 128, 150, 200, 250, 256, 300, 400, 500, 750)]
LISTS['year'] = [str(y) for y in range(1950, 2027)]
