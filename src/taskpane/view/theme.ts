/** Fluent's theme after Office's: light or dark as Office says, else as the system does. It knows no colours of ours. */
import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components';

const DARK = '(prefers-color-scheme: dark)';

/** Whether a background such as `#1f1f1f` is dark. */
export function isDarkColor(color: string): boolean {
  const digits = /^#?([0-9a-f]{6})$/i.exec(color.trim())?.[1];
  if (digits === undefined) return false;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ];
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/** @param background Office's own, where it tells; Excel on the web does not */
export const themeFor = (background: string | undefined): Theme =>
  (background === undefined ? matchMedia(DARK).matches : isDarkColor(background))
    ? webDarkTheme
    : webLightTheme;

/** Calls back when the system turns dark or light. */
export function onSystemTheme(changed: () => void): () => void {
  const query = matchMedia(DARK);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
