/**
 * Microsoft's office.js as npm delivers it, file by file, unmodified. A file is compiled once for a process, however
 * many add-ins are opened.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

const compiled = new Map<string, vm.Script>();

/** Where npm put office.js. */
export function officeJsFolder(): string {
  const require = createRequire(import.meta.url);
  return path.join(path.dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
}

/** A file of office.js: `office.js`, `en-us/office_strings.js`. */
export function officeScript(file: string): vm.Script {
  let script = compiled.get(file);
  if (script === undefined) {
    const text = readFileSync(path.join(officeJsFolder(), file), 'utf8');
    script = new vm.Script(text, { filename: `office-js/${file}` });
    compiled.set(file, script);
  }
  return script;
}
