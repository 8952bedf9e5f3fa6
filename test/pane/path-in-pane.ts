/**
 * For tests: the whole path of an offer as a person goes it, through ribbon, grid and pane. What stands in the result
 * tables after each part of it is handed back, read from the file that Excel saves.
 */
import assert from 'node:assert/strict';
import { readWorkbook } from '@regrant/embedded-excel/package';
import { pathWorkbook, resultCells } from '../exchange/host-path.ts';
import { until } from '../page/until.ts';
import { PanePage, type PaneOptions } from './pane-page.ts';

export type PathInPane = Readonly<Record<string, Record<string, string[]>>>;

/** Goes the path, whole; what went wrong is an error. @param meet called with the pane before anything is done in it */
export async function takePathInPane(
  options: Pick<PaneOptions, 'host' | 'network'>,
  meet: (pane: PanePage) => Promise<void> = () => Promise.resolve(),
): Promise<PathInPane> {
  const pane = await PanePage.open({ book: pathWorkbook(), ...options });
  try {
    await meet(pane);
    await assertReadingIsFree(pane);
    const taken = await goAll(pane);
    await pane.assertSound();
    return taken;
  } finally {
    await pane.close();
  }
}

async function goAll(pane: PanePage): Promise<PathInPane> {
  const taken: Record<string, Record<string, string[]>> = {};
  const look = async (name: string): Promise<void> => {
    await pane.excel.settled();
    taken[name] = resultCells(readWorkbook(await pane.saved()));
  };
  const take = async (step: string, stage: string): Promise<void> => {
    await pane.step('Run');
    await pane.button(`${step} …`).click();
    const question = pane.frame.getByRole('group', { name: step, exact: true });
    await question.getByRole('button', { name: step, exact: true }).click();
    await pane.text(`The offer is at the stage ${stage}; the step is in Regrant Log.`).waitFor();
  };

  await press(pane, 'Insert terms', /^Inserted .*OfferEvents/);
  await press(pane, 'Check ledger', /Regrant Checks/);
  await pane.runOffer();
  await look('first run');
  await pane.runOffer();
  await look('second run');
  await explain(pane);
  await freeze(pane);
  await look('frozen cells');
  await pane.runOffer();
  await look('run after freezing');
  await take('Open the offer', 'Open');
  await take('Close the offer', 'Closed');
  await look('closed');
  await take('Take the last step back', 'Open');
  await look('reopened');
  await take('Close the offer', 'Closed');
  await take('Cancel the options', 'Cancelled');
  await take('Grant the awards', 'Granted');
  await look('granted');
  return taken;
}

/** A command of the ribbon, to what the pane then says. */
async function press(pane: PanePage, command: string, said: RegExp): Promise<void> {
  await pane.excel.page.locator('.command', { hasText: command }).click();
  await pane.frame.locator('.rg-told').getByText(said).first().waitFor();
}

/** Of the first grant, from the cell of its new shares. */
async function explain(pane: PanePage): Promise<void> {
  await pane.open('Explain');
  await pane.excel.tab('Regrant New Grants');
  await pane.excel.goTo('I2');
  await pane.text('1,000 × 3/4').waitFor();
}

async function freeze(pane: PanePage): Promise<void> {
  await pane.step('Run');
  await pane.button('Freeze to values …').click();
  await pane.button('Freeze to values').click();
  await pane.text(/formulas are values now/).waitFor();
}

/**
 * What the pane reads on its own account, when it opens and after an edit, costs a person nothing: none of it is a call
 * without undo, and the edit can be taken back.
 */
async function assertReadingIsFree(pane: PanePage): Promise<void> {
  const { excel } = pane;
  await pane.step('Preview');
  await pane.text('1,501').waitFor();
  await excel.tab('Cap Table');
  await excel.type('K3', '500');
  await pane.text('1,126').waitFor();
  assert.deepEqual(
    await excel.page.evaluate('[...excel.workspace.server.session.callsWithoutUndo]'),
    [],
    'calls without undo while the pane reads',
  );
  await excel.grid.focus();
  await excel.page.keyboard.press('Control+z');
  await until(excel.page, `excel.workspace.book.sheet('Cap Table').value(2, 10) === 1000`);
  await pane.text('1,501').waitFor();
}
