/** Lint: typescript-eslint's strict type-checked rules, Office.js habits, and what each room may not reach for. */
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import officeAddins from 'eslint-plugin-office-addins';
import tseslint from 'typescript-eslint';

const BESIDE = ['**/*.test.ts', '**/*.bench.ts', '**/*.fixture.ts'];

/** Rules and formulas give the same answer for the same arguments: no clock, chance, time zone or output. */
const PURE = [
  'Date',
  'performance',
  'setTimeout',
  'setInterval',
  'console',
  'process',
  'fetch',
  'localStorage',
];

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', 'scripts/stubs/', '.cache/', 'coverage/'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'object-shorthand': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // Counts, rows and fractions print as they are.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An empty text or a false flag falls through to what comes after ||, on purpose.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true, boolean: true } },
      ],
      // Ids, letters and digits are spread; nobody writes emojis into a column's letters.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // An index signature is read with brackets or a dot, as reads better.
      '@typescript-eslint/dot-notation': 'off',
      // A type alias of a literal object and an interface are both plain here.
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  {
    files: ['src/domain/**/*.ts', 'src/functions/**/*.ts'],
    ignores: BESIDE,
    rules: {
      'no-restricted-globals': [
        'error',
        ...PURE.map((name) => ({
          name,
          message: 'The domain and the functions are pure: the same arguments give the same result.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Rules and formulas leave nothing to chance.' },
      ],
    },
  },
  {
    files: ['src/workbook/**/*.ts', 'src/commands/**/*.ts', 'src/taskpane/**/*.{ts,tsx}'],
    ignores: BESIDE,
    plugins: { 'office-addins': officeAddins },
    rules: {
      'office-addins/call-sync-after-load': 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
      // Excel bans these dialogs in add-ins and nulls the history functions.
      'no-restricted-globals': ['error', 'alert', 'confirm', 'prompt', 'history'],
    },
  },
  {
    files: ['**/*.test.ts', 'test/**/*.ts'],
    rules: {
      // Array literals of expected figures are indexed where their length was asserted.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Office.js's own objects are taken apart as its documentation does.
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'A test that draws by chance uses fast-check.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.object.name="fc"] Property[key.name="seed"]',
          message: 'All random tests use the seed of test/random-seed.ts.',
        },
      ],
    },
  },
  {
    files: ['test/random-seed.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    rules: {
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-require-imports': 'off',
      // What JSON.parse and import() give is typed by JSDoc, which this rule does not read.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
    languageOptions: { globals: { module: 'writable', require: 'readonly', process: 'readonly' } },
  },
);
