/** Says which result columns do not add up to their totals, with the way there and how to restore them. */
import type { ReactNode } from 'react';
import { stageRule } from '../../domain/offer/life/stage.ts';
import { useLanguage, usePane } from './pane-context.ts';
import { CellButton, Message } from './parts.tsx';

export function OverwrittenMessage({ actions }: { readonly actions?: ReactNode }): ReactNode {
  const { t, format } = useLanguage();
  const { snapshot, view } = usePane();
  if (view.overwritten.length === 0) return null;
  const isFinal = stageRule(snapshot.life.stage).areResultsFinal;
  return (
    <Message intent="warning" actions={isFinal ? undefined : actions}>
      {view.overwritten.map(({ sheet, column, cells, sum, total }) => (
        <p key={`${sheet} ${column}`}>
          {t.run.overwritten(column, sheet, format.shares(sum), format.shares(total))}{' '}
          <CellButton link={cells} />
        </p>
      ))}
      <p>{isFinal ? t.run.restoreFinal : t.run.restore}</p>
    </Message>
  );
}
