/** The kinds of output, each a file and a word here (docs/papers.md). */
import type { OutputKind } from './output.ts';
import { PROMISE } from './letters/promise.ts';
import { OCF } from './ocf.ts';
import { UPLOAD } from './upload.ts';

export const OUTPUTS: readonly OutputKind[] = [PROMISE, OCF, UPLOAD];
