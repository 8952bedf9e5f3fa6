/** A row of the offer's small tables on one line: what it says, its cell, and the buttons that edit and move it. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ratioRowTitle, rowTitle } from '../state/row-title.ts';
import type { FormTable, TableRow } from '../state/table-forms.ts';
import { useLanguage, usePane } from './pane-context.ts';
import { CellButton } from './parts.tsx';

type Way = 'up' | 'down';

export function OfferRowHead({
  table,
  row,
  isOpen,
  toggle,
  canMove,
  move,
}: {
  readonly table: FormTable;
  readonly row: TableRow;
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly canMove: Readonly<Record<Way, boolean>>;
  /** Undefined where the order of the rows changes nothing. */
  readonly move: ((way: Way) => void) | undefined;
}): ReactNode {
  const { t, format } = useLanguage();
  const { isBusy } = usePane();
  const { title: words, note } =
    (table === 'OfferRatios' ? ratioRowTitle(row.cells, t.terms.ratioRow, format) : undefined) ??
    rowTitle(table, row, format);
  const title = words === '' ? t.terms.otherGrants : words;
  const mover = (way: Way, name: string, sign: string): ReactNode => (
    <Button
      size="small"
      appearance="transparent"
      className="rg-move"
      data-way={way}
      aria-label={name}
      aria-keyshortcuts={way === 'up' ? 'Alt+ArrowUp' : 'Alt+ArrowDown'}
      disabledFocusable={isBusy || !canMove[way]}
      onClick={() => move?.(way)}
    >
      <span aria-hidden>{sign}</span>
    </Button>
  );
  return (
    <div
      className="rg-row"
      onKeyDown={(event) => {
        const way = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : undefined;
        if (!event.altKey || way === undefined || move === undefined) return;
        event.preventDefault();
        if (!isBusy && canMove[way]) move(way);
      }}
    >
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
        {move === undefined ? null : (
          <>
            {mover('up', t.terms.moveUp(title), '↑')}
            {mover('down', t.terms.moveDown(title), '↓')}
          </>
        )}
      </div>
    </div>
  );
}
