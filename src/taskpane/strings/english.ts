/** Every sentence of the pane in English; its shape is what a translation has to fill. */
import type { GrantStatus } from '../../domain/offer/life/grant-status.ts';
import type { OfferStep } from '../../domain/offer/life/offer-steps.ts';
import type { Stage } from '../../domain/offer/life/stage.ts';
import type { RunPhase } from '../../workbook/excel/run-control.ts';
import type { Step } from '../state/offer-view.ts';
import type { ExplainPart } from '../state/explain-target.ts';
import type { OfferPart } from '../state/outdated.ts';
import type { TermSection } from '../state/term-fields.ts';

const plural = (count: number, shown: string, one: string, many: string): string =>
  `${shown} ${count === 1 ? one : many}`;

const STEP_NAMES: Readonly<Record<Step, string>> = {
  ledger: 'Ledger',
  terms: 'Terms',
  elections: 'Elections',
  preview: 'Preview',
  run: 'Run',
  results: 'Results',
};

const STATUS_NAMES: Readonly<Record<GrantStatus, string>> = {
  'Not eligible': 'Not eligible',
  Eligible: 'Eligible',
  Elected: 'Elected',
  Withdrawn: 'Withdrawn',
  Exchanged: 'Exchanged',
  Lapsed: 'Lapsed',
  Granted: 'Granted',
};

const PART_NAMES: Readonly<Record<OfferPart, string>> = {
  ledger: 'the ledger',
  terms: 'the terms',
  elections: 'the elections',
  prices: 'the prices',
};

const PART_OF_EXPLANATION: Readonly<Record<ExplainPart, string>> = {
  rules: 'Eligible?',
  election: 'Election',
  count: 'New shares',
  price: 'Exercise price',
  vesting: 'Vesting',
};

const SECTION_NAMES: Readonly<Record<TermSection, string>> = {
  offer: 'The offer and its dates',
  award: 'What is granted',
  price: 'Exercise price',
  vesting: 'Vesting and service',
  elections: 'Elections and look-back',
  small: 'Rounding, minimums and cash',
  reserve: 'Share reserve',
  papers: 'Papers',
};

const PHASE_NAMES: Readonly<Record<RunPhase, string>> = {
  Reading: 'Reading the workbook',
  Computing: 'Computing',
  Preparing: 'Preparing the results',
  Calculating: 'Checking the formulas',
  Placing: 'Putting the results into place',
};

const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  Draft: 'Draft',
  Open: 'Open',
  Closed: 'Closed',
  Cancelled: 'Cancelled',
  Granted: 'Granted',
};

const OFFER_STEP_NAMES: Readonly<Record<OfferStep, string>> = {
  open: 'Open the offer',
  amend: 'Log an amendment',
  close: 'Close the offer',
  cancel: 'Cancel the options',
  grant: 'Grant the awards',
  back: 'Take the last step back',
};

