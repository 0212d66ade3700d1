/** Texts to try: plainly negative, news that only states facts, and praise with a reservation. */
export const EXAMPLES: readonly { name: string; text: string }[] = [
  {
    name: 'A bad update',
    text: 'Ever since the June update the app freezes as soon as I start a run, and half of my old routes are gone. I wrote to support twice and never heard back. I want my money back.',
  },
  {
    name: 'Earnings news',
    text: 'Halden Foods reported third-quarter revenue of 412 million euros, up 9 percent on the year. Operating profit rose to 51 million and the company raised its forecast for the full year.',
  },
  {
    name: 'A film',
    text: 'The first half takes its time, but the two leads are wonderful together and the last scene moved me to tears. One of the best films I have seen this year.',
  },
]
