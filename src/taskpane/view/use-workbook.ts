/**
 * The pane's one connection to the workbook: it reads it, reads it again when something changed, does one thing at a
 * time with it, and turns every failure into a sentence.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PaneBook } from '../book/pane-book.ts';
import { type OfferView, offerView } from '../state/offer-view.ts';
import type { Snapshot } from '../state/snapshot.ts';
import type { Notice } from './pane-context.ts';

/** Changes come in bursts: a paste is many. */
const CALM_MS = 500;
/** A workbook that takes longer to read is read again when a person asks for it. */
const SLOW_READ_MS = 1500;

export interface Work {
  readonly what: string;
}

export interface WorkbookState {
  readonly snapshot: Snapshot | undefined;
  readonly view: OfferView | undefined;
  readonly failure: string | undefined;
  readonly work: Work | undefined;
  readonly notice: Notice | undefined;
  /** Whether the workbook has changed since it was read. */
  readonly isStale: boolean;
  readonly refresh: () => Promise<void>;
  readonly act: (what: string, work: () => Promise<Notice | undefined>) => Promise<void>;
  readonly tell: (notice: Notice | undefined) => void;
  readonly guard: (work: Promise<unknown>) => void;
}

export function useWorkbook(book: PaneBook, onSelected: () => void): WorkbookState {
  const [snapshot, setSnapshot] = useState<Snapshot>();
  const [failure, setFailure] = useState<string>();
  const [work, setWork] = useState<Work>();
  const [notice, setNotice] = useState<Notice>();
  const [isStale, setStale] = useState(false);
  const busy = useRef(false);
  const slow = useRef(false);
  const selected = useRef(onSelected);
  selected.current = onSelected;

  const refresh = useCallback(async () => {
    const began = performance.now();
    try {
      setSnapshot(await book.read());
      setFailure(undefined);
      setStale(false);
    } catch (error) {
      setFailure(book.explain(error));
    }
    slow.current = performance.now() - began > SLOW_READ_MS;
  }, [book]);

  const act = useCallback(
    async (what: string, doing: () => Promise<Notice | undefined>) => {
      if (busy.current) return;
      busy.current = true;
      setWork({ what });
      setNotice(undefined);
      try {
        setNotice(await doing());
      } catch (error) {
        setNotice({ intent: 'error', text: book.explain(error) });
      } finally {
        await refresh();
        busy.current = false;
        setWork(undefined);
      }
    },
    [book, refresh],
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
    const changed = () => {
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
    return () => {
      isOver = true;
      clearTimeout(timer);
      void stop?.();
    };
  }, [book, refresh]);

  const view = useMemo(() => (snapshot === undefined ? undefined : offerView(snapshot)), [snapshot]);
  return { snapshot, view, failure, work, notice, isStale, refresh, act, tell: setNotice, guard };
}
