/**
 * The page that office.js asks, in a frame beside itself, whether a host that it does not know is to be trusted. Microsoft's
 * own asks the person, and so does not answer at once; this one says yes.
 *
 * @see office.js, `OSF.InitializationHelper.checkReceiverOriginAndRun`
 */
import { createHash } from 'node:crypto';

/** As office.js spells it; the folder in its npm package is in small letters. */
export const TRUST_PATH = '/office-js/AgaveErrorUX/index.html';

const SCRIPT = `addEventListener('message', ({ source, origin }) =>
  source.postMessage(JSON.stringify({ hostUserTrusted: true }), origin));`;

export const TRUST_PAGE = `<!doctype html><title>Trust</title><script>${SCRIPT}</script>`;

export const TRUST_POLICY = `default-src 'none'; script-src 'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`;
