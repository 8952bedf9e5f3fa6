/** What the sections of an explanation share: which part they are, and the way to the cell that a figure comes from. */
import type { ReactNode } from 'react';
import { parseCellLink } from '../state/cell-link.ts';
import type { ExplainPart } from '../state/explain-target.ts';
import { CellButton } from './parts.tsx';

/** Which part of the explanation it is, and whether the selected cell is about it. */
export interface Place {
  readonly part: ExplainPart;
  readonly isCurrent: boolean;
}

export function Source({ cell }: { readonly cell: string | undefined }): ReactNode {
  const link = parseCellLink(cell);
  return link === undefined ? null : <CellButton link={link} />;
}

/** What a figure comes from, with its cell; nothing where it comes from no cell. */
export function SourceLine({
  name,
  cell,
}: {
  readonly name: string;
  readonly cell: string | undefined;
}): ReactNode {
  if (cell === undefined) return null;
  return (
    <li className="rg-row">
      <span>{name}</span>
      <Source cell={cell} />
    </li>
  );
}
