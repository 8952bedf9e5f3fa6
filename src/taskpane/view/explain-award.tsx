/** What a grant becomes: the exact arithmetic of its new shares, their price, their vesting and their break-even. */
import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { Fraction } from '../../domain/basics/fraction.ts';
import { breakeven } from '../../domain/economics/breakeven.ts';
import type {
  ExplainedCount,
  ExplainedInstallment,
  ExplainedLapse,
  ExplainedLine,
  ExplainedPrice,
  ExplainedVesting,
  Explanation,
} from '../../domain/offer/explain.ts';
import { exactText } from '../state/exact-text.ts';
import { BreakEvenChart } from './charts.tsx';
import { type Place, Source, SourceLine } from './explain-source.tsx';
import { useLanguage, usePane } from './pane-context.ts';
import { Section, VestingDates } from './parts.tsx';

export function Count({
  count,
  lapse,
  ...place
}: Place & { readonly count: ExplainedCount; readonly lapse: ExplainedLapse | undefined }): ReactNode {
  const { t, format, spoken } = useLanguage();
  const product = (exact: Fraction): string => {
    const { text, isExact } = exactText(exact);
    const shown = format.exact(text);
    return isExact ? t.explain.equals(shown) : t.explain.about(shown);
  };
  const direction = (rounding: string): string => t.explain.directions[rounding] ?? rounding;
  const isWhole = count.exact.denominator === 1n;
  const cancelled = format.shares(count.cancelled.value);
  const ratio = count.ratio.toString();
  return (
    <Section title={t.explain.count} aside={format.shares(count.shares)} {...place}>
      <p className="rg-formula">
        <span>{t.explain.times(cancelled, ratio)}</span> <span>{product(count.exact)}</span>
        {isWhole ? null : (
          <span>, {t.explain.rounded(direction(count.rounding), format.shares(count.rounded))}</span>
        )}
      </p>
      {isWhole ? <p className="rg-note">{t.explain.whole}</p> : null}
      <ul className="rg-list">
        <li className="rg-row">
          <span>{t.explain.cancelledShares}</span>
          <Source cell={count.cancelled.cell} />
        </li>
        <li className="rg-row">
          <span>
            {t.explain.ratioFrom} {`${spoken(count.ratioLabel)}: ${ratio}`}
          </span>
          <Source cell={count.ratioCell} />
        </li>
        {count.events.map(({ label, cell, before, exact, rounding, after }) => (
          <li key={cell} className="rg-row">
            <span>
              {t.explain.event(spoken(label), format.shares(before), format.shares(after))}
              {exact.denominator === 1n
                ? null
                : ` ${t.explain.eventRounded(product(exact), direction(rounding))}`}
            </span>
            <Source cell={cell} />
          </li>
        ))}
      </ul>
      {lapse === undefined ? null : (
        <>
          <p className="rg-bad">{t.explain.lapsed(format.day(lapse.ended), format.day(lapse.needed))}</p>
          <ul className="rg-list">
            <SourceLine name={t.explain.serviceEnded} cell={lapse.endedCell} />
            <SourceLine name={t.explain.serviceNeeded} cell={lapse.neededCell} />
          </ul>
        </>
      )}
    </Section>
  );
}

export function Price({ price, ...place }: Place & { readonly price: ExplainedPrice }): ReactNode {
  const { t, format } = useLanguage();
  const shown = price.price === undefined ? '' : format.price(price.price);
  return (
    <Section title={t.explain.price} aside={shown} {...place}>
      <p>{t.explain.priceRule(price.rule, format.day(price.date))}</p>
      <ul className="rg-list">
        <SourceLine name={t.explain.pricesOfDay} cell={price.cell} />
        <SourceLine name={t.explain.newGrantDate} cell={price.dateCell} />
        <SourceLine name={t.explain.rule} cell={price.ruleCell} />
      </ul>
      {price.state === 'promised' ? <p className="rg-note">{t.explain.promised}</p> : null}
      {price.state === 'missing' ? <p className="rg-bad">{t.explain.missing}</p> : null}
    </Section>
  );
}

const DATES_AT_FIRST = 6;

