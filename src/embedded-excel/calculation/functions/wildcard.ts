/** `*`, `?` and the escape `~` in texts to match. */

export const hasWildcard = (text: string): boolean => /[*?~]/.test(text);

/** A pattern for the whole text, without regard to case. */
export const wildcardPattern = (text: string): RegExp => new RegExp(`^${source(text)}$`, 'isu');

/** A pattern to look for inside a text, without regard to case. */
export const wildcardSearch = (text: string): RegExp => new RegExp(source(text), 'isu');

function source(text: string): string {
  let pattern = '';
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    const next = text.charAt(i + 1);
    if (character === '~' && (next === '*' || next === '?' || next === '~')) {
      pattern += escape(next);
      i++;
    } else if (character === '*') pattern += '.*';
    else if (character === '?') pattern += '.';
    else pattern += escape(character);
  }
  return pattern;
}

const escape = (character: string): string => character.replace(/[$()*+.?[\\\]^{|}/]/g, '\\$&');
