/** The value axis of a chart: round steps that cover the figures, and always zero where bars stand on it. */

export interface ValueScale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** Excel leaves a twentieth of the whole free above the largest figure. */
const HEADROOM = 1 / 20;

/**
 * @param steps about how many steps there are room for
 * @param headroom the part of the whole that stays free above; none above shares of a whole
 */
export function valueScale(values: readonly number[], steps: number, headroom = HEADROOM): ValueScale {
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  if (least === most) return { low: 0, high: 1, ticks: [0, 1] };
  const rough = (most - least) / Math.max(1, steps);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10) * power;
  const first = Math.floor(least / step + 1e-9);
  const last = most === 0 ? 0 : Math.ceil((most + (most - least) * headroom) / step - 1e-9);
  // Multiplying whole numbers keeps 0.30000000000000004 out of the labels.
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  return { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, ticks };
}
