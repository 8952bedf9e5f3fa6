/**
 * `npm run pictures`: takes the README's two pictures, docs/images/*.png, of the sample in the embedded Excel's page,
 * in the Chromium that the tests use. It presses what a person would press, and knows the pane by its words alone.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { PanePage } from '../test/pane/pane-page.ts';
import { findTool, TOOLS } from './find-tools.ts';
import { root } from './root.mjs';

const images = join(root, 'docs/images');

/** The most that a picture may weigh: everybody who clones the repository carries it. */
const LARGEST_PICTURE = 250_000;

const WINDOW = { width: 1280, height: 720 };
const PANE_WIDTH = 400;

async function take(pane: PanePage, name: string): Promise<void> {
  const { page } = pane.excel;
  await pane.excel.settled();
  // What has the focus blinks or glows, and the pointer makes tips: no two pictures would be alike.
  await page.mouse.move(0, WINDOW.height - 1);
  const path = join(images, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  const { length } = readFileSync(path);
  process.stdout.write(`docs/images/${name}.png ${String(length)} bytes\n`);
  if (length > LARGEST_PICTURE)
    throw new Error(`${name}.png may weigh ${String(LARGEST_PICTURE)} bytes at most.`);
}

/** Before any run: the ledger, and beside it whom the offer would reach and why not the others. */
async function takePreview(pane: PanePage): Promise<void> {
  await pane.step('Preview');
  await pane.text('Shares cancelled').waitFor();
  await take(pane, 'preview');
}

/** After the run: the summary sheet with its charts, and the pane's own figures beside it. */
async function takeResults(pane: PanePage): Promise<void> {
  await pane.runOffer();
  await pane.step('Results');
  await pane.excel.tab('Regrant Summary');
  await pane.excel.goTo('A1');
  await take(pane, 'results');
}

async function takePictures(): Promise<void> {
  if (findTool('chromium') === undefined) throw new Error(`${TOOLS.chromium.title} is missing.`);
  mkdirSync(images, { recursive: true });
  const pane = await PanePage.open({ width: PANE_WIDTH });
  try {
    await pane.excel.page.setViewportSize(WINDOW);
    await takePreview(pane);
    await takeResults(pane);
    await pane.assertSound();
  } finally {
    await pane.close();
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  await takePictures();
