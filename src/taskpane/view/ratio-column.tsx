/** Adds a column to OfferRatios: a criterion over a field of the ledger, or a term of a row's own. */
import { Button, Field, Select } from '@fluentui/react-components';
import { type ReactNode, useMemo, useState } from 'react';
import { termNamed } from '../../domain/offer/terms/terms.ts';
import { readableLedger } from '../state/ledger-values.ts';
import {
  type Comparison,
  COMPARISONS,
  criterionHeaders,
  ratioColumns,
  usualComparison,
} from '../state/ratio-columns.ts';
import { useLanguage, usePane } from './pane-context.ts';

export function RatioColumn({ headers }: { readonly headers: readonly string[] }): ReactNode {
  const { t, format } = useLanguage();
  const { snapshot, act, book, isBusy } = usePane();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [comparison, setComparison] = useState<Comparison>('between');
  const ledger = useMemo(
    () => (isOpen ? readableLedger(snapshot.source) : undefined),
    [isOpen, snapshot.source],
  );
  const words = t.terms.column;
  if (!isOpen)
    return (
      <Button size="small" aria-expanded={false} disabledFocusable={isBusy} onClick={() => setOpen(true)}>
        {words.title}
      </Button>
    );
  const { fields, derived, terms } = ratioColumns(ledger?.map, headers);
  const isTerm = terms.includes(name);
  const comparisons = COMPARISONS.filter((one) => criterionHeaders(name, one, headers).length > 0);
  const compared = comparisons.includes(comparison) ? comparison : comparisons[0];
  const added =
    name === ''
      ? []
      : isTerm
        ? [name]
        : compared === undefined
          ? []
          : criterionHeaders(name, compared, headers);
  const meaning = termNamed(name)?.meaning;
  const group = (label: string, names: readonly string[]): ReactNode =>
    names.length === 0 ? null : (
      <optgroup label={label}>
        {names.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </optgroup>
    );
  const close = () => {
    setOpen(false);
    setName('');
  };
  return (
    <form
      className="rg-form rg-card"
      aria-label={words.title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (added.length === 0) return;
        void act(t.app.working, async () => {
          await book.addColumns('OfferRatios', added);
          close();
          return { intent: 'success', text: words.added(format.list(added)) };
        });
      }}
    >
      <Field
        label={words.what}
        {...(isTerm && meaning !== undefined ? { hint: words.hint(t.termMeanings?.[name] ?? meaning) } : {})}
      >
        <Select
          autoFocus
          value={name}
          onChange={(_, { value }) => {
            setName(value);
            setComparison(usualComparison(value));
          }}
        >
          <option value="" />
          {group(words.fields, fields)}
          {group(words.derived, derived)}
          {group(words.terms, terms)}
        </Select>
      </Field>
      {name === '' || isTerm || compared === undefined ? null : (
        <Field label={words.compare}>
          <Select
            value={compared}
            onChange={(_, { value }) => setComparison(COMPARISONS.find((one) => one === value) ?? 'between')}
          >
            {comparisons.map((one) => (
              <option key={one} value={one}>
                {words[one]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {added.length === 0 ? null : <p className="rg-note">{words.adds(format.list(added))}</p>}
      <div className="rg-actions">
        <Button
          type="submit"
          size="small"
          appearance="primary"
          disabledFocusable={isBusy || added.length === 0}
        >
          {words.add}
        </Button>
        <Button size="small" onClick={close}>
          {t.app.cancel}
        </Button>
      </div>
    </form>
  );
}
