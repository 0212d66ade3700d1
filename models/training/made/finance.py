"""Company news: what rose and should rise is good, what rose and should fall is bad, dates and appointments are neither."""
from made.expand import NEGATIVE, NEUTRAL, POSITIVE, words_of

LISTS = {
    'firm': words_of('''the company|the group|the bank|the retailer|the carmaker|the airline|the insurer|the chipmaker
        the miner|the utility|the lender|the steelmaker|the brewer|the start-up|the shipping line|the drugmaker|{surname} Corp
        {surname} Oyj|{surname} Group|{surname} AB|{surname} Bank|{surname} & Co|{surname} Technologies|${ticker}'''),
    'ticker': words_of('AAPL|TSLA|NOK|AMZN|MSFT|GE|BA|XOM|JPM|NFLX|INTC|F|T|PFE|AMD|CAT|NKE|SHOP|UBER|ROKU'),
    'want': words_of('''sales|net sales|revenue|revenues|turnover|profit|operating profit|net profit|net income|earnings
        pre-tax profit|EBITDA|EPS|cash flow|orders|order intake|the order book|order backlog|gross margin|the profit margin
        market share|dividend|demand|exports|passenger numbers|bookings|deliveries|output|production|subscriptions|assets
        the share price|shares|the stock|customer numbers|productivity|employment|industrial output|consumer confidence'''),
    'avoid': words_of('''losses|net loss|operating loss|costs|operating costs|debt|net debt|bad loans|impairments|defaults
        write-downs|complaints|inventories|delays|energy costs|raw material costs|unemployment|jobless claims|inflation
        cancellations|restructuring costs|staff turnover|warranty claims|interest expenses|vacancy'''),
    'up': words_of('''rose|grew|increased|climbed|jumped|surged|improved|advanced|soared|went up|was up|gained|doubled
        picked up|hit a record|rallied|strengthened|edged up|expanded|accelerated'''),
    'down': words_of('''fell|dropped|decreased|declined|slumped|plunged|shrank|slid|tumbled|went down|was down|sank|halved
        weakened|dipped|contracted|hit a {n}-year low|slipped|deteriorated|eased off'''),
    'up_avoid': words_of('rose|grew|increased|climbed|jumped|surged|widened|soared|went up|doubled|mounted|swelled'),
    'down_avoid': words_of('fell|dropped|decreased|declined|narrowed|shrank|were cut|went down|were reduced|halved|eased'),
    'by': words_of('''{n} percent|{n} %|{n} pct|by {n} %|by {n} percent|to EUR {n} mn|to {n} million dollars|to USD {n} million
        from EUR {n} mn to EUR {n} mn|in the {quarter} quarter|year on year|to EUR {n}.{n} million from EUR {n}.{n} million
        in {month}|in January-{month} {year}|for the {n}th month in a row|sharply|slightly|again|||'''),
    'quarter': words_of('first|second|third|fourth|last'),
    'city': words_of('Helsinki|Stockholm|Frankfurt|London|New York|Tokyo|Mumbai|Zurich|Oslo|Warsaw|Toronto'),
    'post': words_of('CEO|CFO|chairman|chief executive|finance director|board member|head of sales|auditor|managing director'),
    'business': words_of('''paper|steel|software|elevators|tyres|dairy products|insurance|wind turbines|forklifts|mobile games
        cables|shipping|furniture|medical devices|chemicals|logistics|construction|real estate|car parts|packaging'''),
}
GOOD = words_of('''{want} {up} {by}
    {firm}'s {want} {up} {by}
    {firm} said its {want} {up} {by}
    {firm} said that {avoid} {down_avoid} {by}
    {avoid} {down_avoid} {by}
    {firm} reported that {want} {up} {by} and {want} {up}
    {want} of {firm} {up} {by}
    {firm} beat expectations in the {quarter} quarter
    {firm} beats estimates, {want} {up}
    {firm} raises its outlook for {year}
    {firm} lifts guidance after a strong {quarter} quarter
    {firm} increases its dividend {by}
    {firm} swings to a profit of EUR {n} mn
    {firm} turned to profit from a loss of {n} million
    {firm} returned to growth in {month}
    {firm} wins an order worth EUR {n} mn
    {firm} wins a contract for {n} {business} plants
    {firm} has received an order for {business} from {place}
    {firm} signs a {n}-million deal with {firm}
    {firm} gets approval for its new {business} plant
    {firm} upgraded to buy
    {firm} upgraded to outperform at {surname} Bank
    analysts raise the price target of {firm} to {n}
    buy {firm}, target of Rs {n}
    {firm} shares jump {n} % after results
    {firm} stock hits an all-time high
    {firm} to hire {n}0 people in {place}
    {firm} expands its {business} business to {place}
    {firm} paid back its debt ahead of time
    the rating agency raised its outlook for {firm} to positive
    {firm} expects {want} to grow in {year}
    strong demand for {business} lifted {want} {by}
    efficiency gains lifted {want} {by}
    bullish on {firm}''')
