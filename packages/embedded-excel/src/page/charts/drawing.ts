/** The few shapes that charts are drawn with, as SVG elements. */

const SVG = 'http://www.w3.org/2000/svg';

export type Attributes = Readonly<Record<string, string | number>>;

export function shape(name: string, attributes: Attributes, ...children: (Element | string)[]): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

export const label = (text: string, x: number, y: number, attributes: Attributes = {}): SVGElement =>
  shape('text', { x, y, 'font-size': 11, fill: '#595959', 'text-anchor': 'middle', ...attributes }, text);

/** A text cut to about so many pixels. */
export function fitted(text: string, width: number, size = 11): string {
  const most = Math.max(1, Math.floor(width / (size * 0.52)));
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1))}…`;
}

/** A slice of a ring around a centre, angles in turns clockwise from the top. */
export function slice(
  [x, y]: readonly [number, number],
  [inner, outer]: readonly [number, number],
  from: number,
  to: number,
): string {
  const at = (turn: number, radius: number): string => {
    const angle = 2 * Math.PI * turn;
    return `${(x + radius * Math.sin(angle)).toFixed(2)} ${(y - radius * Math.cos(angle)).toFixed(2)}`;
  };
  // A full turn has no direction: it stops just short of itself.
  const end = Math.min(to, from + 0.99999);
  const large = end - from > 0.5 ? 1 : 0;
  const arc = `M${at(from, outer)}A${outer} ${outer} 0 ${large} 1 ${at(end, outer)}`;
  if (inner === 0) return `${arc}L${x} ${y}Z`;
  return `${arc}L${at(end, inner)}A${inner} ${inner} 0 ${large} 0 ${at(from, inner)}Z`;
}
