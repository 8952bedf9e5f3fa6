/**
 * The pane's one connection to the workbook: it reads it, reads it again when something changed, does one thing at a
 * time with it, and turns every failure into a sentence.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Words } from '../../domain/basics/sentence.ts';
import { inSlices } from '../../workbook/excel/in-slices.ts';
import { Cancelled, type RunControl, type RunProgress } from '../../workbook/excel/run-control.ts';
import type { PaneBook } from '../book/pane-book.ts';
import { type OfferView, offerViewInSteps } from '../state/offer-view.ts';
import type { Snapshot } from '../state/snapshot.ts';
import type { Act, Notice } from './pane-context.ts';

/** Changes come in bursts: a paste is many. */
const CALM_MS = 500;
/** A workbook that takes longer to read is read again when a person asks for it. */
const SLOW_READ_MS = 1500;

export interface Work {
  readonly what: string;
  readonly progress: RunProgress | undefined;
  /** Where it can be cancelled. */
  readonly cancel: (() => void) | undefined;
}

/** Who comes back to the pane sooner has hardly done anything else. */
const AWAY_MS = 1000;

/** A reading of the workbook and what was worked out from it. */
interface Reading {
  readonly snapshot: Snapshot | undefined;
  readonly view: OfferView | undefined;
}

export interface WorkbookState {
  readonly snapshot: Snapshot | undefined;
  readonly view: OfferView | undefined;
  readonly failure: Words | undefined;
  readonly work: Work | undefined;
  readonly notice: Notice | undefined;
  /** When somebody else last changed the workbook, as ISO text, until a person goes on. */
  readonly changedByOther: string | undefined;
  /** Whether the workbook has changed since it was read. */
  readonly isStale: boolean;
  readonly refresh: () => Promise<void>;
  readonly act: Act;
  readonly tell: (notice: Notice | undefined) => void;
  readonly guard: (work: Promise<unknown>) => void;
}

export function useWorkbook(book: PaneBook, onSelected: () => void): WorkbookState {
  const [{ snapshot, view }, setReading] = useState<Reading>({ snapshot: undefined, view: undefined });
  const [failure, setFailure] = useState<Words>();
  const [work, setWork] = useState<Work>();
  const [notice, setNotice] = useState<Notice>();
  const [isStale, setStale] = useState(false);
  const [changedByOther, setChangedByOther] = useState<string>();
  const busy = useRef(false);
  /** The end of all that is being done or waits for it. */
  const last = useRef<Promise<void>>(Promise.resolve());
  const lastTurn = useRef(0);
  const slow = useRef(false);
  const shape = useRef<Snapshot['shape']>(undefined);
  shape.current = snapshot?.shape;
  const selected = useRef(onSelected);
  selected.current = onSelected;

  const refresh = useCallback(async () => {
    const began = performance.now();
    const turn = ++lastTurn.current;
    try {
      const read = await book.read();
      const worked = await inSlices(offerViewInSteps(read));
      // What was read later may be there sooner.
      if (turn !== lastTurn.current) return;
      setReading({ snapshot: read, view: worked });
      setFailure(undefined);
      setStale(false);
    } catch (error) {
      if (turn === lastTurn.current) setFailure(book.explain(error));
    }
    slow.current = performance.now() - began > SLOW_READ_MS;
  }, [book]);

  const perform = useCallback<Act>(
    async (what, doing, { canCancel = false } = {}) => {
      busy.current = true;
      const abort = new AbortController();
      const cancel = canCancel ? () => abort.abort() : undefined;
      const control: RunControl = {
        signal: abort.signal,
        // What is being put into place is finished, whatever one presses.
        onProgress: (progress) =>
          setWork({ what, progress, cancel: progress.phase === 'Placing' ? undefined : cancel }),
      };
      setWork({ what, progress: undefined, cancel });
      setNotice(undefined);
      try {
        setNotice(await doing(control));
      } catch (error) {
        setNotice({ intent: error instanceof Cancelled ? 'info' : 'error', text: book.explain(error) });
      } finally {
        await refresh();
        busy.current = false;
        setWork(undefined);
      }
    },
    [book, refresh],
  );

  const act = useCallback<Act>(
    (what, doing, options = {}) => {
      if (busy.current && options.waits !== true) return Promise.resolve();
      busy.current = true;
      last.current = last.current.then(() => perform(what, doing, options));
      return last.current;
    },
    [perform],
  );

  const guard = useCallback(
    (doing: Promise<unknown>) => {
      doing.catch((error: unknown) => setNotice({ intent: 'error', text: book.explain(error) }));
    },
    [book],
  );

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stop: (() => Promise<void>) | undefined;
    let isOver = false;
    void refresh();
    const changed = (isRemote: boolean) => {
      if (isRemote) setChangedByOther(new Date().toISOString());
      if (busy.current) return;
      setStale(true);
      clearTimeout(timer);
      if (!slow.current) timer = setTimeout(() => void refresh(), CALM_MS);
    };
    const watching = book.watch({ changed, selected: () => selected.current() }).then((end) => {
      if (isOver) void end();
      else stop = end;
    });
    // Without events the pane works all the same; "Read again" is there.
    watching.catch(() => setStale(false));
    let looked = performance.now();
    const comeBack = () => {
      const known = shape.current;
      const now = performance.now();
      if (known === undefined || busy.current || document.hidden || now - looked < AWAY_MS) return;
      looked = now;
      book.hasOtherShape(known).then(
        (isOther) => {
          if (isOther && known === shape.current) changed(false);
        },
        // Whatever is wrong, the next reading says it.
        () => undefined,
      );
    };
    window.addEventListener('focus', comeBack);
    document.addEventListener('visibilitychange', comeBack);
    return () => {
      isOver = true;
      clearTimeout(timer);
      window.removeEventListener('focus', comeBack);
      document.removeEventListener('visibilitychange', comeBack);
      void stop?.();
    };
  }, [book, refresh]);

  const tell = useCallback((told: Notice | undefined) => {
    setNotice(told);
    if (told === undefined) setChangedByOther(undefined);
  }, []);
  return { snapshot, view, failure, work, notice, isStale, changedByOther, refresh, act, tell, guard };
}
