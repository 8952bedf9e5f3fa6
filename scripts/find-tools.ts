/**
 * Where the programs stand that some tests need beside Node: a Chromium, LibreOffice, xmllint. Knows the usual
 * places on Linux, macOS and Windows, and how Debian installs them; not which test needs which.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import process from 'node:process';

export interface Tool {
  /** As a person calls it. */
  readonly title: string;
  /** The environment variable that names the program, set by a person or by `npm test`. */
  readonly variable: string;
  /** Names to look for on the PATH. */
  readonly commands: readonly string[];
  /** Where installers put it outside the PATH. */
  readonly places: readonly string[];
  /** Files of which one has to be where the program is: a part of it that Debian has in a package of its own. */
  readonly parts?: readonly string[];
  /** As in Debian's own lists of what a package needs: `|` stands between those of which one is enough, the best first. */
  readonly debianPackages: readonly string[];
}

const programFiles = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
  .map((name) => process.env[name])
  .filter((folder) => folder !== undefined);

const underProgramFiles = (path: string): string[] => programFiles.map((folder) => join(folder, path));

export const TOOLS = {
  chromium: {
    title: 'Chromium, Chrome or Edge',
    variable: 'REGRANT_CHROMIUM',
    // The headless shell draws no window around the page: half the processor's time of a whole browser.
    commands: [
      'chromium-headless-shell',
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'microsoft-edge',
      'msedge',
    ],
    places: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ...underProgramFiles('Google/Chrome/Application/chrome.exe'),
      ...underProgramFiles('Microsoft/Edge/Application/msedge.exe'),
    ],
    debianPackages: ['chromium-headless-shell | chromium'],
  },
  soffice: {
    title: 'LibreOffice Calc',
    variable: 'REGRANT_SOFFICE',
    commands: ['soffice', 'libreoffice'],
    places: [
      '/Applications/LibreOffice.app/Contents/MacOS/soffice',
      '/opt/libreoffice/program/soffice',
      // soffice.com is the one that waits for the conversion to end.
      ...underProgramFiles('LibreOffice/program/soffice.com'),
    ],
    debianPackages: ['libreoffice-calc'],
  },
  writer: {
    title: 'LibreOffice Writer',
    variable: 'REGRANT_SOFFICE',
    commands: ['soffice', 'libreoffice'],
    places: [
      '/Applications/LibreOffice.app/Contents/MacOS/soffice',
      '/opt/libreoffice/program/soffice',
      ...underProgramFiles('LibreOffice/program/soffice.com'),
    ],
    parts: ['libswlo.so', 'swlo.dll', '../Frameworks/libswlo.dylib'],
    debianPackages: ['libreoffice-writer'],
  },
  xmllint: {
    title: 'xmllint',
    variable: 'REGRANT_XMLLINT',
    commands: ['xmllint'],
    places: ['/opt/homebrew/opt/libxml2/bin/xmllint', '/usr/local/opt/libxml2/bin/xmllint'],
    debianPackages: ['libxml2-utils'],
  },
} as const satisfies Record<string, Tool>;

export type ToolName = keyof typeof TOOLS;

export const TOOL_NAMES = Object.keys(TOOLS) as readonly ToolName[];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const hasPart = (path: string, parts: readonly string[] | undefined): boolean =>
  parts === undefined || parts.some((part) => existsSync(join(dirname(realpathSync(path)), part)));

/** The program that a person has named. */
const named = (name: ToolName): string => process.env[TOOLS[name].variable] ?? '';

/** The tool's program: the one that its variable names, on the PATH, or in the usual places. */
export function findTool(name: ToolName): string | undefined {
  const tool: Tool = TOOLS[name];
  const given = named(name);
  const isComplete = (path: string): boolean => isProgram(path) && hasPart(path, tool.parts);
  if (given !== '') return isComplete(given) ? given : undefined;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = tool.commands.flatMap((command) => folders.map((folder) => join(folder, command + suffix)));
  return [...onPath, ...tool.places].find(isComplete);
}

const isDebianRoot = (): boolean =>
  process.platform === 'linux' && process.getuid?.() === 0 && isProgram('/usr/bin/apt-get');

/** Whether the tool is here as its first command, the one that suits the tests best; a person's own choice is best. */
const isBest = (name: ToolName): boolean => {
  const program = findTool(name);
  return program !== undefined && (named(name) !== '' || basename(program) === TOOLS[name].commands[0]);
};

/** Installs from Debian's archive what is missing or there is better, where that is ours to do: as root on Debian. */
export function installTools(): void {
  const wanted = TOOL_NAMES.filter((name) => !isBest(name));
  if (wanted.length === 0 || !isDebianRoot()) return;
  const aptGet = (...args: string[]): void => {
    const { status, stderr } = spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (status !== 0) process.stdout.write(`apt-get ${args.join(' ')} failed:\n${stderr}`);
  };
  aptGet('update');
  const isThere = (name: string): boolean =>
    spawnSync('apt-cache', ['show', '--quiet', name], { stdio: 'ignore' }).status === 0;
  const packages = wanted
    .flatMap((name) => TOOLS[name].debianPackages)
    .map((one) => one.split(' | ').find(isThere) ?? one);
  process.stdout.write(`Installing ${packages.join(', ')} (once) ...\n`);
  aptGet('install', '-y', '--no-install-recommends', ...packages);
}
