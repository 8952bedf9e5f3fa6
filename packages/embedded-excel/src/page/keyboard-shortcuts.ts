/**
 * An add-in's keyboard shortcuts as Excel on the web has them: read from the files of the manifest's
 * `ExtendedOverrides`, and pressed while the workbook has the focus, not the pane. It does not know what they do.
 *
 * @see https://learn.microsoft.com/office/dev/add-ins/design/keyboard-shortcuts
 */

/** The file of `ResourcesUrl`: texts by the names of their tokens. */
export type ShortcutTexts = Readonly<Record<string, { readonly value: string } | undefined>>;

/** The file of `Url`; any text in it may be a token `${resource.name}`. */
export interface ShortcutsJson {
  readonly actions: readonly { readonly id: string; readonly name: string }[];
  readonly shortcuts: readonly {
    readonly action: string;
    readonly key: { readonly default: string; readonly web?: string };
  }[];
  readonly resources?: { readonly default: ShortcutTexts };
}

export interface Shortcut {
  /** The name under which the add-in associates what is done. */
  readonly action: string;
  readonly description: string;
  /** `Ctrl+Alt+Shift+R`. */
  readonly keys: string;
}

/** @param texts in the language that Excel is shown in, where that is not the manifest's own */
export function readShortcuts(
  { actions, shortcuts, resources }: ShortcutsJson,
  texts: ShortcutTexts = {},
): Shortcut[] {
  const text = (value: string): string =>
    value.replace(/\$\{resource\.([^}]+)\}/g, (token, name: string) => {
      const { value: found } = texts[name] ?? resources?.default[name] ?? { value: token };
      return found;
    });
  return shortcuts.map(({ action, key }) => ({
    action,
    description: text(actions.find(({ id }) => id === action)?.name ?? action),
    keys: text(key.web ?? key.default),
  }));
}

/** What a keyboard's event says of the keys that are down. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

/** The shortcut that was pressed. */
export const shortcutFor = (shortcuts: readonly Shortcut[], press: KeyPress): Shortcut | undefined =>
  shortcuts.find(({ keys }) => isPressed(keys.toLowerCase().split('+'), press));

function isPressed(keys: readonly string[], press: KeyPress): boolean {
  const has = (...names: string[]): boolean => names.some((name) => keys.slice(0, -1).includes(name));
  const last = keys.at(-1) ?? '';
  return (
    has('ctrl', 'control') === press.ctrlKey &&
    has('alt', 'option') === press.altKey &&
    has('shift') === press.shiftKey &&
    has('cmd', 'command') === press.metaKey &&
    // With Alt, a letter's key may type another character.
    (press.key.toLowerCase() === last || press.code.toLowerCase() === `key${last}`)
  );
}
