/**
 * Keeps the keyboard's place in the pane. What one has just used often goes away by being used: a question that is
 * answered, a notice that is dismissed, a field that begins anew. The browser then drops the focus, and Excel on the web,
 * where office.js moves it by script, has no place left to move it from. So it goes to what took the lost element's
 * place, or to what stands nearest to it. It knows elements, not what they are for.
 */

const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex="0"]';

interface Place {
  readonly element: HTMLElement;
  readonly kind: string;
  /** Where it stands, from the nearest ancestor on. */
  readonly steps: readonly { readonly parent: Element; readonly index: number }[];
}

/**
 * Watches the pane until the returned function is called.
 *
 * @param home what has the focus where a whole page of the pane was replaced
 */
export function keepFocus(root: Element, home: () => HTMLElement | null): () => void {
  /** What has the focus, in the pane or in a dialog over it, and where the pane had it last. */
  let current: EventTarget | null = null;
  let last: Place | undefined;
  let isKeyboard = false;
  const events = new AbortController();
  const listen = (name: string, listener: (event: Event) => void) =>
    document.addEventListener(name, listener, { capture: true, signal: events.signal });
  listen('focusin', ({ target }) => {
    current = target;
    if (target instanceof HTMLElement && root.contains(target)) last = placeOf(target, root);
  });
  listen('keydown', () => (isKeyboard = true));
  listen('pointerdown', () => (isKeyboard = false));
  const observer = new MutationObserver(() => {
    if (last === undefined || !(current instanceof Node) || current.isConnected) return;
    if (document.activeElement !== document.body || !document.hasFocus()) return;
    const next = last.element.isConnected ? last.element : (successor(last, root) ?? home());
    // Whoever points sees where they are: nothing scrolls under their hand.
    next?.focus({ preventScroll: !isKeyboard });
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    events.abort();
    observer.disconnect();
  };
}

function placeOf(element: HTMLElement, root: Element): Place {
  const steps: { parent: Element; index: number }[] = [];
  for (let child: Element = element; child !== root;) {
    const parent: Element | null = child.parentElement;
    if (parent === null) break;
    steps.push({ parent, index: [...parent.children].indexOf(child) });
    child = parent;
  }
  return { element, kind: kindOf(element), steps };
}

/** What tells an element from its neighbours, and is the same when it is made anew. */
function kindOf(element: HTMLElement): string {
  const label = 'labels' in element ? (element as HTMLInputElement).labels?.[0] : undefined;
  const name = element.getAttribute('aria-label') ?? label?.firstChild?.textContent ?? element.textContent;
  return `${element.tagName} ${name.trim()}`;
}

const focusables = (parent: Element): HTMLElement[] =>
  [...parent.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) => element.tabIndex >= 0 && element.checkVisibility(),
  );

/** The same made anew, or else what stands next to it; undefined where a whole page went. */
function successor({ kind, steps }: Place, root: Element): HTMLElement | undefined {
  for (const { parent, index } of steps) {
    if (!parent.isConnected) continue;
    const candidates = focusables(parent);
    const same = candidates.find((candidate) => kindOf(candidate) === kind);
    if (same !== undefined) return same;
    if (parent === root || parent.matches('main, :has(main)')) return undefined;
    const children = [...parent.children];
    const childOf = (element: Element) => children.findIndex((child) => child.contains(element));
    const next =
      candidates.find((candidate) => childOf(candidate) >= index) ??
      candidates.findLast((candidate) => childOf(candidate) < index);
    if (next !== undefined) return next;
  }
  return undefined;
}
