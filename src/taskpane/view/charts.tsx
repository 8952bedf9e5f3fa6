/** Small charts as plain SVG and bars: readable at 320 pixels, by eye and by screen reader, in every theme. */
import { type ReactNode, useId } from 'react';
import { useLanguage } from './pane-context.ts';

/** Each stage as a part of the first. */
export function Funnel({
  stages,
}: {
  readonly stages: readonly (readonly [name: string, count: number])[];
}): ReactNode {
  const { t, format } = useLanguage();
  const most = Math.max(1, stages[0]?.[1] ?? 0);
  return (
    <ul className="rg-list rg-bars">
      {stages.map(([name, count]) => (
        <li key={name} className="rg-bar-row">
          <span className="rg-bar-name">{name}</span>
          <span className="rg-bar-value">
            {t.results.grantsOf(format.shares(count), format.percent(count / most))}
          </span>
          <span className="rg-bar" style={{ inlineSize: `${(100 * count) / most}%` }} aria-hidden />
        </li>
      ))}
    </ul>
  );
}

export function ShareBars({
  bars,
}: {
  readonly bars: readonly (readonly [name: string, shares: number, kind: 'old' | 'new' | 'pool'])[];
}): ReactNode {
  const { format } = useLanguage();
  const most = Math.max(1, ...bars.map(([, shares]) => Math.abs(shares)));
  return (
    <ul className="rg-list rg-bars">
      {bars.map(([name, shares, kind]) => (
        <li key={name} className="rg-bar-row">
          <span className="rg-bar-name">{name}</span>
          <span className="rg-bar-value">{format.shares(shares)}</span>
          <span
            className={`rg-bar rg-bar-${kind}`}
            style={{ inlineSize: `${(100 * Math.abs(shares)) / most}%` }}
            aria-hidden
          />
        </li>
      ))}
    </ul>
  );
}

const [WIDTH, HEIGHT, BASE] = [320, 120, 100];

export function QuarterChart({
  quarters,
}: {
  readonly quarters: readonly (readonly [quarter: string, shares: number])[];
}): ReactNode {
  const { t, format } = useLanguage();
  const title = useId();
  const most = Math.max(1, ...quarters.map(([, shares]) => shares));
  const step = WIDTH / Math.max(1, quarters.length);
  const gap = Math.min(4, step * 0.2);
  const [first, last] = [quarters[0]?.[0] ?? '', quarters.at(-1)?.[0] ?? ''];
  const total = quarters.reduce((sum, [, shares]) => sum + shares, 0);
  const text = t.results.quartersText(first, last, format.shares(total));
  return (
    <figure className="rg-figure-box">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={title} className="rg-chart">
        <title id={title}>{text}</title>
        {quarters.map(([quarter, shares], index) => {
          const height = Math.max(1, (BASE * shares) / most - 6);
          return (
            <rect
              key={quarter}
              className="rg-column"
              x={index * step + gap / 2}
              y={BASE - height}
              width={Math.max(1, step - gap)}
              height={height}
              rx={1.5}
            >
              <title>{t.results.quarterNote(quarter, format.shares(shares))}</title>
            </rect>
          );
        })}
        <line className="rg-axis" x1={0} x2={WIDTH} y1={BASE + 0.5} y2={BASE + 0.5} />
        <text className="rg-tick" x={0} y={HEIGHT - 4}>
          {first}
        </text>
        {quarters.length < 2 ? null : (
          <text className="rg-tick" x={WIDTH} y={HEIGHT - 4} textAnchor="end">
            {last}
          </text>
        )}
      </svg>
      <figcaption className="rg-note">{text}</figcaption>
    </figure>
  );
}

export interface Award {
  readonly shares: number;
  readonly price: number;
}

/** The gain of two awards over the share price, with the price at which they are worth the same. */
export function BreakEvenChart({
  old,
  renewed,
  meeting,
}: {
  readonly old: Award;
  readonly renewed: Award;
  readonly meeting: number;
}): ReactNode {
  const { t, format } = useLanguage();
  const title = useId();
  const highest = Math.max(meeting, old.price, renewed.price) * 1.3;
  const gain = ({ shares, price }: Award, market: number) => shares * Math.max(0, market - price);
  const most = Math.max(gain(old, highest), gain(renewed, highest), 1);
  const x = (market: number) => (WIDTH * market) / highest;
  const y = (value: number) => BASE - ((BASE - 8) * value) / most;
  const line = (award: Award) =>
    [0, award.price, highest]
      .map((market) => `${x(market).toFixed(1)},${y(gain(award, market)).toFixed(1)}`)
      .join(' ');
  const shown = format.price(meeting);
  const meetsAt = x(meeting);
  return (
    <figure className="rg-figure-box">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={title} className="rg-chart">
        <title id={title}>{t.explain.chart(shown)}</title>
        <line className="rg-guide" x1={meetsAt} x2={meetsAt} y1={4} y2={BASE} />
        <polyline className="rg-line rg-line-old" points={line(old)} />
        <polyline className="rg-line rg-line-new" points={line(renewed)} />
        <circle className="rg-point" cx={meetsAt} cy={y(gain(old, meeting))} r={3.5} />
        <line className="rg-axis" x1={0} x2={WIDTH} y1={BASE + 0.5} y2={BASE + 0.5} />
        <text className="rg-tick" x={0} y={HEIGHT - 4}>
          {format.price(0)}
        </text>
        <text
          className="rg-tick"
          x={Math.min(WIDTH - 30, Math.max(30, meetsAt))}
          y={HEIGHT - 4}
          textAnchor="middle"
        >
          {shown}
        </text>
      </svg>
      <figcaption className="rg-legend">
        <span className="rg-key rg-key-old">{t.explain.oldOptions}</span>
        <span className="rg-key rg-key-new">{t.explain.newOptions}</span>
      </figcaption>
    </figure>
  );
}
