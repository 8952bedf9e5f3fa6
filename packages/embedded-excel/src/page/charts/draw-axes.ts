/** The axes of a chart with their labels, titles and grid lines, and the room that they leave for the figures. */
import type { Chart } from '../../model/chart.ts';
import { fitted, label, shape } from './drawing.ts';
import type { ValueScale } from './value-scale.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface AxesPlan {
  readonly chart: Chart;
  readonly categories: readonly string[];
  readonly scale: ValueScale;
  /** A figure as the value axis labels it. */
  readonly shown: (value: number) => string;
  readonly outer: Box;
  /** Bars lie: their categories stand at the left. */
  readonly isBar: boolean;
}

const LABEL = 5.8;
const LINE_HEIGHT = 13;
const MOST_LINES = 4;
const LINE = '#E1E1E1';
const AXIS = '#BFBFBF';

export function drawAxes(plan: AxesPlan): { elements: Element[]; plot: Box } {
  const { chart, categories, scale, shown, outer, isBar } = plan;
  const [sideTitle, footTitle] = isBar
    ? [chart.categoryAxisTitle, chart.valueAxisTitle]
    : [chart.valueAxisTitle, chart.categoryAxisTitle];
  const sideTexts = isBar ? categories : scale.ticks.map(shown);
  const longest = Math.max(0, ...sideTexts.map((text) => text.length)) * LABEL;
  const side = Math.min((outer.right - outer.left) * 0.4, longest) + 14 + (sideTitle === undefined ? 0 : 18);
  const stepX = (outer.right - outer.left - side) / Math.max(1, categories.length);
  const lines = categories.map((text) => wrapped(text, stepX - 6));
  const isSlanted = !isBar && lines.some((each) => each === undefined);
  const longestLabel = Math.max(0, ...categories.map((text) => text.length)) * LABEL;
  const labels = isSlanted
    ? Math.min(80, longestLabel * 0.72 + 12)
    : 7 + LINE_HEIGHT * (isBar ? 1 : Math.max(1, ...lines.map((each) => each?.length ?? 1)));
  const foot = labels + (footTitle === undefined ? 0 : 18);
  const plot: Box = { ...outer, left: outer.left + side, top: outer.top + 6, bottom: outer.bottom - foot };
  const elements: Element[] = [];
  for (const tick of scale.ticks) {
    const part = (tick - scale.low) / (scale.high - scale.low);
    const stroke = tick === 0 ? AXIS : LINE;
    if (isBar) {
      const x = plot.left + part * (plot.right - plot.left);
      elements.push(
        shape('line', { x1: x, x2: x, y1: plot.top, y2: plot.bottom, stroke }),
        label(shown(tick), x, plot.bottom + 15),
      );
    } else {
      const y = plot.bottom - part * (plot.bottom - plot.top);
      elements.push(
        shape('line', { x1: plot.left, x2: plot.right, y1: y, y2: y, stroke }),
        label(shown(tick), plot.left - 6, y + 4, { 'text-anchor': 'end' }),
      );
    }
  }
  elements.push(...categoryLabels(plan, plot, isSlanted, side));
  if (sideTitle !== undefined) {
    const [x, y] = [outer.left + 8, (plot.top + plot.bottom) / 2];
    elements.push(label(sideTitle, x, y, { transform: `rotate(-90 ${x} ${y})` }));
  }
  if (footTitle !== undefined)
    elements.push(label(footTitle, (plot.left + plot.right) / 2, outer.bottom - 4));
  return { elements, plot };
}

function categoryLabels(
  { categories, isBar }: AxesPlan,
  plot: Box,
  isSlanted: boolean,
  side: number,
): Element[] {
  const length = isBar ? plot.bottom - plot.top : plot.right - plot.left;
  const step = length / Math.max(1, categories.length);
  // Where there are more categories than room, some go without a label.
  const every = Math.max(1, Math.ceil((isBar || isSlanted ? 13 : 1) / step));
  return categories.flatMap((text, index) => {
    if (index % every !== 0) return [];
    const at = (index + 0.5) * step;
    if (isBar)
      return [label(fitted(text, side - 8), plot.left - 6, plot.bottom - at + 4, { 'text-anchor': 'end' })];
    const x = plot.left + at;
    if (!isSlanted)
      return (wrapped(text, step - 6) ?? [text]).map((line, number) =>
        label(line, x, plot.bottom + 15 + number * LINE_HEIGHT),
      );
    const y = plot.bottom + 12;
    return [label(fitted(text, 110), x, y, { 'text-anchor': 'end', transform: `rotate(-45 ${x} ${y})` })];
  });
}

/** A label in lines that fit, broken between words, or undefined where it takes too many or a word is too long. */
function wrapped(text: string, width: number): string[] | undefined {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    if (word.length * LABEL > width) return undefined;
    const last = lines.at(-1);
    if (last !== undefined && (last.length + word.length + 1) * LABEL <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length > MOST_LINES ? undefined : lines;
}
