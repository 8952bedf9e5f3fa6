/** Ledger: which sheet it is, which of its columns mean what, and what is wrong with its cells. */
import { Badge, Button, Field, Select } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { LedgerChoice } from '../../domain/offer/offer-source.ts';
import { countSeverity } from '../state/check-lines.ts';
import {
  type LedgerSheet,
  type LedgerView,
  type RecognisedColumn,
  withColumn,
} from '../state/ledger-view.ts';
import { LedgerDrift } from './ledger-drift.tsx';
import { type Notice, useLanguage, usePane } from './pane-context.ts';
import { CellButton, CheckList, Empty, Fold, Message, Section } from './parts.tsx';

export function LedgerStep(): ReactNode {
  const { view } = usePane();
  const { ledger } = view;
  switch (ledger.kind) {
    case 'empty':
      return <EmptyWorkbook />;
    case 'none':
      return <NoLedger sheets={ledger.sheets} />;
    case 'choose':
      return <ChooseLedger candidates={ledger.candidates} />;
    case 'incomplete':
    case 'found':
      return <KnownLedger view={ledger} />;
  }
}

/** Keeps a choice in the workbook. */
function useChoice(): (choice: LedgerChoice) => void {
  const { act, book } = usePane();
  const { t } = useLanguage();
  return (choice) => {
    const remember = async (): Promise<Notice> => {
      await book.rememberLedger(choice);
      return { intent: 'success', text: t.ledger.remembered };
    };
    // Whoever types in a list of choices makes several in a row, and means the last.
    void act(t.app.working, remember, { waits: true });
  };
}

function EmptyWorkbook(): ReactNode {
  const { t } = useLanguage();
  const { act, book } = usePane();
  const start = () => {
    void act(t.app.working, async () => {
      await book.insertSample();
      return { intent: 'success', text: t.ledger.sampleDone };
    });
  };
  return (
    <Empty
      title={t.ledger.emptyTitle}
      action={{ name: t.ledger.insertSample, start }}
      note={t.ledger.sampleNote}
    >
      {t.ledger.empty}
    </Empty>
  );
}

