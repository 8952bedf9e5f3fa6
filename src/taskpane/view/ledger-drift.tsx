/** What the ledger has changed since the closing, each change with its cell: it is said here, and not applied. */
import type { ReactNode } from 'react';
import { describeDrift, type Drift } from '../../domain/offer/life/drift.ts';
import { parseCellLink } from '../state/cell-link.ts';
import { useLanguage, usePane } from './pane-context.ts';
import { CellButton, Fold } from './parts.tsx';

/** All of it, counted, to be opened. */
export function LedgerDrift(): ReactNode {
  const { t } = useLanguage();
  const { view } = usePane();
  const drift = view.run?.drift ?? [];
  if (drift.length === 0) return null;
  return (
    <Fold title={t.life.drift(drift.length)}>
      <DriftList drift={drift} />
    </Fold>
  );
}

export function DriftList({ drift }: { readonly drift: readonly Drift[] }): ReactNode {
  const { spoken } = useLanguage();
  return (
    <ul className="rg-effects">
      {drift.map((one) => {
        const link = parseCellLink(one.cell);
        return (
          <li key={`${one.kind} ${one.row} ${one.column}`}>
            {spoken(describeDrift(one))} {link === undefined ? null : <CellButton link={link} />}
          </li>
        );
      })}
    </ul>
  );
}
