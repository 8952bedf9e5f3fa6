/** Puts a server before a workbook: object model, calculator, custom functions, events, tied together. */
import { Calculator, type CalculatorOptions } from '../calculation/calculator.ts';
import type { Workbook } from '../model/workbook.ts';
import { Calculation } from './calculation.ts';
import { ChangeEvents } from './change-events.ts';
import { CustomFunctions } from './custom-functions.ts';
import { LateAnswers } from './late-answers.ts';
import { OBJECT_MODEL } from './object-model.ts';
import { RangeTarget } from './range-target.ts';
import { RichApiServer } from './server.ts';
import { Session } from './session.ts';

export interface ServedWorkbook {
  readonly server: RichApiServer;
  readonly calculator: Calculator;
  readonly customFunctions: CustomFunctions;
}

/** Serves a workbook to an add-in, whatever transport stands between them. */
export function serveWorkbook(book: Workbook, options: CalculatorOptions = {}): ServedWorkbook {
  const customFunctions = new CustomFunctions((entries) => server.send(entries), book.hostModes);
  const calculator = new Calculator(book, customFunctions, options);
  const late = new LateAnswers();
  customFunctions.deliver = (id, result) => {
    const deliver = () => calculator.deliver(id, result);
    if (book.hostModes.has('stale-custom-functions')) late.hold(deliver);
    else deliver();
  };
  const calculation = new Calculation(book, calculator);
  const session = new Session(book, calculation, customFunctions, OBJECT_MODEL);
  const changes = new ChangeEvents(book, session.events);
  const server: RichApiServer = new RichApiServer(session, () => changes.settle());
  server.afterRoundTrip = () => late.release();
  calculator.onCalculated(() => {
    changes.calculated();
    server.flush();
  });
  book.onChange((change) => {
    if (change.kind !== 'cellsMoved') return;
    for (const { target } of session.liveObjects()) if (target instanceof RangeTarget) target.follow(change);
  });
  if (book.hostModes.has('manual-calculation')) book.calculation.mode = 'manual';
  calculator.load();
  return { server, calculator, customFunctions };
}
