/**
 * The page of the embedded Excel: opens the workbook that the server names, another that a person picks or drops, and
 * saves a copy. Served by `npm start`; nothing that ships imports it.
 */
import { readWorkbook } from '../package/read-workbook.ts';
import { writeWorkbook } from '../package/write-workbook.ts';
import { elementById, inputById } from './elements.ts';
import { Excel } from './excel.ts';
import { hostOptions } from './host-options.ts';
import { notify } from './notice.ts';

let excel: Excel | undefined;

/** Whether something would be lost: changed since it was opened or saved, or still being typed. */
const isUnsaved = (): boolean => {
  excel?.finishEditing();
  return excel?.workspace.isUnsaved === true;
};

/** Opens a workbook in place of the one that is open. */
async function open(bytes: Uint8Array, fileName: string): Promise<void> {
  const options = hostOptions(location.search);
  const book = readWorkbook(bytes);
  book.isReadOnly = options.isReadOnly;
  book.hostModes = options.hostModes;
  excel?.close();
  excel = new Excel(book, fileName, options);
  elementById('file-name').textContent = fileName;
  document.title = `${fileName} – Embedded Excel`;
  // Tests and the curious reach the workbook by this.
  Object.assign(window, { excel });
  await excel.start();
}

async function openFile(file: File): Promise<void> {
  if (
    isUnsaved() &&
    !confirm(`Open ${file.name}? What changed in ${excel?.workspace.fileName ?? ''} is lost.`)
  )
    return;
  try {
    await open(new Uint8Array(await file.arrayBuffer()), file.name);
  } catch (error) {
    notify(`${file.name} could not be opened: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function saveCopy(): void {
  if (excel === undefined) return;
  excel.finishEditing();
  const { book, fileName } = excel.workspace;
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([writeWorkbook(book).slice()], { type }));
  link.download = fileName.replace(/(\.\w+)?$/, '.copy$1');
  link.click();
  excel.workspace.isUnsaved = false;
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
}

const picker = inputById('open-file');
picker.addEventListener('change', () => {
  const file = picker.files?.[0];
  if (file !== undefined) void openFile(file);
  picker.value = '';
});
// The browser asks in words of its own, and only where a person has done something in the page.
window.addEventListener('beforeunload', (event) => {
  if (isUnsaved()) event.preventDefault();
});
elementById('save-copy').addEventListener('click', saveCopy);

const area = elementById('sheet-area');
for (const name of ['dragenter', 'dragover'] as const)
  area.addEventListener(name, (event) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    area.classList.add('dropping');
  });
for (const name of ['dragleave', 'drop'] as const)
  area.addEventListener(name, () => {
    area.classList.remove('dropping');
  });
area.addEventListener('drop', (event) => {
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (file !== undefined) void openFile(file);
});

const response = await fetch('/workbook');
const name = decodeURIComponent(response.headers.get('x-file-name') ?? 'Book1.xlsx');
try {
  await open(new Uint8Array(await response.arrayBuffer()), name);
} catch (error) {
  notify(`${name} could not be opened: ${error instanceof Error ? error.message : String(error)}`);
  throw error;
}
