/** The tabs of the workbook's visible sheets. */
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { htmlColor } from '../rich-api/excel/colors.ts';

/** Shows the sheets' tabs in an element; `activate` is called with the sheet that a person picks. */
export function showSheetTabs(element: HTMLElement, book: Workbook, activate: (sheet: Sheet) => void): void {
  const hadFocus = element.contains(document.activeElement);
  const visible = book.sheets.filter(({ visibility }) => visibility === 'visible');
  const tabs = visible.map((sheet) => {
    const tab = document.createElement('button');
    const isActive = sheet === book.activeSheet;
    tab.type = 'button';
    tab.className = 'tab';
    tab.textContent = sheet.name;
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-selected', String(isActive));
    tab.tabIndex = isActive ? 0 : -1;
    const { tabColor } = sheet.layout;
    if (tabColor !== undefined) tab.style.boxShadow = `inset 0 -3px ${htmlColor(tabColor, book, '#000000')}`;
    tab.addEventListener('click', () => {
      activate(sheet);
    });
    return tab;
  });
  element.onkeydown = ({ key }) => {
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    const next = visible[visible.indexOf(book.activeSheet) + step];
    if (step !== 0 && next !== undefined) activate(next);
  };
  element.replaceChildren(...tabs);
  const active = tabs.find((tab) => tab.getAttribute('aria-selected') === 'true');
  active?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  if (hadFocus) active?.focus();
}
