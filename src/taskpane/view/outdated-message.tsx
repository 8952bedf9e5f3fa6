/** Says that the results are older than the workbook's cells, and what has changed since, where that is known. */
import type { ReactNode } from 'react';
import type { Outdated } from '../state/outdated.ts';
import { useLanguage } from './pane-context.ts';
import { Message } from './parts.tsx';

export function OutdatedMessage({
  outdated: { changed, since },
  actions,
}: {
  readonly outdated: Outdated;
  readonly actions?: ReactNode;
}): ReactNode {
  const { t, format } = useLanguage();
  const parts = format.list(changed.map((part) => t.run.parts[part]));
  return (
    <Message intent="warning" actions={actions}>
      {t.run.outdated}
      {since === undefined || changed.length === 0 ? null : (
        <p>{t.run.changed(format.instant(since), parts)}</p>
      )}
    </Message>
  );
}
