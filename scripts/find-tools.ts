/**
 * Where the programs stand that some tests need beside Node: a Chromium, LibreOffice, xmllint. Knows the usual
 * places on Linux, macOS and Windows, and how Debian installs them; not which test needs which.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
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
    commands: [
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
    debianPackages: ['chromium'],
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

/** The tool's program: the one that its variable names, on the PATH, or in the usual places. */
export function findTool(name: ToolName): string | undefined {
  const tool: Tool = TOOLS[name];
  const named = process.env[tool.variable];
  if (named !== undefined && named !== '') return isProgram(named) ? named : undefined;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => tool.commands.map((command) => join(folder, command + suffix)));
  return [...onPath, ...tool.places].find(isProgram);
}

const isDebianRoot = (): boolean =>
  process.platform === 'linux' && process.getuid?.() === 0 && isProgram('/usr/bin/apt-get');

/** Installs from Debian's archive what is missing, where that is ours to do: as root on Debian. */
export function installTools(missing: readonly ToolName[]): void {
  if (missing.length === 0 || !isDebianRoot()) return;
  const packages = missing.flatMap((name) => TOOLS[name].debianPackages);
  process.stdout.write(`Installing ${packages.join(', ')} (once) ...\n`);
  const aptGet = (...args: string[]): void => {
    const { status, stderr } = spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (status !== 0) process.stdout.write(`apt-get ${args.join(' ')} failed:\n${stderr}`);
  };
  aptGet('update');
  aptGet('install', '-y', '--no-install-recommends', ...packages);
}
