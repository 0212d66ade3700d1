/**
 * Small faults that the tests have to find: `from` is replaced by `to` in `file`, and then the tests that `spec` names must fail.
 * `spec` starts with `model` or `stub` (a title of an end-to-end test, and the build that it runs on) or `unit` (a file
 * of unit tests).
 */
export const FAULTS = [
  {
    name: 'the policy lets the page connect to any host',
    file: 'vite.config.ts',
    from: `"connect-src 'self'"`,
    to: `'connect-src *'`,
    spec: ['model', 'the policy is the first thing'],
  },
  {
    name: 'the page asks another host for something',
    file: 'src/main.tsx',
    from: 'publishApi(services.model, services.table)',
    to: `publishApi(services.model, services.table)\nfetch('http://foreign.test/').catch(() => undefined)`,
    spec: ['stub', 'says how to check that nothing is sent'],
  },
  {
    name: 'an error in the console',
    file: 'src/main.tsx',
    from: 'publishApi(services.model, services.table)',
    to: `publishApi(services.model, services.table)\nconsole.error('planted')`,
    spec: ['stub', 'says how to check that nothing is sent'],
  },
  {
    name: 'quiet words that are too pale to be read',
    file: 'src/app/global.css',
    from: '--ink-2: #4d5661;',
    to: '--ink-2: #a9b0b8;',
    spec: ['stub', 'the Text view is accessible in every state'],
  },
  {
    name: 'a page that scrolls sideways on a phone',
    file: 'src/app/global.css',
    from: '*,',
    to: '#root { min-width: 400px; }\n\n*,',
    spec: ['stub', 'the Text view is accessible in every state'],
  },
  {
    name: 'a drop is refused where the page has just moved',
    file: 'src/app/fileDrops.ts',
    from: `page.addEventListener('dragenter', takeDrag)`,
    to: '',
    spec: ['stub', 'has just come under the pointer is taken'],
  },
  {
    name: 'formulas reach the download as they are',
    file: 'src/files/write/formulaGuard.ts',
    from: 'if (formulas === 0) return',
    to: 'if (formulas >= 0) return',
    spec: ['stub', 'cells that a spreadsheet would run are neutralised'],
  },
  {
    name: 'the text of an old link loses what comes after an ampersand',
    file: 'src/features/text/textLink.ts',
    from: 'url.hash = FRAGMENT + encodeURIComponent(text)',
    to: `url.hash = FRAGMENT + encodeURIComponent(text.split('&')[0] ?? '')`,
    spec: ['stub', 'opens the text, says that it was sent'],
  },
  {
    name: 'anything is taken for a list of texts',
    file: 'src/app/publicApi.ts',
    from: `if (typeof text !== 'string') throw`,
    to: `if (text === null) throw`,
    spec: ['stub', 'anything but a list of strings is refused'],
  },
  {
    name: 'numbers are taken for formulas',
    file: 'src/files/write/formulaGuard.ts',
    from: 'FORMULA_START.test(cell) && !HARMLESS.test(cell)',
    to: 'FORMULA_START.test(cell) || HARMLESS.test(cell)',
    spec: ['unit', 'src/files/write/formulaGuard'],
  },
  {
    name: 'a text of two windows is not said to be long',
    file: 'src/domain/decide.ts',
    from: 'if (text.pieces.length > 1)',
    to: 'if (text.pieces.length > 2)',
    spec: ['unit', 'src/domain/decide'],
  },
  {
    name: 'intervals of 90 % instead of 95 %',
    file: 'src/domain/interval.ts',
    from: 'const Z = 1.959963984540054',
    to: 'const Z = 1.6448536269514722',
    spec: ['unit', 'src/domain/interval'],
  },
]
