// What is wrong in a script fails the build: there are no warnings.
import js from '@eslint/js';
import globals from 'globals';

// Text from elsewhere becomes markup nowhere.
const asMarkup = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'createContextualFragment', 'setHTMLUnsafe'];

const rules = {
  'array-callback-return': 'error',
  'consistent-return': 'error',
  curly: 'error',
  'default-case-last': 'error',
  eqeqeq: 'error',
  'no-alert': 'error',
  'no-console': ['error', { allow: ['error'] }],
  'no-constructor-return': 'error',
  'no-else-return': 'error',
  'no-eval': 'error',
  'no-extend-native': 'error',
  'no-implied-eval': 'error',
  'no-lone-blocks': 'error',
  'no-loop-func': 'error',
  'no-new-func': 'error',
  'no-promise-executor-return': 'error',
  'no-restricted-properties': ['error', { object: 'document', property: 'write' }, ...asMarkup.map((property) => ({ property }))],
  'no-return-assign': 'error',
  'no-script-url': 'error',
  'no-self-compare': 'error',
  'no-sequences': 'error',
  'no-shadow': 'error',
  'no-throw-literal': 'error',
  'no-undef-init': 'error',
  'no-unmodified-loop-condition': 'error',
  'no-unreachable-loop': 'error',
  'no-unused-expressions': ['error', { allowShortCircuit: true }],
  'no-use-before-define': ['error', { functions: false }],
  'no-useless-concat': 'error',
  'no-useless-rename': 'error',
  'no-useless-return': 'error',
  'no-var': 'error',
  'no-warning-comments': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'prefer-object-spread': 'error',
  'prefer-rest-params': 'error',
  'prefer-spread': 'error',
  'prefer-template': 'error',
  radix: 'error',
  'require-atomic-updates': ['error', { allowProperties: true }],
  yoda: 'error',
};

export default [
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, rules },
  {
    files: ['*.js'],
    ignores: ['eslint.config.js'],
    languageOptions: { globals: { ...globals.browser, PDF_PARTS: 'readonly' } },
  },
  {
    files: ['*.mjs', 'eslint.config.js', 'test/*.js'],
    languageOptions: { globals: globals.node },
  },
  {
    // What is run by hand or by the build says what it does.
    files: ['*.mjs'],
    rules: { 'no-console': 'off' },
  },
  {
    // A test lays markup down, and plays what the browser lacks.
    files: ['test/**/*.js'],
    languageOptions: { globals: { window: 'readonly' } },
    rules: { 'no-restricted-properties': 'off' },
  },
];
