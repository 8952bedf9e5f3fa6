/** An open workbook with everything around it: grid, keys, editor, formula bar, tabs, charts, and the add-in beside it. */
import { nativeFunctionNames } from '../calculation/functions/native-functions.ts';
import { areaAt } from '../model/area.ts';
import type { WorkbookChange } from '../model/change.ts';
import type { Workbook } from '../model/workbook.ts';
import { AddinHost } from './addin-host.ts';
import { showCharts } from './charts/chart-layer.ts';
import { CellEditor } from './editing/cell-editor.ts';
import { Clipboard } from './editing/clipboard.ts';
import { Completion } from './editing/completion.ts';
import { DropDown } from './editing/drop-down.ts';
import { FunctionCatalogue } from './editing/function-catalogue.ts';
import { elementById, inputById, textAreaById } from './elements.ts';
import { activeText, formulaProblem, placeNamed, showFormulaBar } from './formula-bar.ts';
import { screenFont } from './grid/fonts.ts';
import { GridView } from './grid/grid-view.ts';
import { advance, step } from './grid/selection.ts';
import { GridKeys } from './grid-keys.ts';
import { GridPointer } from './grid-pointer.ts';
import type { HostOptions } from './host-options.ts';
import { clearNotice, notify } from './notice.ts';
import { showSheetTabs } from './sheet-tabs.ts';
import { SheetView } from './sheet-view.ts';
import { statusText } from './status-bar.ts';
import { Workspace } from './workspace.ts';

export class Excel {
  readonly workspace: Workspace;
  readonly grid = new GridView();
  readonly addin: AddinHost;
  private readonly view: SheetView;
  private readonly editor: CellEditor;
  private readonly keys: GridKeys;
  private readonly clipboard: Clipboard;
  private readonly completion: Completion;
  private readonly dropDown: DropDown;
  private readonly bar = textAreaById('formula-bar');
  private readonly nameBox = inputById('name-box');
  /** Ends what listens to elements that outlive this workbook. */
  private readonly listening = new AbortController();

  constructor(book: Workbook, fileName: string, options: HostOptions) {
    const catalogue = new FunctionCatalogue(nativeFunctionNames());
    this.workspace = new Workspace(book, fileName, {
      change: (change) => {
        this.follow(change);
      },
      calculated: () => {
        this.view.refresh();
      },
      selected: () => {
        this.view.refresh();
      },
      refused: notify,
    });
    const { workspace, grid, nameBox } = this;
    this.view = new SheetView(workspace, grid);
    this.clipboard = new Clipboard(workspace);
    this.completion = new Completion(catalogue);
    this.dropDown = new DropDown(grid, (entry) => {
      workspace.enter(entry);
    });
    this.editor = this.makeEditor();
    this.addin = new AddinHost(workspace, catalogue, options, {
      finish: () => {
        this.finishEditing();
      },
      over: () => this.editor.over(),
    });
    const { view, editor } = this;
    this.keys = new GridKeys({
      workspace,
      view,
      grid,
      editor,
      nameBox,
      dropDown: this.dropDown,
      escaped: () => {
        this.clipboard.forget();
        grid.mark([]);
        clearNotice();
      },
    });
    new GridPointer({ workspace, view, grid, editor });
    view.onShown = () => {
      this.showAround();
    };
    this.listen();
    elementById('sheet-area').replaceChildren(grid.element);
    this.showTabs();
    view.showNow();
    grid.element.focus();
  }

  /** Opens the add-in that the server's manifest declares. */
  async start(): Promise<void> {
    await this.addin.start();
  }

  /** Puts what is being typed into its cell. */
  finishEditing(): void {
    this.editor.commit();
  }

  close(): void {
    this.listening.abort();
    this.addin.close();
    this.completion.remove();
    this.dropDown.remove();
    this.workspace.calculator.dispose();
    this.grid.element.remove();
  }

  private follow(change: WorkbookChange): void {
    this.view.follow(change);
    if (change.kind.startsWith('sheet')) this.showTabs();
  }

  private showTabs(): void {
    showSheetTabs(elementById('tabs'), this.workspace.book, (sheet) => {
      if (this.editor.commit()) this.workspace.activate(sheet);
    });
  }

  /** What stands around the grid follows the selection and the cells. */
  private showAround(): void {
    const { workspace, grid } = this;
    if (!this.editor.isActive) showFormulaBar(workspace, this.bar, this.nameBox);
    elementById('status').replaceChildren(
      ...statusText(workspace).map((text) => {
        const item = document.createElement('span');
        item.textContent = text;
        return item;
      }),
    );
    if (!this.editor.isActive) {
      grid.mark(this.clipboard.marked);
      const { row, column } = workspace.selection.active;
      this.dropDown.show(areaAt(row, column), workspace.choices, activeText(workspace).text);
    }
    showCharts(workspace, grid);
  }

  private makeEditor(): CellEditor {
    const { workspace, view, grid, bar, completion } = this;
    let before = '';
    return new CellEditor({
      grid,
      bar,
      completion,
      signal: this.listening.signal,
      cell: () => {
        const { sheet, book, selection } = workspace;
        const { row, column } = selection.active;
        before = activeText(workspace).text;
        this.dropDown.close();
        grid.reveal(selection.active);
        return {
          text: before,
          area: sheet.layout.mergedAt(row, column) ?? areaAt(row, column),
          font: screenFont(book.styles.font(sheet.style(row, column))),
        };
      },
      commit: (text) => {
        clearNotice();
        this.clipboard.forget();
        if (text === before) return true;
        const problem = formulaProblem(text);
        if (problem !== undefined) notify(problem);
        return problem === undefined && workspace.enter(text);
      },
      ended: (move) => {
        grid.element.focus({ preventScroll: true });
        if (move === undefined) view.refresh();
        else this.keys.select(advance(workspace.sheet, view.axes, workspace.selection, move));
      },
      step: (from, direction) => step(workspace.sheet, view.axes, from, direction),
    });
  }

  private listen(): void {
    const { grid, nameBox, clipboard } = this;
    const { signal } = this.listening;
    nameBox.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Enter') this.goToNamed();
        else if (event.key !== 'Escape') return;
        event.preventDefault();
        grid.element.focus();
        this.view.refresh();
      },
      { signal },
    );
    nameBox.addEventListener('focus', () => nameBox.select(), { signal });
    const isOnGrid = (): boolean => document.activeElement === grid.element;
    for (const name of ['copy', 'cut'] as const)
      document.addEventListener(
        name,
        (event) => {
          if (!isOnGrid() || event.clipboardData === null) return;
          clipboard.copy(event.clipboardData, name === 'cut');
          grid.mark(clipboard.marked);
          event.preventDefault();
        },
        { signal },
      );
    document.addEventListener(
      'paste',
      (event) => {
        if (!isOnGrid() || event.clipboardData === null) return;
        clipboard.paste(event.clipboardData);
        event.preventDefault();
      },
      { signal },
    );
    // The pane's frame takes the focus without a word to the page: what is typed must not hang in the air.
    window.addEventListener(
      'blur',
      () => {
        if (document.activeElement instanceof HTMLIFrameElement) this.finishEditing();
      },
      { signal },
    );
  }

  private goToNamed(): void {
    const { workspace, nameBox, grid } = this;
    const place = placeNamed(nameBox.value, workspace);
    if (place === undefined) {
      notify(`There is no cell, table or name "${nameBox.value}".`);
      return;
    }
    clearNotice();
    workspace.goTo(place.sheet, place.area);
    this.view.showNow();
    grid.reveal(workspace.selection.active);
    nameBox.blur();
  }
}
