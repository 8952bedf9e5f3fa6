/**
 * `npm run start:excel` and `stop:excel`: the add-in sideloaded into the Excel of this machine, served from
 * https://localhost:3000, through Microsoft's office-addin-debugging.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { root } from './root.mjs';

const require = createRequire(import.meta.url);

const [action = 'start', ...args] = process.argv.slice(2);

if (process.platform !== 'win32' && process.platform !== 'darwin') {
  process.stderr.write(
    'There is no Excel for this system: run this on Windows or macOS, or see docs/try-in-excel.md for Excel on the web.\n',
  );
  process.exitCode = 1;
} else {
  const server = `"${process.execPath}" "${require.resolve('webpack-cli/bin/cli.js')}" serve --mode development`;
  const options =
    action === 'start' ? ['--app', 'excel', '--dev-server', server, '--dev-server-port', '3000'] : [];
  const program = join(root, 'node_modules/office-addin-debugging/cli.js');
  const { status } = spawnSync(process.execPath, [program, action, 'manifest.xml', ...options, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
