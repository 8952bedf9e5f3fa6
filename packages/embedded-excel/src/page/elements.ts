/** The elements of page.html that scripts reach by their ids. */

export function elementById(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}.`);
  return element;
}

export function inputById(id: string): HTMLInputElement {
  const element = elementById(id);
  if (!(element instanceof HTMLInputElement)) throw new Error(`#${id} is no input.`);
  return element;
}

export function textAreaById(id: string): HTMLTextAreaElement {
  const element = elementById(id);
  if (!(element instanceof HTMLTextAreaElement)) throw new Error(`#${id} is no text area.`);
  return element;
}
