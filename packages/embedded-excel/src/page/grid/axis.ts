/**
 * The rows or the columns of a sheet along one direction, in pixels: where each begins, how long it is, which one stands
 * at a place. Most have the standard size; only the others are stored. It does not know which of the two it is.
 */
export class Axis {
  readonly count: number;
  readonly standard: number;
  /** The lines that have a size of their own, in order. */
  private readonly lines: readonly number[];
  private readonly sizes: readonly number[];
  /** Where each of them begins. */
  private readonly starts: Float64Array;

  /** @param own sizes in pixels by index, in order; 0 for a hidden line */
  constructor(count: number, standard: number, own: Iterable<readonly [index: number, size: number]>) {
    this.count = count;
    this.standard = standard;
    const lines: number[] = [];
    const sizes: number[] = [];
    for (const [index, size] of own) {
      lines.push(index);
      sizes.push(size);
    }
    this.lines = lines;
    this.sizes = sizes;
    this.starts = new Float64Array(lines.length);
    let extra = 0;
    for (const [at, line] of lines.entries()) {
      this.starts[at] = line * standard + extra;
      extra += (sizes[at] ?? standard) - standard;
    }
  }

  /** Pixels from the first line's start to this line's start. `count` gives the length of all. */
  start(index: number): number {
    const at = this.lastAtOrBefore(index);
    if (at < 0) return index * this.standard;
    const line = this.lines[at] ?? 0;
    const start = this.starts[at] ?? 0;
    if (line === index) return start;
    return start + (this.sizes[at] ?? 0) + (index - line - 1) * this.standard;
  }

  size(index: number): number {
    const at = this.lastAtOrBefore(index);
    return at >= 0 && this.lines[at] === index ? (this.sizes[at] ?? this.standard) : this.standard;
  }

  isHidden(index: number): boolean {
    return this.size(index) === 0;
  }

  /** The visible line at a place; the last one for places behind the end. */
  at(place: number): number {
    let [low, high] = [0, this.starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    const known = low - 1;
    if (known < 0) return this.clamp(Math.floor(place / this.standard));
    const line = this.lines[known] ?? 0;
    const rest = place - (this.starts[known] ?? 0) - (this.sizes[known] ?? 0);
    if (rest < 0) return line;
    return this.clamp(line + 1 + Math.floor(rest / this.standard));
  }

  /** The next visible line from `index` on in a direction, or undefined where there is none. */
  visible(index: number, step: 1 | -1): number | undefined {
    for (let line = index; line >= 0 && line < this.count; line += step)
      if (!this.isHidden(line)) return line;
    return undefined;
  }

  private clamp(index: number): number {
    return Math.max(0, Math.min(this.count - 1, index));
  }

  private lastAtOrBefore(index: number): number {
    let [low, high] = [0, this.lines.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.lines[middle] ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