export const ENGLISH = {
  app: {
    tabs: 'Parts of Regrant',
    offer: 'Offer',
    explain: 'Explain',
    formulas: 'Formulas',
    loading: 'Reading the workbook …',
    working: 'Working …',
    retry: 'Try again',
    dismiss: 'Dismiss',
    refresh: 'Read again',
    changed: 'The workbook has changed.',
    changedByOther: (time: string) =>
      `Somebody else changed the workbook (${time}); what you see is as it is now.`,
    outsideExcel: 'Regrant works inside Excel: open this page as a task pane there.',
    tooOld:
      'This Excel is too old for Regrant: it needs Excel 2021, Microsoft 365 or Excel on the web. The formulas of a workbook stay as they are.',
    withoutOffice:
      'Regrant could not reach appsforoffice.microsoft.com, from where Office loads its part of every add-in: check the connection, or let the address pass, then try again. The workbook is as it was.',
    support: 'Get help',
    supportPage: 'support.html',
    failed: 'The workbook could not be read.',
    goTo: (cell: string) => `Select ${cell}`,
    goToStep: (step: string) => `Go to ${step}`,
    cancel: 'Cancel',
    back: 'Back',
    next: (step: string) => `Next: ${step}`,
    counted: (done: string, total: string) => `${done} of ${total}`,
  },
  steps: {
    label: 'Steps of the offer',
    names: STEP_NAMES,
    state: { done: 'done', attention: 'needs attention', open: 'not done yet' },
    of: (position: number, count: number) => `Step ${position} of ${count}`,
  },
  statuses: STATUS_NAMES,
  severity: { Error: 'Error', Warning: 'Warning', Info: 'Note' },
  ledger: {
    intro: 'The list of all grants, one row each. Regrant reads it and never changes it.',
    emptyTitle: 'Start with a ledger',
    empty:
      'This workbook is empty. Paste your ledger of grants into a sheet, or try Regrant on a small sample first.',
    insertSample: 'Insert the sample',
    sampleNote:
      'Adds five sheets: a fictional ledger of 12 grants, the terms of an offer, elections, prices and events.',
    sampleDone: 'The sample is in the workbook.',
    noneTitle: 'No ledger found',
    none: 'A ledger needs one header row with a holder, a grant, its date, its price and its shares. Choose the sheet that holds yours:',
    chooseTitle: 'Which sheet is the ledger?',
    choose: 'Several sheets look like one. Your choice is kept in the workbook.',
    candidate: (grants: number, shown: string, row: number) =>
      `${plural(grants, shown, 'grant', 'grants')}, header in row ${row}`,
    use: (sheet: string) => `Use ${sheet}`,
    on: (sheet: string, row: number) => `Sheet ${sheet}, header in row ${row}`,
    grants: (count: number, shown: string) => plural(count, shown, 'grant', 'grants'),
    another: 'Ledger sheet',
    remembered: 'The ledger is remembered in this workbook.',
    incomplete: (missing: string) => `Not recognised yet: ${missing}. Choose the columns below.`,
    columns: 'Columns',
    columnsRecognised: (count: number) => `${count} recognised`,
    others: (count: number) => `${count} not in this ledger`,
    notThere: 'not in the ledger',
    needed: 'needed',
    corrected: 'chosen by you',
    checks: 'Checks',
    noProblems: 'Nothing is wrong with the ledger.',
    problems: (errors: number, warnings: number) =>
      [
        errors > 0 ? plural(errors, String(errors), 'error', 'errors') : '',
        warnings > 0 ? plural(warnings, String(warnings), 'warning', 'warnings') : '',
      ]
        .filter((text) => text !== '')
        .join(', '),
    more: (count: string) => `Show ${count} more`,
    unnamed: (cells: string, count: number) =>
      `The header cells ${cells} name one column${count === 1 ? '' : ' each'}, and there are more below: they may be merged. Unmerge them and give each column its own header, or choose the columns below.`,
  },
  terms: {
    intro: 'What is offered. The form edits the cells of the table OfferTerms; formulas of your own stay.',
    insertTitle: 'No terms yet',
    insert: 'Insert the terms',
    insertMissing: 'Insert the missing tables',
    insertNote:
      'Adds the sheets Offer Terms, Offer Elections, Offer Prices and Offer Events with the tables that are missing. Nothing that is there is touched.',
    sections: SECTION_NAMES,
    blank: (standard: string) => `Blank: ${standard}`,
    saved: (term: string, cell: string) => `${term} is in ${cell}.`,
    notInTable: 'Not in the table yet; a value adds a row.',
    tables: {
      OfferRules: {
        title: 'Who and what is eligible',
        note: 'A grant is eligible where it passes every rule. A list of values is separated by semicolons, a day is written like 2002-12-19.',
        add: 'Add a rule',
      },
      OfferRatios: {
        title: 'Ratios by tier',
        note: 'Instead of one ratio for all: the first row that fits a grant counts, a blank bound is open. Add the columns that you need below; a list of values is separated by semicolons.',
        add: 'Add a ratio',
      },
      OfferEvents: {
        title: 'Splits and mergers',
        note: 'Between the cancellation and the new grant; they adjust the promised shares in the order of their dates.',
        add: 'Add an event',
      },
    },
    noTable: (table: string) => `The workbook has no table ${table}.`,
    otherGrants: 'All others',
    noRows: 'none',
    edit: 'Edit',
    editRow: (row: string) => `Edit ${row}`,
    moveUp: (row: string) => `Move up: ${row}`,
    moveDown: (row: string) => `Move down: ${row}`,
    rowMoved: (cell: string) => `The row is at ${cell} now.`,
    holdsFormula:
      'A row with a formula, or beside one, is moved in the sheet: a reference that moves may mean another cell.',
    ratioRow: {
      keeps: 'Not part of the offer',
      cash: (amount: string) =>
        amount === '' ? 'Cash for each old option' : `Cash of ${amount} for each old option`,
      shares: (given: string, award: string, old: string) =>
        award === '' ? `${given} new for ${old} old` : `${given} new (${award}) for ${old} old`,
      where: (gives: string, criteria: string) => `${gives} where ${criteria}`,
      others: (gives: string) => `${gives} for all others`,
      further: (sentence: string) => `In addition: ${sentence}`,
    },
    column: {
      title: 'Add a column',
      what: 'Column',
      fields: 'Criteria: fields of the ledger',
      derived: 'Criteria: fields that the run works out',
      terms: 'What a row gives',
      compare: 'Compared how',
      between: 'from a value to a value',
      from: 'from a value',
      to: 'up to a value',
      in: 'equal to a value or one of a list',
      hint: (meaning: string) => `${meaning} Blank in a row: as the offer has it.`,
      adds: (headers: string) => `Adds ${headers} to the right of the table.`,
      add: 'Add',
      added: (headers: string) => `Added to OfferRatios: ${headers}.`,
    },
    save: 'Save',
    remove: 'Remove',
    removeAsk: 'Remove this row?',
    removeNote: 'Its cells become blank.',
    keepRow: 'Keep',
    gives: (value: string) => `Gives ${value}`,
    notNumber: (grouped: string, plain: string) =>
      `Not stored: in this workbook a number is written like ${grouped} or ${plain}.`,
    rowSaved: (table: string) => `${table} is up to date.`,
    rowRemoved: (table: string) => `The row of ${table} is blank now.`,
    refused: 'The offer cannot be run yet',
    examples: 'Start from a real offer',
    example: 'Offer',
    examplesNote: 'Sets the terms below from a company’s filing. Dates, rules and names stay yours.',
    exampleSets: (terms: string) => `Replaces ${terms}.`,
    exampleRatios: (rows: number) =>
      rows === 0 ? 'Empties OfferRatios.' : `Replaces the rows of OfferRatios by ${rows}.`,
    apply: 'Apply to sheet',
    applied: (company: string) => `The terms of ${company} are in the cells.`,
    kept: (terms: string) => `Your own formulas stay in ${terms}.`,
    filing: 'Filing',
    choiceDefault: (standard: string) => (standard === '' ? '(blank)' : `(blank: ${standard})`),
  },
  elections: {
    intro: 'Who elects and who withdraws, one row for each form that came in, in the table OfferElections.',
    needsTerms: 'Elections are read once the ledger and the terms are complete.',
    none: 'No forms yet. Paste them into the table; the preview can meanwhile assume how many holders take part.',
    show: 'Show the elections',
    forms: 'Forms',
    withdrawals: 'Withdrawals',
    late: 'Too late',
    holders: 'Holders electing',
    ofEligible: (elected: string, eligible: string) => `${elected} of ${eligible} eligible`,
    holdersInVain: (count: number, shown: string) =>
      count === 1
        ? `${shown} more holder elects no grant that is eligible.`
        : `${shown} more holders elect no grant that is eligible.`,
    problems: 'Forms to look at',
    noProblems: 'Every form names a holder and a grant of the ledger.',
  },
  preview: {
    intro: 'What a run would give. Nothing is written.',
    granted:
      'The awards are granted: the results in the workbook are final. This is what the terms as they are now would give.',
    unavailable: 'The preview needs a ledger and terms that can be run.',
    grants: 'grants',
    all: 'All',
    filter: 'Filter by status',
    search: 'Search grants and holders',
    reasons: 'Why grants are not eligible',
    severalReasons: 'A grant that fails several rules is counted under each of them.',
    clearReason: (reason: string) => `Only: ${reason}`,
    showReason: (reason: string) => `Show the grants: ${reason}`,
    shown: (shown: string, all: string) => `${shown} of ${all} grants`,
    more: (count: string) => `Show ${count} more`,
    nothing: 'No grant fits.',
    toNew: (shares: string) => `${shares} new`,
    at: (price: string) => `at ${price}`,
    lookBack: 'look-back',
    explain: (grant: string) => `Explain grant ${grant}`,
    select: (grant: string) => `Select grant ${grant} in the ledger`,
    whatIf: 'What if',
    whatIfNote: 'Changes this preview only; no cell is touched.',
    isWhatIf: 'This is a what-if, not the offer as it stands.',
    reset: 'Back to the offer',
    ratio: 'New shares for an old one',
    ratioHint: (half: string) => `Such as ${half} or 3:1 (old to new)`,
    ratioTakes: (half: string) => `A ratio above 0, such as ${half} or 3:1.`,
    floor: 'Least exercise price',
    floorHint: 'Instead of the lower bounds on the price that the rules have.',
    floorTakes: (price: string) => `A price of 0 or more, such as ${price}.`,
    participation: 'Eligible grants elected, in %',
    participationHint:
      'Instead of the forms that came in: the elected are spread evenly over the eligible grants in the ledger’s order, or over their holders where the Election Unit is Holder.',
    participationTakes: 'A percentage from 0 to 100.',
    asNow: 'as it stands',
    noWhatIf: 'The figures are those of the offer as it stands: not every assumption can be used.',
    cancelled: 'Shares cancelled',
    newShares: 'New shares',
    returned: 'Cancelled less new',
    before: (value: string) => `offer: ${value}`,
    beforeEvents: 'counted before the splits and mergers',
  },
  run: {
    intro: 'Writes the results to separate sheets. The ledger and the terms are not touched.',
    how: 'Results as',
    live: 'Live formulas',
    liveNote: 'New shares, prices and dates follow their cells.',
    values: 'Values',
    valuesNote: 'For recipients without the add-in.',
    will: 'What a run will do',
    creates: 'Creates the sheets',
    replaces: 'Replaces the rows on',
    inOrder: 'In the order of the ledger, however they are sorted now.',
    writesNothing: 'Nothing is written any more: the awards are granted, and their results are values.',
    logs: 'Adds a row to',
    rows: (now: string, then: string) => `${now} → ${then} rows`,
    newRows: (count: number, shown: string) => plural(count, shown, 'row', 'rows'),
    unfilters: (sheet: string) => `The filter on ${sheet} will be cleared.`,
    obstacles: 'Something is in the way',
    button: 'Run the offer',
    again: 'Run again',
    running: 'Running the offer …',
    phases: PHASE_NAMES,
    done: 'The offer has run.',
    checks: (errors: number, warnings: number) =>
      errors + warnings === 0
        ? 'No errors and no warnings.'
        : `${errors === 0 ? 'No errors' : plural(errors, String(errors), 'error', 'errors')}, ${warnings === 0 ? 'no warnings' : plural(warnings, String(warnings), 'warning', 'warnings')}: see Regrant Checks.`,
    outdated: 'The results in the workbook are older than its cells: run again.',
    changed: (time: string, parts: string) => `Changed since the last run (${time}): ${parts}.`,
    parts: PART_NAMES,
    overwritten: (column: string, sheet: string, sum: string, total: string) =>
      `${column} of ${sheet} adds up to ${sum}, and the total is ${total}: somebody may have typed over a result.`,
    restore: 'Run again to restore it.',
    restoreFinal:
      'The awards are granted, so no run restores it: take the cells from a copy of the workbook, or take the last step back and grant again.',
    changedMeanwhile: (parts: string) =>
      `Changed since the preview, by somebody else perhaps: ${parts}. The results are of the cells as they are now.`,
    otherRun: (time: string) =>
      `Somebody else seems to be running the offer in this workbook, since ${time}. Wait until it has finished; if it was broken off, run anyway.`,
    takeOver: 'Run anyway',
    freezeTitle: 'Freeze to values',
    freezeNote:
      'Makes values of the live formulas in the Regrant sheets, and of nothing else. Running again brings them back.',
    freeze: 'Freeze to values',
    freezeWill: 'These formulas become values:',
    formulas: (count: number, shown: string) => plural(count, shown, 'formula', 'formulas'),
    freezeUndo: 'Only another run makes them live again. Formulas of your own stay as they are.',
    nothingToFreeze: 'There are no results to freeze yet: run the offer first.',
    frozen: (count: number, shown: string) =>
      count === 0
        ? 'There are no live formulas to freeze: the results are values already.'
        : `${plural(count, shown, 'formula is a value', 'formulas are values')} now.`,
    blocked: 'Complete the ledger and the terms first.',
  },
  life: {
    title: 'Stage of the offer',
    stages: STAGE_NAMES,
    steps: OFFER_STEP_NAMES,
    closedAt: (time: string) => `The ledger and the elections count as they stood at the closing, ${time}.`,
    totals: (grants: string, cancelled: string, granted: string) =>
      `As it stands: ${grants} grants exchanged, ${cancelled} shares cancelled, ${granted} new shares.`,
    drift: (count: number) =>
      `${plural(count, String(count), 'change', 'changes')} in the ledger since the closing`,
    leave: 'Not now',
    taken: (stage: string) => `The offer is at the stage ${stage}; the step is in Regrant Log.`,
  },
  results: {
    none: 'No results yet: run the offer first.',
    errors: (count: number) => plural(count, String(count), 'error', 'errors'),
    warnings: (count: number) => plural(count, String(count), 'warning', 'warnings'),
    noErrors: 'No errors',
    sheets: 'Sheets',
    openSheet: (sheet: string) => `Open ${sheet}`,
    totals: 'All totals',
    funnel: 'From the ledger to the exchange',
    inLedger: 'In the ledger',
    eligible: 'Eligible',
    elected: 'Elected by a form',
    exchanged: 'Exchanged',
    toExchange: 'To be exchanged',
    parts: (all: string, byForm: string, lookBack: string) =>
      `${all} are ${byForm} elected by a form and ${lookBack} brought in by the look-back.`,
    electedInVain: (count: number, shown: string) =>
      count === 1
        ? `${shown} grant is elected by a form and not exchanged: see why in the preview.`
        : `${shown} grants are elected by a form and not exchanged: see why in the preview.`,
    electedNow:
      'Until the options are cancelled, Elected means everyone who takes part, by a form or by the look-back.',
    funnelNote: (grants: string, shares: string) => `${grants} grants, ${shares} shares`,
    grantsOf: (grants: string, share: string) => `${grants} grants (${share})`,
    statuses: 'Status of the grants',
    shares: 'Shares',
    cancelled: 'Cancelled',
    granted: 'New',
    returned: 'Cancelled less new',
    quarters: 'Vesting by quarter',
    quarterNote: (quarter: string, shares: string) => `${quarter}: ${shares} shares`,
    quartersText: (first: string, last: string, total: string) =>
      `${total} new shares vest from ${first} to ${last}.`,
    forfeited: (count: number, shown: string) =>
      `${plural(count, shown, 'more new share is', 'more new shares are')} forfeited where service ended before they vest.`,
  },
  explain: {
    intro: 'Select a cell of the ledger or of a Regrant sheet to see how it came about.',
    example: 'Explain a grant',
    notAGrant: (cell: string) => `${cell} belongs to no grant.`,
    unavailable: 'Explanations need a ledger and terms that can be run.',
    grant: (grant: string) => `Grant ${grant}`,
    holder: (holder: string) => `Holder ${holder}`,
    ledgerRow: 'Ledger row',
    announced: (grant: string, part: string) => `${grant}: ${part}`,
    written: {
      newShares: (written: string, given: string) =>
        `The workbook holds ${written} new shares for this grant; the offer as it is now gives ${given}.`,
      exercisePrice: (written: string, given: string) =>
        `The workbook holds the exercise price ${written} for this grant; the offer as it is now gives ${given}.`,
      final: 'The awards are granted: what the workbook holds is final, and what follows here is not.',
      restore: 'What follows here is as the offer is now; a run writes it.',
    },
    drift: 'Changed in the ledger since the closing',
    parts: PART_OF_EXPLANATION,
    check: 'A check says',
    aboutAll: 'It is about the offer as a whole.',
    log: 'The log keeps what each run and each step was computed from: digests that change with the cells. Its rows are only ever added.',
    total: {
      holders: (column: string, table: string) => `Counts the different values of ${column} in ${table}`,
      grants: (column: string, table: string) => `Counts the rows of ${table} by ${column}`,
      shares: (column: string, table: string) => `Adds up ${column} of ${table}`,
      where: (column: string, value: string) => `where ${column} is ${value}.`,
      note: 'A total is over all grants: the preview lists them, with a filter for each status.',
    },
    eligibility: 'Eligible?',
    yes: 'Yes',
    no: 'No',
    passed: 'Passed',
    failed: 'Failed',
    waived: 'waived for the look-back',
    rule: 'Rule',
    noRules: 'The offer has no rules.',
    blank: 'blank',
    elections: 'Election',
    elected: 'Elected',
    withdrawn: 'Withdrawn',
    notElected: 'Not elected',
    elect: 'Elect',
    withdraw: 'Withdraw',
    late: 'too late',
    noForms: 'No form came in.',
    lookBack: (day: string) => `Brought in by the look-back from ${day} alone.`,
    notExchanged: 'This grant is not exchanged.',
    line: (portion: string, award: string) => (portion === 'All' ? award : `${portion} part: ${award}`),
    cash: (amount: string) => `Paid in cash: ${amount}`,
    count: 'New shares',
    ratioFrom: 'Ratio',
    times: (cancelled: string, ratio: string) => `${cancelled} × ${ratio}`,
    equals: (exact: string) => `= ${exact}`,
    about: (exact: string) => `≈ ${exact}`,
    rounded: (direction: string, count: string) => `rounded ${direction} to ${count}`,
    directions: { down: 'down', up: 'up', nearest: 'to the nearest' } as Readonly<Record<string, string>>,
    eventRounded: (exact: string, direction: string) => `(${exact}, rounded ${direction})`,
    lapsed: (ended: string, needed: string) =>
      `Service ended on ${ended}, before ${needed}: the promise lapsed, and the new shares are 0.`,
    serviceEnded: 'Termination Date',
    serviceNeeded: 'Service needed through',
    whole: 'a whole number: nothing to round',
    event: (label: string, before: string, after: string) => `${label}: ${before} → ${after}`,
    cancelledShares: 'Shares cancelled',
    price: 'Exercise price',
    priceRule: (rule: string, day: string) => `${rule}, on ${day}`,
    promised: 'Promised: the prices end before the new grant date.',
    missing: 'The price is missing.',
    pricesOfDay: 'Prices of that day',
    newGrantDate: 'New Grant Date',
    vesting: 'Vesting',
    scheduleFrom: 'Schedule',
    by: (day: string) => `By ${day}:`,
    allocated: (shares: string) => `allocated as ${shares} whole shares`,
    allocation: (name: string) => `Allocation: ${name}`,
    schedule: (words: string, day: string) => `${words}, from ${day}`,
    date: 'Date',
    sharesColumn: 'Shares',
    cumulative: 'Together',
    all: (count: number) => `Show all ${count} dates`,
    until: (day: string) => `Stops on ${day}, when service ended.`,
    breakEven: 'Break-even',
    breakEvenAt: (price: string) =>
      `Below a share price of ${price} the new options are worth more, above it the old ones would have been.`,
    noBreakEven: 'There is no price at which both are worth the same.',
    oldOptions: 'Old options',
    newOptions: 'New options',
    chart: (price: string) => `Gain of the old and the new options by share price; they meet at ${price}.`,
  },
  formulas: {
    intro: 'Functions that you can use in any cell. Insert writes a working example into the selected cell.',
    search: 'Search functions',
    parameters: 'Arguments',
    optional: 'optional',
    result: 'Result',
    insert: 'Insert',
    insertName: (name: string) => `Insert an example of ${name}`,
    inserted: (name: string, cell: string) => `${name} is in ${cell}.`,
    occupiedTitle: 'The cell is not empty',
    occupied: (cell: string, content: string) => `${cell} holds ${content}. Replace it?`,
    replace: 'Replace',
    keep: 'Keep it',
    wizards: 'Wizards',
    vestingWizard: 'Vesting table',
    ratioWizard: 'Exchange ratio',
    shares: 'Shares',
    start: 'Vesting starts on',
    cliff: 'First portion, in %',
    cliffMonths: 'after months',
    frequency: 'Then',
    frequencies: {
      monthly: 'every month',
      quarterly: 'every quarter',
      'semi-annually': 'every half year',
      annually: 'every year',
    },
    months: 'over months',
    schedule: 'Schedule in words',
    ratio: 'Ratio',
    ratioHint: '0.75, 4:3 (old to new) or 3 new for 4 old',
    rounding: 'Rounding',
    insertFormula: 'Insert into the selected cell',
    notNumber: (grouped: string, plain: string) =>
      `In this workbook a number is written like ${grouped} or ${plain}.`,
    none: 'No function fits.',
  },
} as const;

/** The shape without its English words. */
type Widened<T> = T extends string
  ? string
  : T extends (...values: infer A) => infer R
    ? (...values: A) => Widened<R>
    : { readonly [K in keyof T]: Widened<T[K]> };

export type Strings = Widened<typeof ENGLISH> & {
  /** A term's name and meaning where the language has its own; the contract's English otherwise. */
  readonly termMeanings?: Readonly<Record<string, string>>;
};
