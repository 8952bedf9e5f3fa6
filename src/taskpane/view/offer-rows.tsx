/** The forms over the offer's small tables: who may take part, ratios by tier, splits and mergers. */
import { Button, Input } from '@fluentui/react-components';
import { type ReactNode, useId, useState } from 'react';
import { headerKey } from '../../domain/basics/words.ts';
import { rowTitle, shownCell } from '../state/row-title.ts';
import { cellKind, type FormTable, type TableCell, tableForm, type TableRow } from '../state/table-forms.ts';
import { cellEntry, cellText } from '../state/term-fields.ts';
import { describeInsertion } from '../../workbook/terms/insert-terms.ts';
import { CellField, CellSelect } from './cell-field.tsx';
import { useLanguage, usePane } from './pane-context.ts';
import { CellButton, Fold, Message } from './parts.tsx';

export function OfferRows({ table }: { readonly table: FormTable }): ReactNode {
  const { t } = useLanguage();
  const { snapshot, view, act, book, isBusy } = usePane();
  const [open, setOpen] = useState<number | 'new'>();
  const form = tableForm(snapshot, table, view.refusal);
  const words = t.terms.tables[table];
  if (form === undefined)
    return (
      <Fold title={words.title}>
        <p className="rg-note">{t.terms.noTable(table)}</p>
        <Button
          disabledFocusable={isBusy}
          onClick={() => {
            void act(t.app.working, async () => ({
              intent: 'success',
              text: describeInsertion(await book.insertTerms()),
            }));
          }}
        >
          {t.terms.insertMissing}
        </Button>
      </Fold>
    );
  const close = () => setOpen(undefined);
  return (
    <Fold
      title={words.title}
      aside={form.rows.length === 0 ? t.terms.noRows : String(form.rows.length)}
      isOpen={form.rows.some(({ problem }) => problem !== undefined)}
    >
      <p className="rg-note">{words.note}</p>
      <ul className="rg-list">
        {form.rows.map((row) => (
          <li key={row.offset} className="rg-offer-row">
            <RowHead
              table={table}
              row={row}
              isOpen={open === row.offset || row.problem !== undefined}
              toggle={() => setOpen(open === row.offset ? undefined : row.offset)}
            />
            {open === row.offset || row.problem !== undefined ? (
              // A row that changed outside of the form starts its fields anew.
              <RowForm
                key={row.contents.join('\n')}
                table={table}
                row={row}
                cells={row.cells}
                close={close}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {open === 'new' ? (
        <RowForm table={table} row={undefined} cells={form.blank} close={close} />
      ) : (
        <Button size="small" disabledFocusable={isBusy} onClick={() => setOpen('new')}>
          {words.add}
        </Button>
      )}
    </Fold>
  );
}

function RowHead({
  table,
  row,
  isOpen,
  toggle,
}: {
  readonly table: FormTable;
  readonly row: TableRow;
  readonly isOpen: boolean;
  readonly toggle: () => void;
}): ReactNode {
  const { t, format } = useLanguage();
  const { title: words, note } = rowTitle(table, row, format);
  const title = words === '' ? t.terms.otherGrants : words;
  return (
    <div className="rg-row">
      <div>
        <div>{title}</div>
        {note === '' ? null : <div className="rg-note">{note}</div>}
      </div>
      <div className="rg-offer-row-actions">
        {row.link === undefined ? null : <CellButton link={row.link}>{row.link.address}</CellButton>}
        <Button
          size="small"
          appearance="transparent"
          aria-expanded={isOpen}
          aria-label={t.terms.editRow(title)}
          onClick={toggle}
        >
          {t.terms.edit}
        </Button>
      </div>
    </div>
  );
}

function RowForm({
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
  const { act, book, isBusy } = usePane();
  const shown = cells.map(({ kind, value }) => cellText(kind, value, format));
  const [texts, setTexts] = useState<readonly string[]>(shown);
  /** The headers of the fields whose numbers are not written as the workbook writes them. */
  const [unread, setUnread] = useState<readonly string[]>([]);
  const [isAsking, setAsking] = useState(false);
  const write = (wanted: readonly string[], done: string) => {
    const field = wanted[cells.findIndex(({ header }) => headerKey(header) === 'field')] ?? '';
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
  isUnread,
  change,
}: {
  readonly cell: TableCell;
  readonly text: string;
  readonly isUnread: boolean;
  readonly change: (text: string) => void;
}): ReactNode {
  const { t, format } = useLanguage();
  const list = useId();
  const { header, kind, choices, isStrict, formula, problem } = cell;
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
