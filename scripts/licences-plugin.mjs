/**
 * A webpack plugin that writes the licences of everything that its bundles hold into one file beside them. It knows
 * modules, not which bundles there are: what several compilations hold comes together in the one object.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

export const LICENCES_FILE = 'THIRD-PARTY-LICENCES.txt';

/** What may be given on with a program under the MIT licence, where the licence's text goes with it. */
export const ALLOWED = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD'];

/**
 * Whose packages name the MIT licence but carry neither its text nor an author; their repositories have both.
 *
 * @type {Readonly<Record<string, string>>}
 */
const HOLDERS = { '@fluentui/react-icons': 'Microsoft Corporation' };

const MIT = `MIT License

Copyright (c) {holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/**
 * The folder of the package that a module's file is in: after the last `node_modules`, its name with its scope.
 *
 * @param {string} file
 */
export function packageFolder(file) {
  const mark = `${sep}node_modules${sep}`;
  const start = file.lastIndexOf(mark);
  if (start < 0) return undefined;
  const end = start + mark.length;
  const [first = '', second = ''] = file.slice(end).split(sep);
  return file.slice(0, end) + (first.startsWith('@') ? join(first, second) : first);
}

/**
 * @param {string} folder
 * @returns {{ heading: string, text: string }}
 * @throws Error its licence is not on the list, or its text is missing
 */
export function licenceOf(folder) {
  /** @type {{ name: string, version: string, license: string, author?: string | { name: string } }} */
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!ALLOWED.includes(license))
    throw new Error(`${name} ${version} is under ${license}: only ${ALLOWED.join(', ')} may be built in.`);
  const files = readdirSync(folder).filter((file) =>
    /^(licen[cs]e|copying|notice)([-.](mit|apache|md|txt))*$/i.test(file),
  );
  const heading = `${name} ${version} (${license})`;
  const isWithoutText = !files.some((file) => !/^notice/i.test(file));
  const holder =
    HOLDERS[name] ?? (typeof author === 'string' ? author.replace(/\s*[<(].*$/, '') : author?.name);
  // A package that names MIT and its author, and leaves the text out, means the text that everybody knows.
  if (isWithoutText && license === 'MIT' && holder !== undefined && holder !== '')
    return { heading, text: MIT.replace('{holder}', holder) };
  if (isWithoutText)
    throw new Error(`${name} ${version} has no text of its licence, which must be given on with it.`);
  const texts = files
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replace(/\r\n?/g, '\n').trim());
  return { heading, text: texts.join('\n\n') };
}

/** @param {Iterable<string>} folders */
export function licencesText(folders) {
  const licences = new Map([...folders].map(licenceOf).map(({ heading, text }) => [heading, text]));
  const rule = '-'.repeat(80);
  const parts = [...licences]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([heading, text]) => `${rule}\n${heading}\n${rule}\n\n${text}\n`);
  return `Regrant contains the following packages, under the licences given with each.\n\n${parts.join('\n')}`;
}

export class LicencesPlugin {
  /**
   * @param {Set<string>} folders the packages' folders, shared by the compilations of one build
   * @param {boolean} isLast whether this is the last of them, which writes the file
   */
  constructor(folders, isLast) {
    this.folders = folders;
    this.isLast = isLast;
  }

  /** @param {import('webpack').Compiler} compiler */
  apply(compiler) {
    const { sources, Compilation } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('LicencesPlugin', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'LicencesPlugin', stage }, () => {
        for (const chunk of compilation.chunks)
          for (const module of compilation.chunkGraph.getChunkModulesIterable(chunk)) this.collect(module);
        if (this.isLast)
          compilation.emitAsset(LICENCES_FILE, new sources.RawSource(licencesText(this.folders)));
      });
    });
  }

  /** @param {import('webpack').Module & { resource?: string, modules?: import('webpack').Module[] }} module */
  collect(module) {
    for (const part of module.modules ?? []) this.collect(part);
    const folder = packageFolder(module.resource ?? '');
    if (folder !== undefined) this.folders.add(folder);
  }
}
