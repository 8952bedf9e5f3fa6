/** For tests: one browser for all tests of a process, which each gives a context of its own. */
import process from 'node:process';
import { type Browser, chromium } from 'playwright-core';
import { atEnd } from '../at-end.ts';
import { forget, once } from '../once.ts';
import { tool } from '../tools.ts';

/** Nothing of the browser's own goes out to the network. */
const QUIET =
  '--disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

/** Chromium refuses its sandbox to root, and only to root. */
const ARGUMENTS = [...QUIET.split(' '), ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];

async function launch(): Promise<Browser> {
  const launched = await chromium.launch({ executablePath: tool('chromium'), args: ARGUMENTS });
  atEnd(() => launched.close());
  launched.on('disconnected', () => forget('browser'));
  return launched;
}

export const theBrowser = (): Promise<Browser> => once('browser', launch);
