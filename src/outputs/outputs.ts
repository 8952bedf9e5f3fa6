/** The kinds of output, each a file and a word here (docs/papers.md). */
import type { OutputKind } from './output.ts';
import { NOTICE } from './letters/notice.ts';
import { PROMISE } from './letters/promise.ts';
import { OCF } from './ocf.ts';
import { UPLOAD } from './upload.ts';

export const OUTPUTS: readonly OutputKind[] = [PROMISE, NOTICE, OCF, UPLOAD];
