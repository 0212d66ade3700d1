/**
 * Texts on which two backends are compared when a model brings no references: plain and mixed opinions, none at all,
 * negations, irony, one word, capitals, emoji, markup, numbers, other languages and scripts, and a long one. Each fits
 * one window of any model.
 */
export const PROBE_TEXTS: readonly string[] = [
  'I love this app, it helps me every single day.',
  'Terrible update, it crashes whenever I open it.',
  'The package contains two cables and a manual.',
  'Not bad at all, actually quite good.',
  'Great camera, awful battery.',
  'I wanted to like it, but the subscription is a rip-off.',
  'Oh wonderful, another update that deletes my data.',
  'It is okay.',
  'no',
  'GOOD!!!',
  'WORST SERVICE EVER, NEVER AGAIN',
  'meh',
  '👍👍👍',
  'Broken 😡 wants a refund',
  'Size 42, ordered on 3 May, arrived on 7 May.',
  'Operating profit rose to EUR 13.1 mn from EUR 8.7 mn.',
  'The stock fell by 12 % after the report.',
  'Would I buy it again? Probably not, though my brother would.',
  'I don’t think that it isn’t worth the money.',
  'See https://example.org/help for details, @support never answered.',
  'A & B < C > D "quoted" \'single\' `ticks`',
  'Sehr gutes Produkt, schnelle Lieferung.',
  'Muy malo, no funciona.',
  'とても良いです',
  '?',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  'The first week was fine. Then the screen began to flicker, the shop sent a new one, and that one has worked without a fault ever since, so in the end I am content with it although it took three letters and a lot of patience.',
]