function NoLedger({ sheets }: { readonly sheets: readonly string[] }): ReactNode {
  const { t } = useLanguage();
  const choose = useChoice();
  return (
    <>
      <Message intent="warning" title={t.ledger.noneTitle}>
        {t.ledger.none}
      </Message>
      <ul className="rg-list">
        {sheets.map((sheet) => (
          <li key={sheet} className="rg-row">
            <span>{sheet}</span>
            <Button size="small" onClick={() => choose({ sheet })}>
              {t.ledger.use(sheet)}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function ChooseLedger({ candidates }: { readonly candidates: readonly LedgerSheet[] }): ReactNode {
  const { t, format } = useLanguage();
  const choose = useChoice();
  return (
    <>
      <Message intent="info" title={t.ledger.chooseTitle}>
        {t.ledger.choose}
      </Message>
      <ul className="rg-list">
        {candidates.map(({ sheet, grants, headerRow }) => (
          <li key={sheet} className="rg-card">
            <strong>{sheet}</strong>
            <span className="rg-note">{t.ledger.candidate(grants, format.shares(grants), headerRow)}</span>
            <div className="rg-actions">
              <Button size="small" appearance="primary" onClick={() => choose({ sheet })}>
                {t.ledger.use(sheet)}
              </Button>
              <CellButton link={{ sheet, address: `A${headerRow}` }} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

type Known = Extract<LedgerView, { readonly kind: 'found' | 'incomplete' }>;

function KnownLedger({ view }: { readonly view: Known }): ReactNode {
  const { t, format } = useLanguage();
  const choose = useChoice();
  const { closed } = usePane().snapshot.life;
  const { ledger } = view;
  return (
    <>
      <p className="rg-intro">{t.ledger.intro}</p>
      {closed === undefined ? null : <p className="rg-note">{t.life.closedAt(format.instant(closed))}</p>}
      <LedgerDrift />
      <div className="rg-card">
        <div className="rg-row">
          <strong>{t.ledger.grants(ledger.grants, format.shares(ledger.grants))}</strong>
          <CellButton link={{ sheet: ledger.sheet, address: `A${ledger.headerRow}` }} />
        </div>
        {view.others.length === 0 ? null : (
          <Field label={t.ledger.another}>
            <Select value={ledger.sheet} onChange={(_, { value }) => choose({ sheet: value })}>
              {[ledger.sheet, ...view.others].map((sheet) => (
                <option key={sheet}>{sheet}</option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      {view.kind === 'incomplete' ? (
        <Message intent="warning" title={t.ledger.incomplete(format.list(ledger.missing))} />
      ) : null}
      {view.unnamed.length === 0 ? null : (
        <Message intent={view.kind === 'incomplete' ? 'warning' : 'info'}>
          {t.ledger.unnamed(format.list(view.unnamed.map(({ address }) => address)), view.unnamed.length)}
          <span className="rg-links">
            {view.unnamed.map((link) => (
              <CellButton key={link.address} link={link} />
            ))}
          </span>
        </Message>
      )}
      {view.kind === 'incomplete' ? null : <Checks view={view} />}
      <Columns ledger={ledger} isIncomplete={view.kind === 'incomplete'} />
    </>
  );
}

const CHECKS_AT_FIRST = 20;

function Checks({ view }: { readonly view: Extract<LedgerView, { readonly kind: 'found' }> }): ReactNode {
  const { t, format } = useLanguage();
  const [shown, setShown] = useState(CHECKS_AT_FIRST);
  const { checks } = view;
  const counts = t.ledger.problems(countSeverity(checks, 'Error'), countSeverity(checks, 'Warning'));
  return (
    <Section title={t.ledger.checks} aside={counts}>
      {checks.length === 0 ? <p className="rg-good">{t.ledger.noProblems}</p> : null}
      <CheckList lines={checks.slice(0, shown)} />
      {checks.length > shown ? (
        <Button size="small" onClick={() => setShown(shown + 100)}>
          {t.ledger.more(format.shares(checks.length - shown))}
        </Button>
      ) : null}
    </Section>
  );
}

function Columns({
  ledger,
  isIncomplete,
}: {
  readonly ledger: LedgerSheet;
  readonly isIncomplete: boolean;
}): ReactNode {
  const { t } = useLanguage();
  const isWanted = ({ column, header }: RecognisedColumn) =>
    header !== undefined ||
    column.needed === 'yes' ||
    (column.needed === 'granted or outstanding' && ledger.missing.length > 0);
  const recognised = ledger.columns.filter(isWanted);
  const others = ledger.columns.filter((column) => !isWanted(column));
  const count = ledger.columns.filter(({ header }) => header !== undefined).length;
  return (
    <>
      <Fold title={t.ledger.columns} aside={t.ledger.columnsRecognised(count)} isOpen={isIncomplete}>
        <ColumnList columns={recognised} ledger={ledger} />
      </Fold>
      {others.length === 0 ? null : (
        <Fold title={t.ledger.others(others.length)}>
          <ColumnList columns={others} ledger={ledger} />
        </Fold>
      )}
    </>
  );
}

/** A header of several lines as one. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function ColumnList({
  columns,
  ledger,
}: {
  readonly columns: readonly RecognisedColumn[];
  readonly ledger: LedgerSheet;
}): ReactNode {
  const { t } = useLanguage();
  const { snapshot } = usePane();
  const choose = useChoice();
  return (
    <ul className="rg-list rg-columns">
      {columns.map(({ column, header, letters, isChosen }) => (
        <li key={column.name}>
          <Field
            orientation="horizontal"
            label={
              <>
                {column.name}{' '}
                {column.needed === 'yes' ? <span className="rg-note">({t.ledger.needed})</span> : null}
                {isChosen ? (
                  <Badge appearance="outline" size="small">
                    {t.ledger.corrected}
                  </Badge>
                ) : null}
              </>
            }
            {...(header === undefined && column.needed === 'yes'
              ? { validationState: 'warning' as const }
              : {})}
          >
            <Select
              size="small"
              value={header ?? ''}
              onChange={(_, { value }) => {
                const { ledger: choice } = snapshot.source;
                choose(withColumn(choice, ledger.sheet, column.name, value === '' ? undefined : value));
              }}
            >
              <option value="">{t.ledger.notThere}</option>
              {[...new Set(ledger.headers)].map((name) => (
                <option key={name} value={name}>
                  {name === header && letters !== undefined ? `${oneLine(name)} (${letters})` : oneLine(name)}
                </option>
              ))}
            </Select>
          </Field>
        </li>
      ))}
    </ul>
  );
}
