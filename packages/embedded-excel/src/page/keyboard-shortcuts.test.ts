import assert from 'node:assert/strict';
import { type KeyPress, readShortcuts, shortcutFor, type ShortcutsJson } from './keyboard-shortcuts.ts';

const FILE: ShortcutsJson = {
  actions: [
    { id: 'show', name: '${resource.show}' },
    { id: 'hide', name: 'Hide it' },
  ],
  shortcuts: [
    { action: 'show', key: { default: 'Ctrl+Alt+Up', web: '${resource.showKey}' } },
    { action: 'hide', key: { default: 'Ctrl+Alt+Shift+H' } },
  ],
  resources: { default: { show: { value: 'Show it' }, showKey: { value: 'Ctrl+Alt+1' } } },
};

const press = (key: string, modifiers: string, code = ''): KeyPress => ({
  key,
  code,
  ctrlKey: modifiers.includes('c'),
  altKey: modifiers.includes('a'),
  shiftKey: modifiers.includes('s'),
  metaKey: modifiers.includes('m'),
});

describe("an add-in's keyboard shortcuts", () => {
  it('have the keys of the web, or those of every platform, and the default language', () => {
    assert.deepEqual(readShortcuts(FILE), [
      { action: 'show', description: 'Show it', keys: 'Ctrl+Alt+1' },
      { action: 'hide', description: 'Hide it', keys: 'Ctrl+Alt+Shift+H' },
    ]);
  });

  it('take from the file of another language what it has', () => {
    const [show] = readShortcuts(FILE, { show: { value: 'Zeigen' } });
    assert.deepEqual(show, { action: 'show', description: 'Zeigen', keys: 'Ctrl+Alt+1' });
  });

  it('are pressed with all their modifiers and no other', () => {
    const shortcuts = readShortcuts(FILE);
    assert.equal(shortcutFor(shortcuts, press('1', 'ca'))?.action, 'show');
    assert.equal(shortcutFor(shortcuts, press('H', 'cas'))?.action, 'hide');
    for (const modifiers of ['c', 'ca', 'cs', 'as', 'casm', ''])
      assert.equal(shortcutFor(shortcuts, press('H', modifiers)), undefined, modifiers);
  });

  it('are known by the key where Alt makes it type another character', () => {
    assert.equal(shortcutFor(readShortcuts(FILE), press('˙', 'cas', 'KeyH'))?.action, 'hide');
  });
});
