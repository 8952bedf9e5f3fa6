/** For tests: the numbers in the pane that stand on two lines. A formula is code, and may be cut anywhere. */
export const BROKEN_NUMBERS = `(() => {
  const found = [];
  const texts = document.createTreeWalker(document.querySelector('.rg-main'), NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const { parentElement } = text;
    if (!parentElement.checkVisibility() || parentElement.closest('code, .rg-code, .rg-unseen') !== null) continue;
    for (const { 0: number, index } of text.data.matchAll(/\\d(?:[.,'’\\u00a0\\u202f]?\\d)+/g)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + number.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) found.push(number + ' in "' + parentElement.innerText.slice(0, 80) + '"');
    }
  }
  return found;
})()`;