export function Vesting({
  vesting,
  date: selected,
  ...place
}: Place & {
  readonly vesting: ExplainedVesting | undefined;
  /** The vesting date of the selected cell. */
  readonly date: number | undefined;
}): ReactNode {
  const { t, format } = useLanguage();
  const [isWhole, setIsWhole] = useState(false);
  if (vesting === undefined) return null;
  const { installments, until } = vesting;
  const isFarDown = installments.findIndex(({ date }) => date === selected) >= DATES_AT_FIRST;
  const shown = isWhole || isFarDown ? installments : installments.slice(0, DATES_AT_FIRST);
  const reckoned = installments.find(({ date }) => date === selected) ?? installments[0];
  return (
    <Section title={t.explain.vesting} {...place}>
      <p>{t.explain.schedule(vesting.schedule, format.day(vesting.start))}</p>
      {reckoned === undefined ? null : <Portion vesting={vesting} installment={reckoned} />}
      <ul className="rg-list">
        <SourceLine name={t.explain.scheduleFrom} cell={vesting.scheduleCell} />
        <SourceLine name={t.explain.newGrantDate} cell={vesting.startCell} />
      </ul>
      <VestingDates dates={shown} selected={selected} />
      {installments.length <= shown.length ? null : (
        <Button size="small" onClick={() => setIsWhole(true)}>
          {t.explain.all(installments.length)}
        </Button>
      )}
      {until === undefined ? null : <p className="rg-bad">{t.explain.until(format.day(until))}</p>}
    </Section>
  );
}

/** `By Jan 21, 2004: 751 × 1/2 = 375.5, allocated 375`. */
function Portion({
  vesting,
  installment: { date, cumulative, portion },
}: {
  readonly vesting: ExplainedVesting;
  readonly installment: ExplainedInstallment;
}): ReactNode {
  const { t, format } = useLanguage();
  if (portion === undefined) return <p className="rg-note">{vesting.allocation}</p>;
  const product = portion.times(Fraction.of(vesting.shares));
  const exact = exactText(product);
  const shown = format.exact(exact.text);
  return (
    <>
      <p className="rg-formula">
        <span>{t.explain.by(format.day(date))}</span>{' '}
        <span>{t.explain.times(format.shares(vesting.shares), portion.toString())}</span>{' '}
        <span>{exact.isExact ? t.explain.equals(shown) : t.explain.about(shown)}</span>
        {product.denominator === 1n ? null : (
          <span>
            {', '}
            {t.explain.allocated(format.shares(cumulative))}
          </span>
        )}
      </p>
      <p className="rg-note">{t.explain.allocation(vesting.allocation)}</p>
    </>
  );
}

export function BreakEven({
  explanation,
  line,
}: {
  readonly explanation: Explanation;
  readonly line: ExplainedLine;
}): ReactNode {
  const { t, format } = useLanguage();
  const { view } = usePane();
  const { count, price } = line;
  const oldPrice = oldPriceOf(view.run, explanation);
  if (count === undefined || price?.price === undefined || oldPrice === undefined) return null;
  const old = { shares: Number(count.cancelled.value), price: oldPrice };
  const renewed = { shares: count.shares, price: price.price };
  const meeting = meetingPrice(old, renewed);
  return (
    <Section title={t.explain.breakEven} aside={meeting === undefined ? undefined : format.price(meeting)}>
      {meeting === undefined ? (
        <p className="rg-note">{t.explain.noBreakEven}</p>
      ) : (
        <>
          <p>{t.explain.breakEvenAt(format.price(meeting))}</p>
          <BreakEvenChart old={old} renewed={renewed} meeting={meeting} />
        </>
      )}
    </Section>
  );
}

function oldPriceOf(
  run: ReturnType<typeof usePane>['view']['run'],
  { ledgerRow }: Explanation,
): number | undefined {
  const value = run?.grants[run.ledgerRows.indexOf(ledgerRow)]?.cell('Exercise Price');
  return typeof value === 'number' ? value : undefined;
}

function meetingPrice(old: { shares: number; price: number }, renewed: { shares: number; price: number }) {
  try {
    // To a hundredth of a cent: what is beyond it is of no use to a person.
    return Number(breakeven(old.shares, old.price, renewed.shares, renewed.price).toFixed(4));
  } catch {
    return undefined;
  }
}
