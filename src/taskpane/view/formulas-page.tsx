/** Formula help: every function with what it takes, an example at a click, and wizards for a schedule and a ratio. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  SearchBox,
  Select,
} from '@fluentui/react-components';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { readDay, readShares } from '../../domain/basics/cell.ts';
import { RegrantError } from '../../domain/basics/error.ts';
import { sentenceOf, type Words } from '../../domain/basics/sentence.ts';
import { Fraction } from '../../domain/basics/fraction.ts';
import { newShares } from '../../domain/exchange/new-shares.ts';
import { parseRatio } from '../../domain/exchange/ratio.ts';
import { parseRounding } from '../../domain/basics/rounding.ts';
import { parseSchedule } from '../../domain/vesting/parse-schedule.ts';
import { vest } from '../../domain/vesting/vest.ts';
import { CATALOGUE } from '../../functions/catalogue.ts';
import type { FunctionDeclaration } from '../../functions/declaration.ts';
import { bySection, formulaOf, syntaxOf } from '../../functions/reference.ts';
import { exactText } from '../state/exact-text.ts';
import { cellEntry } from '../state/term-fields.ts';
import { type Frequency, FREQUENCIES, scheduleWords } from '../state/schedule-builder.ts';
import { useLanguage, usePane } from './pane-context.ts';
import { Fold, VestingDates } from './parts.tsx';

interface Occupied {
  readonly name: string;
  readonly formula: string;
  readonly address: string;
  readonly content: string;
}

/** Writes a formula into the selected cell, asking first where the cell holds something. */
function useInsert(): {
  readonly insert: (name: string, formula: string) => void;
  readonly question: ReactNode;
} {
  const { t } = useLanguage();
  const { act, book } = usePane();
  const [occupied, setOccupied] = useState<Occupied>();
  const write = (name: string, formula: string, overwrite: boolean) => {
    void act(t.app.working, async () => {
      const answer = await book.insertFormula(formula, overwrite);
      if (answer.inserted) return { intent: 'success', text: t.formulas.inserted(name, answer.address) };
      setOccupied({ name, formula, address: answer.address, content: answer.content });
      return undefined;
    });
  };
  const question = (
    <Dialog
      open={occupied !== undefined}
      onOpenChange={(_, { open }) => (open ? undefined : setOccupied(undefined))}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.formulas.occupiedTitle}</DialogTitle>
          <DialogContent>
            {occupied === undefined ? '' : t.formulas.occupied(occupied.address, occupied.content)}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={() => setOccupied(undefined)}>
              {t.formulas.keep}
            </Button>
            <Button
              onClick={() => {
                if (occupied !== undefined) write(occupied.name, occupied.formula, true);
                setOccupied(undefined);
              }}
            >
              {t.formulas.replace}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
  return { insert: (name, formula) => write(name, formula, false), question };
}

type Insert = (name: string, formula: string) => void;

export function FormulasPage(): ReactNode {
  const { t, spoken } = useLanguage();
  const [search, setSearch] = useState('');
  const { insert, question } = useInsert();
  const needle = useDeferredValue(search).trim().toLowerCase();
  const fits = ({ name, description }: FunctionDeclaration) =>
    `${name} ${spoken(sentenceOf(description))}`.toLowerCase().includes(needle);
  const isNothing = !CATALOGUE.some(fits);
  return (
    <>
      <p className="rg-intro">{t.formulas.intro}</p>
      <section aria-label={t.formulas.wizards}>
        <Fold title={t.formulas.vestingWizard}>
          <VestingWizard insert={insert} />
        </Fold>
        <Fold title={t.formulas.ratioWizard}>
          <RatioWizard insert={insert} />
        </Fold>
      </section>
      <SearchBox
        className="rg-wide"
        aria-label={t.formulas.search}
        placeholder={t.formulas.search}
        value={search}
        onChange={(_, { value }) => setSearch(value)}
      />
      {isNothing ? <p className="rg-note">{t.formulas.none}</p> : null}
      {bySection().map(([section, functions]) => {
        const shown = functions.filter(fits);
        return shown.length === 0 ? null : (
          <section key={section} className="rg-section rg-functions" aria-label={spoken(sentenceOf(section))}>
            <h3>{spoken(sentenceOf(section))}</h3>
            {shown.map((declaration) => (
              <FunctionEntry key={declaration.name} declaration={declaration} insert={insert} />
            ))}
          </section>
        );
      })}
      {question}
    </>
  );
}

