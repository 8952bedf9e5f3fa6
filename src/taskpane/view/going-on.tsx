/** What is going on in the pane and what came of it: progress with its Cancel, the last action's notice. */
import { Button, ProgressBar, Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type Notice, useLanguage } from './pane-context.ts';
import { CellButton, Message } from './parts.tsx';
import type { Work } from './use-workbook.ts';

/** What came of the last action, until the next one or until it is dismissed. */
export function Told({
  notice,
  dismiss,
}: {
  readonly notice: Notice | undefined;
  readonly dismiss: () => void;
}): ReactNode {
  const { t, spoken } = useLanguage();
  // Said aloud by screen readers, which know a region of that kind only where it was there before its words.
  return (
    <div role="status" className={notice === undefined ? undefined : 'rg-told'}>
      {notice === undefined ? null : (
        <Message
          intent={notice.intent}
          actions={
            <>
              {notice.link === undefined ? null : <CellButton link={notice.link} />}
              <Button size="small" appearance="transparent" onClick={dismiss}>
                {t.app.dismiss}
              </Button>
            </>
          }
        >
          {spoken(notice.text)}
        </Message>
      )}
    </div>
  );
}

/** What is being done, with its count and a way to cancel; and, for large workbooks, that there is something new. */
export function Progress({
  work,
  isStale,
  changedByOther,
  refresh,
}: {
  readonly work: Work | undefined;
  readonly isStale: boolean;
  readonly changedByOther: string | undefined;
  readonly refresh: () => void;
}): ReactNode {
  const { t, format } = useLanguage();
  const { progress, cancel } = work ?? {};
  const phase = progress === undefined ? (work?.what ?? '') : t.run.phases[progress.phase];
  const counts = progress !== undefined && progress.total > 0;
  return (
    <div
      className={
        work === undefined && !isStale && changedByOther === undefined ? 'rg-progress rg-idle' : 'rg-progress'
      }
    >
      <div className="rg-row">
        {/* Phases are said aloud; the count would not stop talking. */}
        <div role="status" aria-live="polite">
          {work === undefined ? (
            isStale ? (
              <span>{t.app.changed}</span>
            ) : changedByOther === undefined ? null : (
              <span className="rg-note">{t.app.changedByOther(format.instant(changedByOther))}</span>
            )
          ) : (
            <Spinner size="tiny" label={phase} labelPosition="after" />
          )}
        </div>
        {cancel === undefined ? null : (
          <Button size="small" onClick={cancel}>
            {t.app.cancel}
          </Button>
        )}
        {work === undefined && isStale ? (
          <Button size="small" appearance="transparent" onClick={refresh}>
            {t.app.refresh}
          </Button>
        ) : null}
      </div>
      {counts ? (
        <>
          <ProgressBar value={progress.done} max={progress.total} aria-label={phase} />
          <span className="rg-note">
            {t.app.counted(format.shares(progress.done), format.shares(progress.total))}
          </span>
        </>
      ) : null}
    </div>
  );
}
