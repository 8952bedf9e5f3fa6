/**
 * The little of a browser that office.js and an add-in's bundles touch when there is no page: a window, a document
 * that loads scripts, storage. It draws nothing and knows neither Office nor the add-in.
 */
import { webcrypto } from 'node:crypto';
import { performance } from 'node:perf_hooks';

/** Where the pretended page and its scripts live; nothing is ever fetched from it. */
export const ORIGIN = 'https://localhost';
export const OFFICE_JS_URL = `${ORIGIN}/office-js/`;

export type WindowStubs = Record<string, unknown>;

interface ElementStub {
  readonly tagName: string;
  src?: string;
  onload?: () => void;
  onerror?: (error: unknown) => void;
  readonly [member: string]: unknown;
}

/** A window without a page. `loadScript` runs a script that office.js asks for by a `script` element. */
export function createWindow(
  loadScript: (url: string) => void,
  later: (run: () => void) => void,
): WindowStubs {
  const append = (child: ElementStub): ElementStub => {
    const { src } = child;
    if (child.tagName === 'SCRIPT' && src !== undefined)
      later(() => {
        try {
          loadScript(src);
        } catch (error) {
          child.onerror?.(error);
          throw error;
        }
        child.onload?.();
      });
    return child;
  };
  const element = (tag: string): ElementStub => {
    const attributes = new Map<string, unknown>();
    return {
      tagName: tag.toUpperCase(),
      style: {},
      children: [],
      classList: { add: nothing, remove: nothing, toggle: nothing },
      setAttribute: (name: string, value: unknown) => attributes.set(name, value),
      getAttribute: (name: string) => attributes.get(name) ?? null,
      appendChild: append,
      insertBefore: append,
      removeChild: nothing,
      addEventListener: nothing,
      removeEventListener: nothing,
    };
  };
  const head = element('head');
  const officeScript = { ...element('script'), src: `${OFFICE_JS_URL}office.js` };
  const document = {
    readyState: 'complete',
    domain: 'localhost',
    URL: `${ORIGIN}/`,
    cookie: '',
    head,
    body: element('body'),
    documentElement: element('html'),
    createElement: element,
    createTextNode: () => ({}),
    getElementsByTagName: (tag: string) =>
      tag.toLowerCase() === 'script' ? [officeScript] : tag.toLowerCase() === 'head' ? [head] : [],
    getElementById: () => null,
    querySelector: () => null,
    querySelectorAll: () => [],
    addEventListener: nothing,
    removeEventListener: nothing,
  };
  const window: WindowStubs = {
    document,
    location: {
      href: `${ORIGIN}/`,
      origin: ORIGIN,
      protocol: 'https:',
      host: 'localhost',
      hostname: 'localhost',
      pathname: '/',
      search: '',
      hash: '',
    },
    navigator: { userAgent: 'embedded Excel', language: 'en-US', appVersion: '', platform: 'node' },
    history: {},
    name: '',
    screen: {},
    sessionStorage: storage(),
    localStorage: storage(),
    performance,
    crypto: webcrypto,
    URL,
    URLSearchParams,
    TextEncoder,
    TextDecoder,
    AbortController,
    MessageChannel,
    queueMicrotask,
    structuredClone,
    XMLHttpRequest: Absent,
    Event: Absent,
    CustomEvent: Absent,
    addEventListener: nothing,
    removeEventListener: nothing,
    dispatchEvent: nothing,
    postMessage: nothing,
    open: () => null,
  };
  for (const name of ['window', 'self', 'top', 'parent']) window[name] = window;
  return window;
}

/** What code may name without a page, and has no use for. */
function Absent(): void {
  throw new Error('There is no page.');
}

function nothing(): void {
  // A window without a page has nothing to do here.
}

function storage(): object {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: unknown) => items.set(key, String(value)),
    removeItem: (key: string) => items.delete(key),
    key: (index: number) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
  };
}
