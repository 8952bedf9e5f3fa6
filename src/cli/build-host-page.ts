/**
 * The bundle of the embedded Excel's page, built by webpack into the repository's cache when a source of it has changed.
 * It stands apart from `dist`, which is what is deployed.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import CopyPlugin from 'copy-webpack-plugin';
import webpack, { type Configuration, type Stats } from 'webpack';

/** What the page is made of, from the repository's root. */
const SOURCES = ['packages/embedded-excel', 'src/domain/basics', 'package-lock.json', 'tsconfig.build.json'];
const STAMP = 'sources.sha256';

/**
 * Builds the page where it is out of date.
 *
 * @param root the repository's root
 * @returns the folder with `index.html` and what it loads
 * @throws Error it does not build; the message says why
 */
export async function buildHostPage(root: string): Promise<string> {
  const folder = join(root, '.cache', 'host-page');
  const hash = sourcesHash(root);
  const stamp = join(folder, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return folder;
  const fresh = `${folder}-${String(process.pid)}`;
  const stats = await run(configuration(root, fresh));
  if (stats.hasErrors()) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(`The page does not build:\n${stats.toString('errors-only')}`);
  }
  writeFileSync(join(fresh, STAMP), hash);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(root, '.cache'), { recursive: true });
  renameSync(fresh, folder);
  return folder;
}

function configuration(root: string, output: string): Configuration {
  const page = join(root, 'packages/embedded-excel/src/page');
  return {
    context: root,
    mode: 'production',
    devtool: 'source-map',
    target: ['web', 'es2022'],
    entry: { page: join(page, 'page.ts') },
    output: { path: output, filename: '[name].js' },
    resolve: { extensions: ['.ts', '.js'], extensionAlias: { '.js': ['.ts', '.js'] } },
    module: {
      rules: [
        {
          test: /\.ts$/,
          exclude: /node_modules/,
          loader: 'ts-loader',
          options: { configFile: join(root, 'tsconfig.build.json'), transpileOnly: true },
        },
      ],
    },
    plugins: [
      new CopyPlugin({
        patterns: [
          { from: join(page, 'page.html'), to: 'index.html' },
          { from: join(page, '*.css'), to: '[name][ext]' },
        ],
      }),
    ],
    // One file that is read by people who debug it: names stay, and it is built in half the time.
    optimization: { minimize: false, splitChunks: false, runtimeChunk: false },
    cache: { type: 'filesystem', cacheDirectory: join(root, '.cache', 'webpack') },
    performance: { hints: false },
    stats: 'errors-only',
  };
}

function run(options: Configuration): Promise<Stats> {
  return new Promise((resolve, reject) => {
    const compiler = webpack(options);
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (stats === undefined) reject(error ?? new Error('webpack gave neither a result nor an error.'));
        else resolve(stats);
      });
    });
  });
}

function sourcesHash(root: string): string {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap((source) => filesUnder(root, source)))
    hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

function filesUnder(root: string, path: string): string[] {
  const full = join(root, path);
  if (statSync(full).isFile()) return /\.(test|bench|oracle)\.ts$/.test(path) ? [] : [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(root, `${path}/${name}`));
}
