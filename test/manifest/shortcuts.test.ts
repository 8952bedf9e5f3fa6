/**
 * The keyboard shortcuts that manifest.xml names in its ExtendedOverrides.
 *
 * @see https://learn.microsoft.com/office/dev/add-ins/design/keyboard-shortcuts
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { attribute, elementsNamed, onlyElement } from '../xml-tree.ts';
import { associatedActions } from './associated-actions.ts';
import { manifest, ORIGIN, sourceOf } from './manifest-file.ts';

type Texts = Readonly<Record<string, { readonly value: string; readonly comment?: string }>>;

interface Shortcuts {
  readonly actions: readonly { readonly id: string; readonly type: string; readonly name: string }[];
  readonly shortcuts: readonly { readonly action: string; readonly key: Readonly<Record<string, string>> }[];
  readonly resources: { readonly default: Texts };
}

const element = onlyElement(manifest, 'ExtendedOverrides');
const read = (name: string): unknown => JSON.parse(readFileSync(sourceOf(attribute(element, name)), 'utf8'));
const { actions, shortcuts, resources } = read('Url') as Shortcuts;
const german = read('ResourcesUrl') as Texts;

const PLATFORMS = ['default', 'mac', 'web'];

/** Keys in one spelling, whatever the order of the modifiers: `alt+ctrl+shift+r`. */
function plain(combination: string): string {
  const keys = combination.toLowerCase().split('+');
  const modifiers = keys.slice(0, -1).map((key) => ({ option: 'alt', cmd: 'command' })[key] ?? key);
  return [...modifiers.sort(), keys.at(-1)].join('+');
}

/**
 * What Excel itself, or the browser and the system around it, does with three modifiers or with a letter of ours.
 *
 * @see https://support.microsoft.com/office/1798d9d5-842a-42b8-9c99-9b7213f0040f Keyboard shortcuts in Excel
 */
const TAKEN = [
  // Excel for Windows and on the web.
  ...['Ctrl+R', 'Ctrl+K', 'Ctrl+G', 'Ctrl+H', 'Ctrl+Shift+R', 'Ctrl+Shift+K', 'Ctrl+Shift+G', 'Ctrl+Shift+H'],
  ...[
    'Ctrl+Alt+V',
    'Ctrl+Alt+L',
    'Ctrl+Alt+M',
    'Ctrl+Alt+K',
    'Ctrl+Alt+R',
    'Ctrl+Alt+F9',
    'Ctrl+Alt+Shift+F9',
  ],
  ...['Ctrl+Shift+F', 'Ctrl+Shift+L', 'Ctrl+Shift+O', 'Ctrl+Shift+P', 'Ctrl+Shift+U', 'Ctrl+Shift+V'],
  ...['Alt+Shift+N', 'Alt+Shift+S', 'Alt+H', 'Alt+R', 'Ctrl+Alt+Shift+F10'],
  // Excel for Mac.
  ...['Command+R', 'Command+K', 'Command+G', 'Command+H', 'Command+Shift+K', 'Command+Shift+R'],
  ...['Command+Alt+R', 'Command+Alt+T', 'Command+Alt+Ctrl+V', 'Command+Shift+H', 'Command+Shift+G'],
  // macOS and Windows: log out, paste in the style of its surroundings, hide the other windows, the Office key.
  ...['Command+Alt+Shift+Q', 'Command+Alt+Shift+V', 'Command+Alt+H', 'Ctrl+Alt+Shift+Windows'],
].map(plain);

/** Letters that AltGr and Shift type on a Polish or an international keyboard: Windows sends Ctrl+Alt for AltGr. */
const TYPED_WITH_ALTGR = /[ACDEILNOPQSTUWXYZ]$/;

describe('The keyboard shortcuts', () => {
  it('are declared behind everything else, and no host is shut out for want of them', () => {
    assert.equal(manifest.children.at(-1), element);
    const sets = elementsNamed(manifest, 'Set').map((set) => attribute(set, 'Name'));
    assert.ok(!sets.includes('KeyboardShortcuts'));
  });

  it('run actions that the add-in associates', () => {
    const associated = associatedActions();
    assert.ok(actions.length > 0);
    for (const { id, type } of actions) {
      assert.equal(type, 'ExecuteFunction');
      assert.ok(associated.includes(id), id);
    }
  });

  it('are one for each action, with a key for every platform', () => {
    assert.deepEqual(
      shortcuts.map(({ action }) => action),
      actions.map(({ id }) => id),
    );
    for (const { key } of shortcuts) assert.deepEqual(Object.keys(key), PLATFORMS);
  });

  for (const platform of PLATFORMS) {
    const keys = shortcuts.map(({ key }) => key[platform] ?? '');

    it(`differ from each other (${platform})`, () => {
      assert.equal(new Set(keys.map(plain)).size, keys.length);
    });

    it(`are three modifiers and a letter, as Microsoft recommends (${platform})`, () => {
      for (const key of keys)
        assert.match(key, platform === 'mac' ? /^Command\+Alt\+Shift\+[A-Z]$/ : /^Ctrl\+Alt\+Shift\+[A-Z]$/);
    });

    it(`are free in Excel, in browsers and on keyboards (${platform})`, () => {
      for (const key of keys) {
        assert.ok(!TAKEN.includes(plain(key)), key);
        assert.doesNotMatch(key, TYPED_WITH_ALTGR);
      }
    });
  }

  it('are named in English and in German', () => {
    for (const { name } of actions) {
      const token = /^\$\{resource\.(\w+)\}$/.exec(name)?.[1];
      assert.ok(token !== undefined, name);
      const [english, other] = [resources.default[token]?.value, german[token]?.value];
      assert.ok(english !== undefined && other !== undefined && english !== other, token);
    }
    assert.deepEqual(Object.keys(german), Object.keys(resources.default));
  });

  for (const page of ['support.html', 'support.de.html'])
    it(`are what ${page} lists`, () => {
      const text = readFileSync(sourceOf(`${ORIGIN}/${page}`), 'utf8');
      const listed = [...text.matchAll(/<kbd>([^<]+)<\/kbd>/g)].map(([, keys = '']) =>
        keys.replace('Strg', 'Ctrl').replace('Umschalt', 'Shift'),
      );
      const symbols = (keys: string): string =>
        keys.replace('Command', '⌘').replace('Alt', '⌥').replace('Shift', '⇧').replaceAll('+', '');
      assert.deepEqual(
        listed,
        shortcuts.flatMap(({ key }) => [key['default'] ?? '', symbols(key['mac'] ?? '')]),
      );
    });
});
