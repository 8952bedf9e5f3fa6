/** Files as one archive with the same bytes at any time and in any time zone. */
import { unzipSync, zipSync } from 'fflate';

/** The first moment that an archive can tell, by the clock of whichever zone writes it. */
const FIRST = new Date(1980, 0, 1);

export const zip = (files: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files)), { mtime: FIRST, level: 6 });

export const unzip = (bytes: Uint8Array): Record<string, Uint8Array> => unzipSync(bytes);
