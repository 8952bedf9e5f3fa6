/** Terms: a form over the cells of OfferTerms, each with its meaning, and real offers to start from. */
import { Button, Field, Input, Link, Select, Textarea } from '@fluentui/react-components';
import { Fragment, type ReactNode, useRef, useState } from 'react';
import type { CellValue } from '../../domain/basics/cell.ts';
import type { Format } from '../strings/format.ts';
import { capitalised, linkText } from '../state/cell-link.ts';
import { OFFER_EXAMPLES } from '../state/offer-examples.ts';
import { ratioTitles, shownCell } from '../state/row-title.ts';
import {
  cellEntry,
  cellText,
  TERM_SECTIONS,
  type TermField,
  type TermSection,
} from '../state/term-fields.ts';
import { sentenceOf } from '../../domain/basics/sentence.ts';
import { TERMS } from '../../domain/offer/terms/terms.ts';
import { describeInsertion } from '../../workbook/terms/insert-terms.ts';
import { CellField, CellSelect } from './cell-field.tsx';
import { OfferRows } from './offer-rows.tsx';
import { type Notice, useLanguage, usePane } from './pane-context.ts';
import { CellButton, Empty, Fold, Message } from './parts.tsx';

export function TermsStep(): ReactNode {
  const { t, spoken } = useLanguage();
  const { view, act, book } = usePane();
  const insert = () => {
    void act(t.app.working, async () => ({
      intent: 'success',
      text: describeInsertion(await book.insertTerms()),
    }));
  };
  if (!view.hasTerms)
    return (
      <Empty title={t.terms.insertTitle} action={{ name: t.terms.insert, start: insert }}>
        {t.terms.insertNote}
      </Empty>
    );
  const { refusal } = view;
  return (
    <>
      <p className="rg-intro">{t.terms.intro}</p>
      {refusal === undefined ? null : (
        <Message intent="error" title={t.terms.refused}>
          <p>{capitalised(spoken(refusal.text))}</p>
          {refusal.link === undefined ? null : <CellButton link={refusal.link} />}
        </Message>
      )}
      <Examples />
      {(Object.keys(TERM_SECTIONS) as TermSection[]).map((section, index) => (
        <Fragment key={section}>
          <TermsOf section={section} isFirst={index === 0} />
          {section === 'offer' ? <OfferRows table="OfferRules" /> : null}
          {section === 'award' ? <OfferRows table="OfferRatios" /> : null}
        </Fragment>
      ))}
      <OfferRows table="OfferEvents" />
    </>
  );
}

function TermsOf({
  section,
  isFirst,
}: {
  readonly section: TermSection;
  readonly isFirst: boolean;
}): ReactNode {
  const { t, format } = useLanguage();
  const { view } = usePane();
  const names: readonly string[] = TERM_SECTIONS[section];
  const fields = names.flatMap((name) => view.terms.filter(({ term }) => term.name === name));
  const isWrong = fields.some(({ problem }) => problem !== undefined);
  return (
    <Fold title={t.terms.sections[section]} isOpen={isFirst || isWrong}>
      <div className="rg-form">
        {fields.map((field) => (
          // A cell that changed outside of the form starts its field anew.
          <TermInput
            key={`${field.term.name} ${cellText(field.term.kind, field.value, format)}`}
            field={field}
          />
        ))}
      </div>
    </Fold>
  );
}

