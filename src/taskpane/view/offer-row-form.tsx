/** The form over one row of the offer's small tables: its cells, with the ledger's values to choose from. */
import { Button, Input } from '@fluentui/react-components';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { headerKey } from '../../domain/basics/words.ts';
import { ledgerValues, readableLedger } from '../state/ledger-values.ts';
import { criterionField } from '../state/ratio-columns.ts';
import { shownCell } from '../state/row-title.ts';
import { cellKind, type FormTable, type TableCell, type TableRow } from '../state/table-forms.ts';
import { cellEntry, cellText } from '../state/term-fields.ts';
import { CellField, CellSelect } from './cell-field.tsx';
import { useLanguage, usePane } from './pane-context.ts';
import { Message } from './parts.tsx';

export function OfferRowForm({
  table,
  row,
  cells,
  close,
}: {
  readonly table: FormTable;
  /** Undefined where the form adds a row. */
  readonly row: TableRow | undefined;
  readonly cells: readonly TableCell[];
  readonly close: () => void;
}): ReactNode {
  const { t, format } = useLanguage();
  const { act, book, isBusy, snapshot } = usePane();
  const ledger = useMemo(() => readableLedger(snapshot.source), [snapshot.source]);
  const shown = cells.map(({ kind, value }) => cellText(kind, value, format));
  const [texts, setTexts] = useState<readonly string[]>(shown);
  /** The headers of the fields whose numbers are not written as the workbook writes them. */
  const [unread, setUnread] = useState<readonly string[]>([]);
  const [isAsking, setAsking] = useState(false);
  // Each field is looked for once while the ledger stays the same, and not with each key.
  const valuesOf = useMemo(() => {
    const known = new Map<string, ReturnType<typeof ledgerValues>>();
    return (field: string): ReturnType<typeof ledgerValues> => {
      const values = known.get(field) ?? (ledger === undefined ? [] : ledgerValues(ledger, field));
      known.set(field, values);
      return values;
    };
  }, [ledger]);
  const fieldAt = cells.findIndex(({ header }) => headerKey(header) === 'field');
  /** What the ledger has for a rule's value or a criterion. */
  const valuesFor = (header: string): readonly string[] => {
    const field =
      table === 'OfferRatios'
        ? criterionField(header)
        : table === 'OfferRules' && headerKey(header) === 'value'
          ? (texts[fieldAt] ?? '')
          : '';
    if (field === '') return [];
    return valuesOf(field).map((value) => cellText(cellKind(table, header, field), value, format));
  };
  const fields = useMemo(() => ledger?.map.headers.filter((header) => header !== '') ?? [], [ledger]);
  const write = (wanted: readonly string[], done: string) => {
    const field = wanted[fieldAt] ?? '';
    const entries = cells.flatMap(({ header, formula }, at) => {
      const next = wanted[at] ?? '';
      if (formula !== undefined || next === shown[at]) return [];
      return [{ header, entry: cellEntry(cellKind(table, header, field), next, format) }];
    });
    const refused = entries.filter(({ entry }) => entry === undefined).map(({ header }) => header);
    setUnread(refused);
    if (refused.length > 0) return;
    void act(t.app.working, async () => {
      await book.writeRow({
        table,
        row,
        cells: entries.flatMap(({ header, entry }) => (entry === undefined ? [] : [{ header, ...entry }])),
      });
      close();
      return { intent: 'success', text: done, link: row?.link };
    });
  };
  return (
    <form
      className="rg-form rg-card"
      onSubmit={(event) => {
        event.preventDefault();
        write(texts, t.terms.rowSaved(table));
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      {cells.map((cell, at) => (
        <RowField
          key={cell.header}
          cell={cell}
          text={texts[at] ?? ''}
          suggestions={at === fieldAt && table === 'OfferRules' ? fields : valuesFor(cell.header)}
          isUnread={unread.includes(cell.header)}
          change={(next) => {
            setTexts(texts.map((text, index) => (index === at ? next : text)));
            setUnread(unread.filter((header) => header !== cell.header));
          }}
        />
      ))}
      {isAsking ? (
        <Message
          intent="warning"
          title={t.terms.removeAsk}
          actions={
            <>
              <Button size="small" appearance="primary" onClick={() => setAsking(false)}>
                {t.terms.keepRow}
              </Button>
              <Button
                size="small"
                disabledFocusable={isBusy}
                onClick={() => {
                  write(
                    cells.map(() => ''),
                    t.terms.rowRemoved(table),
                  );
                }}
              >
                {t.terms.remove}
              </Button>
            </>
          }
        >
          {t.terms.removeNote}
        </Message>
      ) : (
        <div className="rg-actions">
          <Button
            type="submit"
            size="small"
            appearance="primary"
            disabledFocusable={isBusy || texts.every((text, at) => text === shown[at])}
          >
            {t.terms.save}
          </Button>
          <Button size="small" onClick={close}>
            {t.app.cancel}
          </Button>
          {row === undefined || cells.some(({ formula }) => formula !== undefined) ? null : (
            <Button
              size="small"
              appearance="transparent"
              disabledFocusable={isBusy}
              onClick={() => setAsking(true)}
            >
              {t.terms.remove}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}

function RowField({
  cell,
  text,
  suggestions,
  isUnread,
  change,
}: {
  readonly cell: TableCell;
  readonly text: string;
  /** From the ledger, beside the cell's own choices. */
  readonly suggestions: readonly string[];
  readonly isUnread: boolean;
  readonly change: (text: string) => void;
}): ReactNode {
  const { t, format } = useLanguage();
  const list = useId();
  const { header, kind, isStrict, formula, problem } = cell;
  const choices = isStrict ? cell.choices : [...new Set([...cell.choices, ...suggestions])];
  const isDate = kind === 'date' && (text === '' || /^\d{4}-\d{2}-\d{2}$/.test(text));
  // A rule's list of dates is text; a field for one date would not take it.
  const isDateField = isDate && headerKey(header) !== 'value';
  return (
    <CellField
      label={header}
      problem={isUnread ? t.terms.notNumber(format.exact('1234.5'), format.plain(1234.5)) : problem}
      formula={formula}
      gives={shownCell(cell, format)}
    >
      {isStrict ? (
        <CellSelect choices={choices} text={text} choose={change} />
      ) : (
        <>
          <Input
            type={isDateField ? 'date' : 'text'}
            value={text}
            {...(choices.length > 0 ? { list } : {})}
            onChange={(_, { value }) => change(value)}
          />
          {choices.length === 0 ? null : (
            <datalist id={list}>
              {choices.map((choice) => (
                <option key={choice} value={choice} />
              ))}
            </datalist>
          )}
        </>
      )}
    </CellField>
  );
}
