/** Regrant's own templates by kind. */
import type { Block } from './document.ts';
import { PROMISE } from './promise.ts';

export const PAPERS: Readonly<Record<string, { readonly title: string; readonly blocks: readonly Block[] }>> =
  {
    promise: { title: 'Promise to Grant', blocks: PROMISE },
  };