function TermInput({ field }: { readonly field: TermField }): ReactNode {
  const { t, format, spoken } = useLanguage();
  const { act, book } = usePane();
  const { term, link, formula, problem } = field;
  const shown = cellText(term.kind, field.value, format);
  const [text, setText] = useState(shown);
  const [isUnread, setUnread] = useState(false);
  const change = (next: string) => {
    setText(next);
    setUnread(false);
  };
  // Until the workbook is read again, what was written last counts, and not what the field began with.
  const last = useRef<{ readonly text: string; readonly content?: CellValue }>({
    text: shown,
    content: field.content,
  });
  const save = (value: string) => {
    const { text: before, content } = last.current;
    if (value === before) return;
    const entry = cellEntry(term.kind, value, format);
    if (entry === undefined) {
      setUnread(true);
      return;
    }
    setText(value);
    last.current = { text: value };
    const write = async (): Promise<Notice | undefined> => {
      try {
        await book.writeTerms([
          { term: term.name, ...(content === undefined ? {} : { shown: content }), ...entry },
        ]);
      } catch (error) {
        last.current = { text: shown, content: field.content };
        throw error;
      }
      return link === undefined
        ? undefined
        : { intent: 'success', text: t.terms.saved(term.name, linkText(link)), link };
    };
    void act(t.app.working, write, { waits: true });
  };
  const meaning = t.termMeanings?.[term.name] ?? term.meaning;
  const hint = (
    <span className="rg-hint">
      {meaning}{' '}
      {term.default === ''
        ? ''
        : t.terms.blank(term.choices === undefined ? spoken(sentenceOf(term.default)) : term.default)}{' '}
      {link === undefined ? t.terms.notInTable : <CellButton link={link}>{link.address}</CellButton>}
    </span>
  );
  const commit = {
    value: text,
    onBlur: () => save(text),
    onKeyDown: (event: { readonly key: string }) => {
      if (event.key === 'Enter' && term.kind !== 'schedule') save(text);
    },
  };
  const isDate = term.kind === 'date' || term.kind === 'moment';
  const isShownAsDate = isDate && (text === '' || /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/.test(text));
  return (
    <CellField
      label={term.name}
      hint={hint}
      problem={isUnread ? t.terms.notNumber(format.exact('1234.5'), format.plain(1234.5)) : problem}
      formula={formula}
      gives={shownCell({ kind: term.kind, value: field.value }, format)}
    >
      {term.choices !== undefined && term.kind === 'choice' ? (
        <CellSelect
          choices={term.choices}
          text={text}
          blank={t.terms.choiceDefault(term.default)}
          choose={save}
        />
      ) : term.kind === 'schedule' ? (
        <Textarea {...commit} resize="vertical" onChange={(_, { value }) => change(value)} />
      ) : (
        <Input
          {...commit}
          type={isShownAsDate ? (term.kind === 'date' ? 'date' : 'datetime-local') : 'text'}
          onChange={(_, { value }) => change(value)}
        />
      )}
    </CellField>
  );
}

function exampleText(name: string, value: CellValue, format: Format): string {
  const kind = TERMS.find((term) => term.name === name)?.kind ?? 'text';
  return cellText(kind, value, format);
}

function Examples(): ReactNode {
  const { t, format } = useLanguage();
  const { act, book, isBusy } = usePane();
  const [id, setId] = useState(OFFER_EXAMPLES[0]?.id ?? '');
  const example = OFFER_EXAMPLES.find((one) => one.id === id);
  if (example === undefined) return null;
  return (
    <Fold title={t.terms.examples}>
      <p className="rg-note">{t.terms.examplesNote}</p>
      <Field label={t.terms.example}>
        <Select value={id} onChange={(_, { value }) => setId(value)}>
          {OFFER_EXAMPLES.map(({ id: key, company, year }) => (
            <option key={key} value={key}>{`${company} ${year}`}</option>
          ))}
        </Select>
      </Field>
      <dl className="rg-facts">
        {Object.entries(example.terms).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value === '' ? '–' : exampleText(name, value, format)}</dd>
          </div>
        ))}
        {ratioTitles(example.ratios, format).map(({ title, note }, index) => (
          <div key={`tier ${index}`}>
            <dt>{title === '' ? t.terms.otherGrants : title}</dt>
            <dd>{note}</dd>
          </div>
        ))}
      </dl>
      <p className="rg-note">
        {t.terms.exampleSets(Object.keys(example.terms).join(', '))}{' '}
        {t.terms.exampleRatios(Math.max(0, example.ratios.length - 1))}
      </p>
      <div className="rg-actions">
        <Button
          disabledFocusable={isBusy}
          onClick={() => {
            void act(t.app.working, async () => {
              const { kept } = await book.startFrom(example);
              return {
                intent: 'success',
                text: `${t.terms.applied(example.company)}${kept.length === 0 ? '' : ` ${t.terms.kept(format.list(kept))}`}`,
              };
            });
          }}
        >
          {t.terms.apply}
        </Button>
        <Link href={example.source} target="_blank" rel="noreferrer">
          {t.terms.filing}
        </Link>
      </div>
    </Fold>
  );
}
