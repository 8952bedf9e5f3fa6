/** A form field over a cell of the offer: what is wrong with it, its words to choose from, and a formula as it is. */
import { Field, type FieldProps, Input, Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Words } from '../../domain/basics/sentence.ts';
import { capitalised } from '../state/cell-link.ts';
import { useLanguage } from './pane-context.ts';

export function CellField({
  label,
  hint,
  problem,
  formula,
  gives,
  children,
}: {
  readonly label: string;
  readonly hint?: FieldProps['hint'];
  readonly problem: Words | undefined;
  /** The analyst's own, which is shown in place of the input and never overwritten. */
  readonly formula: string | undefined;
  /** What the formula gives, for people to read. */
  readonly gives: string;
  readonly children: ReactNode;
}): ReactNode {
  const { t, spoken } = useLanguage();
  return (
    <Field
      label={label}
      {...(hint === undefined ? {} : { hint })}
      {...(problem === undefined
        ? {}
        : { validationState: 'error' as const, validationMessage: capitalised(spoken(problem)) })}
    >
      {formula === undefined ? (
        <>{children}</>
      ) : (
        <>
          <Input readOnly value={formula} contentBefore={<span className="rg-fx">fx</span>} />
          {gives === '' ? null : <span className="rg-note rg-block">{t.terms.gives(gives)}</span>}
        </>
      )}
    </Field>
  );
}

/** The words that a cell may hold, and whatever else is in it. */
export function CellSelect({
  choices,
  text,
  blank = '',
  choose,
}: {
  readonly choices: readonly string[];
  readonly text: string;
  /** What a blank cell means. */
  readonly blank?: string;
  readonly choose: (text: string) => void;
}): ReactNode {
  const chosen = choices.find((choice) => choice.toLowerCase() === text.toLowerCase()) ?? text;
  return (
    <Select value={chosen} onChange={(_, { value }) => choose(value)}>
      <option value="">{blank}</option>
      {[...new Set([...choices, ...(chosen === '' ? [] : [chosen])])].map((choice) => (
        <option key={choice}>{choice}</option>
      ))}
    </Select>
  );
}
