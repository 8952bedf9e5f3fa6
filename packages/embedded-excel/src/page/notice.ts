/** Says what could not be done, for some seconds. */
import { elementById } from './elements.ts';

const LONG_ENOUGH = 8000;
let timer: ReturnType<typeof setTimeout> | undefined;

export function notify(message: string): void {
  const notice = elementById('notice');
  notice.textContent = message;
  notice.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(clearNotice, LONG_ENOUGH);
}

export function clearNotice(): void {
  elementById('notice').hidden = true;
}
