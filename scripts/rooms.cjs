/**
 * The rooms of the code and what each may import beside itself. The lint reads it (.dependency-cruiser.cjs), and
 * docs/architecture.md shows it, which a test holds to it. The order matters: the first room that fits a file is its own.
 */

/** The folders of src. */
const ROOMS = {
  'domain/basics': [],
  'domain/calendar': ['domain/basics'],
  'domain/vesting': ['domain/basics'],
  'domain/exchange': ['domain/basics'],
  'domain/price': ['domain/basics'],
  'domain/adjustment': ['domain/basics'],
  'domain/economics': ['domain/basics'],
  'domain/valuation': ['domain/basics', 'domain/vesting'],
  'domain/ledger': ['domain/basics'],
  'domain/eligibility': ['domain/basics', 'domain/ledger'],
  'domain/election': ['domain/basics', 'domain/ledger'],
  'domain/offer': ['domain'],
  outputs: ['domain'],
  functions: ['domain'],
  workbook: ['domain', 'functions'],
  commands: ['workbook', 'functions', 'domain'],
  taskpane: ['workbook', 'functions', 'domain', 'commands', 'outputs'],
  cli: ['domain/basics'],
};

/** Inside the offer: what it says, whom and what it takes, what happens to that, what is said and kept of it. */
const OFFER_ROOMS = {
  terms: [],
  tables: ['terms'],
  selection: ['terms', 'tables'],
  steps: ['terms', 'tables', 'selection'],
  results: ['terms', 'tables', 'selection', 'steps'],
  checks: ['terms', 'tables', 'selection', 'steps', 'results'],
  life: ['terms', 'tables', 'selection', 'steps', 'results'],
};

/** Inside the workbook: what one asks Excel, what is read, what is to be written, writing it, the steps of an offer. */
const WORKBOOK_ROOMS = {
  excel: [],
  read: ['excel'],
  plan: ['excel', 'read'],
  terms: ['excel', 'read', 'plan'],
  write: ['excel', 'read', 'plan'],
  life: ['excel', 'read', 'plan', 'write'],
};

/** Inside packages/embedded-excel: model <- package, calculation <- rich-api <- bridge, frame <- page. */
const EMBEDDED_ROOMS = {
  model: [],
  package: ['model'],
  calculation: ['model'],
  'rich-api': ['model', 'calculation', 'package'],
  bridge: ['model', 'calculation', 'package', 'rich-api'],
  testing: ['model', 'rich-api', 'bridge'],
  frame: ['model', 'rich-api'],
  page: ['model', 'calculation', 'package', 'rich-api', 'frame'],
};

module.exports = { ROOMS, OFFER_ROOMS, EMBEDDED_ROOMS, WORKBOOK_ROOMS };
