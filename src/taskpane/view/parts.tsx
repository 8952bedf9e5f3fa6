/** The small parts of which the pane's pages are made, so that they all look and behave alike. */
import { Badge, Button, Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { type ReactNode, useId, useState } from 'react';
import { formatDay } from '../../domain/basics/day.ts';
import type { GrantStatus } from '../../domain/offer/life/grant-status.ts';
import { type CellLink, linkText } from '../state/cell-link.ts';
import type { CheckLine } from '../state/check-lines.ts';
import { type NoticeIntent, useLanguage, usePane } from './pane-context.ts';

/** A cell's address that selects the cell. */
export function CellButton({
  link,
  children,
}: {
  readonly link: CellLink;
  readonly children?: ReactNode;
}): ReactNode {
  const { t } = useLanguage();
  const { goTo } = usePane();
  const text = linkText(link);
  return (
    <Link as="button" className="rg-cell" title={t.app.goTo(text)} onClick={() => goTo(link)}>
      {children ?? (
        <>
          {link.sheet}!<span className="rg-address">{link.address}</span>
        </>
      )}
    </Link>
  );
}

export function Section({
  title,
  aside,
  part,
  isCurrent = false,
  children,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  /** A name by which the page leads to it. */
  readonly part?: string;
  /** Whether it is what a person has asked for. */
  readonly isCurrent?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section
      className="rg-section"
      aria-labelledby={id}
      data-part={part}
      aria-current={isCurrent ? true : undefined}
    >
      <div className="rg-section-head">
        <h3 id={id} tabIndex={part === undefined ? undefined : -1}>
          {title}
        </h3>
        {aside === undefined ? null : <div className="rg-aside">{aside}</div>}
      </div>
      {children}
    </section>
  );
}

/** A section that opens and closes, for what few need to see. */
export function Fold({
  title,
  note,
  aside,
  isOpen = false,
  children,
}: {
  readonly title: string;
  /** What it is about, under the title. */
  readonly note?: string;
  readonly aside?: ReactNode;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const [isShown, setShown] = useState(isOpen);
  const body = useId();
  return (
    <div className="rg-fold">
      {/* A button, and no details element: in Excel on the web Office leads Tab past those. */}
      <button
        type="button"
        className="rg-fold-head"
        aria-expanded={isShown}
        aria-controls={body}
        onClick={() => setShown(!isShown)}
      >
        <span className="rg-fold-title">
          {title}
          {note === undefined ? null : <span className="rg-summary">{note}</span>}
        </span>
        {aside === undefined ? null : <span className="rg-aside">{aside}</span>}
      </button>
      <div id={body} className="rg-fold-body" hidden={!isShown}>
        {children}
      </div>
    </div>
  );
}

export function Message({
  intent,
  title,
  children,
  actions,
}: {
  readonly intent: NoticeIntent;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}): ReactNode {
  return (
    <MessageBar intent={intent} layout="multiline" className="rg-message" politeness="polite">
      <MessageBarBody>
        {title === undefined ? null : <MessageBarTitle>{title}</MessageBarTitle>}
        {children}
        {actions === undefined ? null : <div className="rg-actions">{actions}</div>}
      </MessageBarBody>
    </MessageBar>
  );
}

/** Where there is nothing yet: what is missing, and the one thing to do about it. */
export function Empty({
  title,
  action,
  children,
  note,
}: {
  readonly title?: string;
  readonly action?: { readonly name: string; readonly start: () => void };
  readonly children: ReactNode;
  readonly note?: string;
}): ReactNode {
  const { isBusy } = usePane();
  return (
    <div className="rg-empty">
      {title === undefined ? null : <h3>{title}</h3>}
      <p>{children}</p>
      {action === undefined ? null : (
        <Button appearance="primary" disabledFocusable={isBusy} onClick={action.start}>
          {action.name}
        </Button>
      )}
      {note === undefined ? null : <p className="rg-note">{note}</p>}
    </div>
  );
}

/** Says that the ledger or the terms are missing, and leads to them. */
export function Incomplete({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useLanguage();
  const { view, openStep } = usePane();
  const missing = view.ledger.kind === 'found' ? 'terms' : 'ledger';
  return (
    <Empty action={{ name: t.app.goToStep(t.steps.names[missing]), start: () => openStep(missing) }}>
      {children}
    </Empty>
  );
}

/** A figure with its name. */
export function Stat({
  name,
  value,
  note,
}: {
  readonly name: string;
  readonly value: string;
  readonly note?: string | undefined;
}): ReactNode {
  return (
    <div className="rg-stat">
      <dt>{name}</dt>
      <dd>
        <span className="rg-figure">{value}</span>
        {note === undefined ? null : <span className="rg-note">{note}</span>}
      </dd>
    </div>
  );
}

/** Lines with a count or another short text at their end, aligned. */
export function CountedList({
  lines,
}: {
  readonly lines: readonly { readonly name: ReactNode; readonly count: string; readonly note?: string }[];
}): ReactNode {
  return (
    <ul className="rg-counted">
      {lines.map(({ name, count, note }, index) => (
        <li key={index}>
          <span>
            {name}
            {note === undefined ? null : <span className="rg-note rg-block">{note}</span>}
          </span>{' '}
          <span className="rg-count">{count}</span>
        </li>
      ))}
    </ul>
  );
}

const SEVERITY_COLORS = { Error: 'danger', Warning: 'warning', Info: 'informative' } as const;

export function SeverityBadge({ severity }: { readonly severity: CheckLine['severity'] }): ReactNode {
  const { t } = useLanguage();
  return (
    <Badge appearance="tint" color={SEVERITY_COLORS[severity]} className="rg-badge">
      {t.severity[severity]}
    </Badge>
  );
}

/** What has become of a grant, with what else there is to say of it. */
export function StatusBadge({
  status,
  children,
}: {
  readonly status: GrantStatus;
  readonly children?: ReactNode;
}): ReactNode {
  const { t } = useLanguage();
  return (
    <span className={`rg-standing rg-standing-${status.toLowerCase().replace(' ', '-')}`}>
      {t.statuses[status]}
      {children}
    </span>
  );
}

/** Checks, the gravest first as they come, a few at a time. */
export function CheckList({ lines }: { readonly lines: readonly CheckLine[] }): ReactNode {
  const { spoken } = useLanguage();
  return (
    <ul className="rg-list">
      {lines.map(({ severity, column, problem, link }, index) => (
        <li key={index} className="rg-check">
          <div className="rg-check-head">
            <SeverityBadge severity={severity} />
            <span className="rg-check-column">{column}</span>
            {link === undefined ? null : <CellButton link={link} />}
          </div>
          <p>{spoken(problem)}</p>
        </li>
      ))}
    </ul>
  );
}

/** Dates on which shares vest. */
export function VestingDates({
  dates,
  selected,
}: {
  readonly dates: readonly { readonly date: number; readonly shares: number; readonly cumulative: number }[];
  /** The date of the selected cell. */
  readonly selected?: number | undefined;
}): ReactNode {
  const { t, format } = useLanguage();
  return (
    <table className="rg-table">
      <thead>
        <tr>
          <th scope="col">{t.explain.date}</th>
          <th scope="col">{t.explain.sharesColumn}</th>
          <th scope="col">{t.explain.cumulative}</th>
        </tr>
      </thead>
      <tbody>
        {dates.map(({ date, shares, cumulative }) => (
          <tr key={date} aria-current={date === selected ? true : undefined}>
            <td>
              <time dateTime={formatDay(date)}>{format.day(date)}</time>
            </td>
            <td>{format.shares(shares)}</td>
            <td>{format.shares(cumulative)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
