/** What a cell's number format says of the number in it. */

/** Whether it shows a date or a time, as Excel gives a cell in which `4:1` or `3/4` was typed. */
export const isDateFormat = (format: string): boolean => shows(/[ymdhs]/i, format);

/** Whether it shows the time of day. */
export const showsTime = (format: string): boolean => shows(/[hs]/i, format);

function shows(code: RegExp, format: string): boolean {
  if (/^(general|@)$/i.test(format)) return false;
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return code.test(bare) && !/^general/i.test(bare);
}
