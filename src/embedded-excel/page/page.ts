/**
 * The page of the embedded Excel: puts the workbook, the grid, the formula bar, the ribbon and the add-in's pane
 * together. Served by `npm start`; nothing that ships imports it.
 */
import { readWorkbook } from '../package/read-workbook.ts';
import { GridView } from './grid/grid-view.ts';
import { SheetView } from './sheet-view.ts';
import { showSheetTabs } from './sheet-tabs.ts';
import { Workspace } from './workspace.ts';

const byId = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}.`);
  return element;
};

function open(bytes: Uint8Array, fileName: string): void {
  const book = readWorkbook(bytes);
  const grid = new GridView();
  byId('sheet-area').replaceChildren(grid.element);
  const tabs = (): void => {
    showSheetTabs(byId('tabs'), book, (sheet) => {
      workspace.activate(sheet);
    });
  };
  const workspace = new Workspace(book, fileName, {
    change(change) {
      view.follow(change);
      if (change.kind.startsWith('sheet')) tabs();
    },
    calculated: () => {
      view.refresh();
    },
    selected: () => {
      view.refresh();
    },
    refused: (message) => {
      console.warn(message);
    },
  });
  const view = new SheetView(workspace, grid);
  byId('file-name').textContent = fileName;
  tabs();
  view.showNow();
}

const response = await fetch('/workbook');
open(
  new Uint8Array(await response.arrayBuffer()),
  decodeURIComponent(response.headers.get('x-file-name') ?? ''),
);