POOR = words_of('''{want} {down} {by}
    {firm}'s {want} {down} {by}
    {firm} said its {want} {down} {by}
    {firm} said that {avoid} {up_avoid} {by}
    {avoid} {up_avoid} {by}
    {firm} reported that {want} {down} {by} and {avoid} {up_avoid}
    {want} of {firm} {down} {by}
    {firm} missed expectations in the {quarter} quarter
    {firm} misses estimates, {want} {down}
    {firm} lowers its outlook for {year}
    {firm} cuts guidance after a weak {quarter} quarter
    {firm} cuts its dividend {by}
    {firm} scraps dividend
    {firm} slips to a loss of EUR {n} mn
    {firm} swung to a loss from a profit of {n} million
    {firm} warns on profit
    {firm} loses an order worth EUR {n} mn
    {firm} recalls {n}00 cars
    {firm} is under investigation for fraud
    {firm} fined {n} million by the watchdog
    {firm} sued by shareholders
    {firm} downgraded to sell
    {firm} downgraded to underperform at {surname} Bank
    analysts cut the price target of {firm} to {n}
    sell {firm}, target of Rs {n}
    {firm} shares sink {n} % after results
    {firm} stock hits a {n}-year low
    {firm} to lay off {n}0 people in {place}
    {firm} to cut {n}0 jobs
    {firm} closes its {business} plant in {place}
    {firm} starts talks on temporary layoffs in {place}
    {firm} defaults on its bonds
    the rating agency cut its outlook for {firm} to negative
    {firm} expects {want} to fall in {year}
    weak demand for {business} hit {want} {by}
    higher {avoid} ate into {want} {by}
    {firm} files for insolvency
    bearish on {firm}''')
PLAIN = words_of('''{firm} will publish its results on {day}
    {firm} publishes its interim report on {n} {month}
    {firm} holds its general meeting in {city} on {day}
    {firm} appoints {name} {surname} as {post}
    {firm} names {name} {surname} {post}
    {name} {surname} will start as {post} in {month}
    {name} {surname}, {post} of {firm}, will speak in {city}
    {firm} is headquartered in {city}
    {firm} has about {n}00 employees in {place} and {place}
    {firm} makes {business} and {business}
    {firm} employs {n}0 people and makes {business}
    {firm} sells {business} in {n} countries
    {firm} sold its {business} unit to {firm}
    {firm} bought {n} % of {firm}
    {firm} owns {n} % of {firm}
    {firm} and {firm} signed a letter of intent
    the financial terms were not made public
    the value of the deal was not given
    the price of the transaction is not disclosed by {firm}
    the shares of {firm} are traded in {city}
    the total number of shares is {n}00,000
    the subscription period ends on {n} {month}
    the office space is {n}00 square metres
    the plant in {place} makes {business}
    the deal is expected to close in {month}
    the agreement covers {business} in {place}
    the contract starts in {month} {year}
    the fund holds {business} shares
    {firm} changes its name to {surname} Group
    {firm} moves its office to {city}
    {firm} opens the books for its {quarter} quarter on {day}
    {firm} {quarter} quarter earnings call transcript
    {firm} ex-dividend date is {n} {month}
    {firm} announces a share split of {n} to 1
    what to watch in the markets on {day}
    five things to know before the market opens on {day}
    {firm}: notice of a change in holdings
    {firm} has no comment
    {want} were unchanged {by}
    {firm} keeps its outlook for {year} unchanged
    {firm} rated hold at {surname} Bank''')
TEMPLATES = {'made_finance': [(t, POSITIVE) for t in GOOD] + [(t, NEGATIVE) for t in POOR],
             'made_finance_plain': [(t, NEUTRAL) for t in PLAIN]}
