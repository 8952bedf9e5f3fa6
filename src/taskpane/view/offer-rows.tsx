/** The forms over the offer's small tables: who may take part, ratios by tier, splits and mergers. */
import { Button } from '@fluentui/react-components';
import { type ReactNode, useRef, useState } from 'react';
import { linkText } from '../state/cell-link.ts';
import { type FormTable, tableForm, type TableRow } from '../state/table-forms.ts';
import { describeInsertion } from '../../workbook/terms/insert-terms.ts';
import { OfferRowForm } from './offer-row-form.tsx';
import { OfferRowHead } from './offer-row-head.tsx';
import { RatioColumn } from './ratio-column.tsx';
import { useLanguage, usePane } from './pane-context.ts';
import { Fold } from './parts.tsx';

export function OfferRows({ table }: { readonly table: FormTable }): ReactNode {
  const { t } = useLanguage();
  const { snapshot, view, act, book, isBusy, tell } = usePane();
  const list = useRef<HTMLUListElement>(null);
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
  const move = (row: TableRow, way: 'up' | 'down') => {
    const other = form.rows[form.rows.indexOf(row) + (way === 'up' ? -1 : 1)];
    if (other === undefined) return;
    if ([row, other].some(({ cells }) => cells.some(({ formula }) => formula !== undefined))) {
      tell({ intent: 'info', text: t.terms.holdsFormula });
      return;
    }
    void act(t.app.working, async () => {
      await book.moveRow({ table, row, other });
      close();
      // The focus goes along with the row, so that pressing again moves it on.
      const place = list.current?.querySelector(`[data-row="${other.offset}"] [data-way="${way}"]`);
      if (place instanceof HTMLElement) place.focus();
      return other.link === undefined
        ? undefined
        : { intent: 'success', text: t.terms.rowMoved(linkText(other.link)), link: other.link };
    });
  };
  return (
    <Fold
      title={words.title}
      aside={form.rows.length === 0 ? t.terms.noRows : String(form.rows.length)}
      isOpen={form.rows.some(({ problem }) => problem !== undefined)}
    >
      <p className="rg-note">{words.note}</p>
      <ul className="rg-list" ref={list}>
        {form.rows.map((row, at) => (
          <li key={row.offset} className="rg-offer-row" data-row={row.offset}>
            <OfferRowHead
              table={table}
              row={row}
              isOpen={open === row.offset || row.problem !== undefined}
              toggle={() => setOpen(open === row.offset ? undefined : row.offset)}
              canMove={{ up: at > 0, down: at < form.rows.length - 1 }}
              move={table === 'OfferEvents' ? undefined : (way) => move(row, way)}
            />
            {open === row.offset || row.problem !== undefined ? (
              // A row that changed outside of the form starts its fields anew.
              <OfferRowForm
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
        <OfferRowForm table={table} row={undefined} cells={form.blank} close={close} />
      ) : (
        <Button size="small" disabledFocusable={isBusy} onClick={() => setOpen('new')}>
          {words.add}
        </Button>
      )}
      {table === 'OfferRatios' ? <RatioColumn headers={form.blank.map(({ header }) => header)} /> : null}
    </Fold>
  );
}
