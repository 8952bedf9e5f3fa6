/** Says where the workbook holds other figures for a grant than the explanation, and which of the two counts. */
import { type ReactNode, useEffect, useState } from 'react';
import { type CellValue, isBlank } from '../../domain/basics/cell.ts';
import { stageRule } from '../../domain/offer/life/stage.ts';
import { newGrantWanted, type WrittenFigure, writtenFigures } from '../state/explain-written.ts';
import { useLanguage, usePane } from './pane-context.ts';
import { CellButton, Message } from './parts.tsx';

export function Written({ ledgerRow }: { readonly ledgerRow: number }): ReactNode {
  const { t, format } = useLanguage();
  const { snapshot } = usePane();
  const figures = useWritten(ledgerRow);
  if (figures.length === 0) return null;
  const isFinal = stageRule(snapshot.life.stage).areResultsFinal;
  const shown = (figure: WrittenFigure['figure'], value: CellValue): string => {
    if (figure === 'newShares') return format.shares(isBlank(value) ? 0 : value);
    return isBlank(value) ? '\u2013' : format.price(value);
  };
  return (
    <Message intent="warning">
      {figures.map(({ figure, written, given, cell }) => (
        <p key={figure}>
          {t.explain.written[figure](shown(figure, written), shown(figure, given))}{' '}
          {cell === undefined ? null : <CellButton link={cell} />}
        </p>
      ))}
      <p>{isFinal ? t.explain.written.final : t.explain.written.restore}</p>
    </Message>
  );
}

/** Reads the grant's row of the results with each new reading of the workbook. */
function useWritten(ledgerRow: number): readonly WrittenFigure[] {
  const { book, snapshot, view } = usePane();
  const { run } = view;
  const [figures, setFigures] = useState<readonly WrittenFigure[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const show = (found: readonly WrittenFigure[]) => {
      if (isCurrent) setFigures(found);
    };
    if (run === undefined || snapshot.results === undefined) show([]);
    else
      book.newGrant(newGrantWanted(run, ledgerRow)).then(
        (reading) => show(writtenFigures(run, ledgerRow, reading)),
        // A run may be replacing the sheets; the workbook is read again after it.
        () => show([]),
      );
    return () => {
      isCurrent = false;
    };
  }, [book, snapshot, run, ledgerRow]);
  return figures;
}
