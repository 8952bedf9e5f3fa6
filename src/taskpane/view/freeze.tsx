/** Freeze to values: says how many formulas of which sheets become values, and does it once that is confirmed. */
import { Button } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { FreezePlan } from '../../workbook/life/freeze-to-values.ts';
import { useLanguage, usePane } from './pane-context.ts';
import { OverwrittenMessage } from './overwritten-message.tsx';
import { CountedList, Message, Section } from './parts.tsx';

export function Freeze(): ReactNode {
  const { t, format } = useLanguage();
  const { act, book, isBusy, aim, reach } = usePane();
  const [plan, setPlan] = useState<FreezePlan>();
  const ask = useCallback(() => {
    void act(t.app.working, async () => {
      setPlan(await book.planFreeze());
      return undefined;
    });
  }, [act, book, t]);
  useEffect(() => {
    if (aim !== 'freeze' || isBusy) return;
    reach();
    ask();
  }, [aim, isBusy, reach, ask]);
  const freeze = () => {
    setPlan(undefined);
    void act(t.app.working, async () => {
      const cells = await book.freeze();
      return { intent: 'success', text: t.run.frozen(cells, format.shares(cells)) };
    });
  };
  return (
    <Section title={t.run.freezeTitle}>
      <p className="rg-note">{t.run.freezeNote}</p>
      {plan === undefined ? (
        <Button disabledFocusable={isBusy} onClick={ask}>
          {`${t.run.freeze} …`}
        </Button>
      ) : (
        <Question plan={plan} leave={() => setPlan(undefined)} freeze={freeze} />
      )}
    </Section>
  );
}

function Question({
  plan: { sheets, refuses },
  leave,
  freeze,
}: {
  readonly plan: FreezePlan;
  readonly leave: () => void;
  readonly freeze: () => void;
}): ReactNode {
  const { t, format, spoken } = useLanguage();
  const { isBusy } = usePane();
  const actions = useRef<HTMLDivElement>(null);
  // Enter confirms: the question is what a person has asked for.
  useEffect(() => actions.current?.querySelector<HTMLElement>('button:last-child')?.focus(), []);
  const isPossible = refuses === undefined && sheets.length > 0;
  return (
    <div className="rg-card" role="group" aria-label={t.run.freeze}>
      {refuses === undefined ? (
        sheets.length === 0 ? (
          <p>{t.run.frozen(0, '0')}</p>
        ) : (
          <>
            <strong>{t.run.freezeWill}</strong>
            <CountedList
              lines={sheets.map(({ sheet, formulas }) => ({
                name: sheet,
                count: t.run.formulas(formulas, format.shares(formulas)),
              }))}
            />
            <OverwrittenMessage />
            <p className="rg-note">{t.run.freezeUndo}</p>
          </>
        )
      ) : (
        <Message intent="warning">{spoken(refuses)}</Message>
      )}
      <div className="rg-actions" ref={actions}>
        <Button size="small" onClick={leave}>
          {isPossible ? t.life.leave : t.app.dismiss}
        </Button>
        {isPossible ? (
          <Button size="small" appearance="primary" disabledFocusable={isBusy} onClick={freeze}>
            {t.run.freeze}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
