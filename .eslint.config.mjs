import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const PROGRAMS = [
  'src/tsconfig.json',
  'src/inference/worker/tsconfig.json',
  'src/table/worker/tsconfig.json',
  'src/testing/tsconfig.json',
  'e2e/tsconfig.json',
  'models/evaluate/tsconfig.json',
]

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      'models/*/',
      '!models/evaluate/',
      'test-results/',
      'playwright-report/',
      'bench-results/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: PROGRAMS, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      eqeqeq: 'error',
      'max-lines': ['error', 300],
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.tsx'],
    extends: [jsxA11y.flatConfigs.recommended],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'src/testing/**', 'e2e/**'],
    rules: {
      // Tables of cases are long.
      'max-lines': ['error', 400],
      // A test knows the shape of its own fixture.
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['e2e/bench/**', 'e2e/faults/**', 'e2e/screens/**', 'e2e/stub/**', '.ci/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      // Scripts run in Node; what they hand to a page runs there.
      globals: Object.fromEntries(
        [
          ...'process console URL Buffer performance'.split(' '),
          ...'window document Navigator Worker requestAnimationFrame setTimeout'.split(' '),
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
)
