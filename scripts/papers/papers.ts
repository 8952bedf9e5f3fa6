/** Regrant's own templates by kind. */
import type { Block } from './document.ts';
import { NOTICE } from './notice.ts';
import { PROMISE } from './promise.ts';

export const PAPERS: Readonly<Record<string, { readonly title: string; readonly blocks: readonly Block[] }>> =
  {
    notice: { title: 'Notice of Grant', blocks: NOTICE },
    promise: { title: 'Promise to Grant', blocks: PROMISE },
  };
