/** Elections: how many forms came in, what they amount to, and which of them somebody has to look at. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLanguage, usePane } from './pane-context.ts';
import { CheckList, Incomplete, Message, Section, Stat } from './parts.tsx';

export function ElectionsStep(): ReactNode {
  const { t, format } = useLanguage();
  const { view, goTo } = usePane();
  const { elections, run } = view;
  if (run === undefined) return <Incomplete>{t.elections.needsTerms}</Incomplete>;
  const { place } = elections;
  const inVain = elections.holdersInVain;
  return (
    <>
      <p className="rg-intro">{t.elections.intro}</p>
      <dl className="rg-stats rg-stats-four">
        <Stat name={t.elections.forms} value={format.shares(elections.events)} />
        <Stat name={t.elections.withdrawals} value={format.shares(elections.withdrawals)} />
        <Stat name={t.elections.late} value={format.shares(elections.late)} />
        <Stat
          name={t.elections.holders}
          value={format.shares(elections.holdersElected)}
          note={t.elections.ofEligible(
            format.shares(elections.holdersElected),
            format.shares(elections.holdersEligible),
          )}
        />
      </dl>
      {inVain <= 0 ? null : (
        <p className="rg-note">{t.elections.holdersInVain(inVain, format.shares(inVain))}</p>
      )}
      {place === undefined ? null : (
        <Button size="small" onClick={() => goTo(place)}>
          {t.elections.show}
        </Button>
      )}
      {elections.events === 0 ? (
        <Message intent="info">{t.elections.none}</Message>
      ) : elections.problems.length === 0 ? (
        <p className="rg-good">{t.elections.noProblems}</p>
      ) : (
        <Section title={t.elections.problems}>
          <CheckList lines={elections.problems} />
        </Section>
      )}
    </>
  );
}