function FunctionEntry({
  declaration,
  insert,
}: {
  readonly declaration: FunctionDeclaration;
  readonly insert: Insert;
}): ReactNode {
  const { t, spoken } = useLanguage();
  const { isBusy } = usePane();
  const { name, description, parameters, result, examples } = declaration;
  const example = examples[0];
  return (
    <Fold title={name} note={spoken(sentenceOf(description))}>
      <p>
        <code className="rg-code">{syntaxOf(declaration)}</code>
      </p>
      <h4>{t.formulas.parameters}</h4>
      <dl className="rg-parameters">
        {parameters.map((parameter) => (
          <div key={parameter.name}>
            <dt>
              <code>{parameter.name}</code>
              {parameter.optional ? <span className="rg-note"> {t.formulas.optional}</span> : null}
            </dt>
            <dd>{spoken(sentenceOf(parameter.description))}</dd>
          </div>
        ))}
      </dl>
      <h4>{t.formulas.result}</h4>
      <p>{spoken(sentenceOf(result.description))}</p>
      {example === undefined ? null : (
        <>
          <p>
            <code className="rg-code">{formulaOf(name, example)}</code>
          </p>
          <Button
            size="small"
            aria-label={t.formulas.insertName(name)}
            disabledFocusable={isBusy}
            onClick={() => insert(name, formulaOf(name, example))}
          >
            {t.formulas.insert}
          </Button>
        </>
      )}
    </Fold>
  );
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function Preview({
  problem,
  children,
}: {
  readonly problem: Words | undefined;
  readonly children: ReactNode;
}) {
  const { spoken } = useLanguage();
  return (
    <div className="rg-outcome" aria-live="polite">
      {problem === undefined ? children : <p className="rg-bad">{spoken(problem)}</p>}
    </div>
  );
}

/** What a computation gives, or the sentence that refuses it. */
function attempt<T>(compute: () => T): { readonly result?: T; readonly problem: Words | undefined } {
  try {
    return { result: compute(), problem: undefined };
  } catch (error) {
    if (!(error instanceof RegrantError)) throw error;
    return { problem: error.sentence };
  }
}

const ROWS_SHOWN = 5;

function VestingWizard({ insert }: { readonly insert: Insert }): ReactNode {
  const { t, format } = useLanguage();
  const [shares, setShares] = useState('1000');
  const [start, setStart] = useState('2003-07-21');
  const [choice, setChoice] = useState({
    cliffPercent: '50',
    cliffMonths: '6',
    frequency: 'monthly' as Frequency,
    months: '24',
  });
  const numbers = [shares, choice.cliffPercent, choice.cliffMonths, choice.months].map((text) =>
    text.trim() === '' ? 0 : format.number(text),
  );
  // The fields say what is wrong with them.
  const isUnread = numbers.includes(undefined);
  const [count = 0, cliffPercent = 0, cliffMonths = 0, months = 0] = numbers;
  const words = scheduleWords({
    cliffPercent,
    cliffMonths,
    frequency: choice.frequency,
    months,
  });
  const { result: rows = [], problem } = attempt(() =>
    vest(
      parseSchedule(words),
      readShares(shares.trim() === '' ? '' : count, t.formulas.shares),
      readDay(start, t.formulas.start),
    ),
  );
  const [year, month, day] = start.split('-').map(Number);
  const formula = `=REGRANT.VESTING(${count},DATE(${year ?? 0},${month ?? 0},${day ?? 0}),${quoted(words)})`;
  const set = (part: Partial<typeof choice>) => setChoice({ ...choice, ...part });
  return (
    <div className="rg-form">
      <div className="rg-pair">
        <NumberField label={t.formulas.shares} value={shares} change={setShares} />
        <Field label={t.formulas.start}>
          <Input type="date" value={start} onChange={(_, { value }) => setStart(value)} />
        </Field>
      </div>
      <div className="rg-pair">
        <NumberField
          label={t.formulas.cliff}
          value={choice.cliffPercent}
          change={(cliffPercent) => set({ cliffPercent })}
        />
        <NumberField
          label={t.formulas.cliffMonths}
          value={choice.cliffMonths}
          change={(cliffMonths) => set({ cliffMonths })}
        />
      </div>
      <div className="rg-pair">
        <Field label={t.formulas.frequency}>
          <Select
            value={choice.frequency}
            onChange={(_, { value }) => {
              const frequency = (Object.keys(FREQUENCIES) as Frequency[]).find((one) => one === value);
              if (frequency !== undefined) set({ frequency });
            }}
          >
            {(Object.keys(FREQUENCIES) as Frequency[]).map((one) => (
              <option key={one} value={one}>
                {t.formulas.frequencies[one]}
              </option>
            ))}
          </Select>
        </Field>
        <NumberField label={t.formulas.months} value={choice.months} change={(months) => set({ months })} />
      </div>
      {isUnread ? null : (
        <>
          <p>
            <span className="rg-note rg-block">{t.formulas.schedule}</span>
            {words}
          </p>
          <Preview problem={problem}>
            <VestingDates dates={rows.slice(0, ROWS_SHOWN)} />
            {rows.length > ROWS_SHOWN ? <p className="rg-note">{`… ${rows.length}`}</p> : null}
          </Preview>
          <InsertFormula name="VESTING" formula={formula} isBlocked={problem !== undefined} insert={insert} />
        </>
      )}
    </div>
  );
}

function RatioWizard({ insert }: { readonly insert: Insert }): ReactNode {
  const { t, format } = useLanguage();
  const [shares, setShares] = useState('1001');
  const [ratio, setRatio] = useState('4:3');
  const [rounding, setRounding] = useState('up');
  const count = shares.trim() === '' ? 0 : format.number(shares);
  const words = String(cellEntry('ratio', ratio, format)?.value ?? '');
  const { result, problem } = attempt(() => {
    const fraction = parseRatio(words, 'ratio');
    const old = readShares(count, t.formulas.shares);
    const given = newShares(old, fraction, parseRounding(rounding));
    return { fraction, given, exact: exactText(fraction.times(Fraction.of(old))) };
  });
  const formula = `=REGRANT.NEWSHARES(${count ?? 0},${quoted(words)},${quoted(rounding)})`;
  return (
    <div className="rg-form">
      <NumberField label={t.formulas.shares} value={shares} change={setShares} />
      <Field label={t.formulas.ratio} hint={t.formulas.ratioHint}>
        <Input value={ratio} onChange={(_, { value }) => setRatio(value)} />
      </Field>
      <Field label={t.formulas.rounding}>
        <Select value={rounding} onChange={(_, { value }) => setRounding(value)}>
          {['down', 'up', 'nearest'].map((one) => (
            <option key={one} value={one}>
              {t.explain.directions[one] ?? one}
            </option>
          ))}
        </Select>
      </Field>
      {count === undefined ? null : (
        <>
          <Preview problem={problem}>
            {result === undefined ? null : (
              <p className="rg-formula">
                {t.explain.times(format.shares(count), result.fraction.toString())}{' '}
                {result.exact.isExact
                  ? t.explain.equals(format.exact(result.exact.text))
                  : t.explain.about(format.exact(result.exact.text))}
                {', '}
                {t.explain.rounded(t.explain.directions[rounding] ?? rounding, format.shares(result.given))}
              </p>
            )}
          </Preview>
          <InsertFormula
            name="NEWSHARES"
            formula={formula}
            isBlocked={problem !== undefined}
            insert={insert}
          />
        </>
      )}
    </div>
  );
}

function InsertFormula({
  name,
  formula,
  isBlocked,
  insert,
}: {
  readonly name: string;
  readonly formula: string;
  readonly isBlocked: boolean;
  readonly insert: Insert;
}): ReactNode {
  const { t } = useLanguage();
  const { isBusy } = usePane();
  return (
    <>
      <code className="rg-code">{formula}</code>
      <Button
        appearance="primary"
        disabledFocusable={isBlocked || isBusy}
        onClick={() => insert(name, formula)}
      >
        {t.formulas.insertFormula}
      </Button>
    </>
  );
}

function NumberField({
  label,
  value,
  change,
}: {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
}): ReactNode {
  const { t, format } = useLanguage();
  const isNumber = value.trim() === '' || format.number(value) !== undefined;
  return (
    <Field
      label={label}
      {...(isNumber
        ? {}
        : { validationMessage: t.formulas.notNumber(format.exact('1234.5'), format.plain(1234.5)) })}
    >
      <Input inputMode="decimal" value={value} onChange={(_, { value: text }) => change(text)} />
    </Field>
  );
}
