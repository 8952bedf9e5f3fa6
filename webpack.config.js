/**
 * Two bundles from the same sources. `functions.js`: the custom functions alone, for a JavaScript global that offers
 * nothing but `CustomFunctions`. `taskpane.js`: the page of the shared runtime with everything, pane, ribbon commands
 * and functions, to which a real page adds `pane.js`, what a person sees, and whoever makes papers `outputs.js`. Nothing
 * evaluates text.
 */
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import { getHttpsServerOptions } from 'office-addin-dev-certs';
import { tsImport } from 'tsx/esm/api';
import { LicencesPlugin } from './scripts/licences-plugin.mjs';

const root = dirname(fileURLToPath(import.meta.url));

/** Where the manifest in git says that the add-in is served; REGRANT_ORIGIN puts another place into the built one. */
const DEVELOPMENT_ORIGIN = 'https://localhost:3000';

/** @param {'production' | 'development'} mode @returns {import('webpack').Configuration} */
const shared = (mode) => ({
  context: root,
  mode,
  // Never an eval-based map: the page's content security policy forbids it, and so does the store.
  devtool: mode === 'production' ? false : 'source-map',
  target: ['web', 'es2020'],
  node: false,
  output: {
    path: join(root, 'dist'),
    filename: '[name].js',
    publicPath: '',
    environment: { globalThis: false },
  },
  resolve: { extensions: ['.tsx', '.ts', '.js'], extensionAlias: { '.js': ['.ts', '.tsx', '.js'] } },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: 'ts-loader',
        options: { configFile: join(root, 'tsconfig.build.json'), transpileOnly: true },
      },
    ],
  },
  optimization: { splitChunks: false, runtimeChunk: false },
  performance: { hints: false },
  stats: 'errors-warnings',
});

/**
 * The language's own objects, bound once around a bundle as parameters. In a context of node:vm, where the command
 * line, the tests and other hosts run it, each look-up of a global costs more than a formula: 20 times as much in all.
 */
const LANGUAGE =
  'Array,BigInt,Error,Float64Array,Int32Array,JSON,Map,Math,Number,Object,RegExp,Set,String,Uint8Array,WeakMap';

class BindLanguagePlugin {
  /** @param {import('webpack').Compiler} compiler */
  apply(compiler) {
    const { sources, Compilation } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('BindLanguagePlugin', (compilation) => {
      // After the minimizer, which would take the parameters out again.
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE + 1;
      compilation.hooks.processAssets.tap({ name: 'BindLanguagePlugin', stage }, (assets) => {
        for (const name of Object.keys(assets).filter((asset) => asset.endsWith('.js')))
          compilation.updateAsset(
            name,
            (bundle) => new sources.ConcatSource(`(function(${LANGUAGE}){`, bundle, `\n})(${LANGUAGE});\n`),
          );
      });
    });
  }
}

/** Writes functions.json and the help beside it from the functions' declarations, the same that `functions.js` registers. */
class FunctionsJsonPlugin {
  /** @param {string} origin where the add-in is served */
  constructor(origin) {
    this.origin = origin;
  }

  /** @param {import('webpack').Compiler} compiler */
  apply(compiler) {
    const { sources, Compilation } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('FunctionsJsonPlugin', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tapPromise({ name: 'FunctionsJsonPlugin', stage }, async () => {
        /** @type {typeof import('./src/functions/metadata.ts')} */
        const { functionsJson } = await tsImport('./src/functions/metadata.ts', import.meta.url);
        /** @type {typeof import('./src/functions/help-page.ts')} */
        const { helpPages } = await tsImport('./src/functions/help-page.ts', import.meta.url);
        const text = `${JSON.stringify(functionsJson(this.origin), undefined, 2)}\n`;
        compilation.emitAsset('functions.json', new sources.RawSource(text));
        for (const [path, page] of helpPages()) compilation.emitAsset(path, new sources.RawSource(page));
      });
    });
  }
}

/**
 * Whom the pages about privacy and support name, in any language.
 *
 * @param {string | undefined} contact a mail address or the https address of a page
 */
function contactLine(contact) {
  if (contact === undefined) return '';
  const href = contact.includes('@') ? `mailto:${contact}` : new URL(contact).href;
  return `<a href="${encodeURI(decodeURI(href))}">${contact.replaceAll('<', '&lt;')}</a><br />`;
}

/** The certificate of `localhost`, trusted by Excel on this machine; asked for only where a server starts. */
const serveOptions = async () => ({
  host: 'localhost',
  port: Number(new URL(DEVELOPMENT_ORIGIN).port),
  server: { type: 'https', options: await getHttpsServerOptions() },
  headers: { 'Access-Control-Allow-Origin': '*' },
  // Reloading by itself would throw away what the shared runtime holds.
  hot: false,
  liveReload: false,
  client: false,
});

/**
 * @param {{ WEBPACK_SERVE?: boolean }} env
 * @param {{ mode?: 'production' | 'development' }} [argv]
 * @returns {Promise<(import('webpack').Configuration & { devServer?: object })[]>}
 */
export default async function configure(env, { mode = 'production' } = {}) {
  const origin = process.env['REGRANT_ORIGIN'] ?? DEVELOPMENT_ORIGIN;
  const contact = contactLine(process.env['REGRANT_CONTACT']);
  /** @type {Set<string>} */
  const packages = new Set();
  return [
    {
      ...shared(mode),
      name: 'functions',
      entry: { functions: './src/functions/functions.ts' },
      plugins: [
        new FunctionsJsonPlugin(origin),
        new LicencesPlugin(packages, false),
        new BindLanguagePlugin(),
      ],
      ...(env.WEBPACK_SERVE === true ? { devServer: await serveOptions() } : {}),
    },
    {
      ...shared(mode),
      name: 'taskpane',
      // It writes what both hold.
      dependencies: ['functions'],
      entry: { taskpane: './src/taskpane/taskpane.ts' },
      plugins: [
        new LicencesPlugin(packages, true),
        new BindLanguagePlugin(),
        new HtmlPlugin({
          template: './src/taskpane/taskpane.html',
          filename: 'taskpane.html',
          chunks: ['taskpane'],
          scriptLoading: 'defer',
          minify: false,
        }),
        new CopyPlugin({
          patterns: [
            { from: 'assets/icons/*.png', to: 'assets/[name][ext]' },
            { from: 'assets/icons/regrant*.svg', to: 'assets/[name][ext]' },
            { from: 'assets/papers/*.docx', to: 'papers/[name][ext]', noErrorOnMissing: true },
            { from: 'assets/*.{css,json}', to: '[name][ext]' },
            {
              from: 'assets/*.html',
              to: '[name][ext]',
              transform: (content) => content.toString().replace('<!-- contact -->', contact),
            },
            { from: 'src/taskpane/*.css', to: '[name][ext]', noErrorOnMissing: true },
            {
              from: 'manifest.xml',
              transform: (content) => content.toString().replaceAll(DEVELOPMENT_ORIGIN, origin),
            },
          ],
        }),
      ],
    },
  ];
}
