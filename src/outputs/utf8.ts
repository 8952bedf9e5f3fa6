/** Text as bytes; half of a surrogate pair becomes U+FFFD, since no encoding has it. Neither Node nor a page is needed: the add-in runs where there is no TextEncoder too. */
import { strFromU8, strToU8 } from 'fflate';

export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

export const utf8 = (text: string): Uint8Array => strToU8(wellFormed(text));

export const textOf = (bytes: Uint8Array): string => strFromU8(bytes);
