/**
 * The normal distribution to double precision: the error function by its series near zero and its continued fraction
 * further out (Abramowitz and Stegun 7.1.6 and 7.1.14), the inverse by Newton's method.
 */

export const normalDensity = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** The share of a standard normal distribution below z. */
export function normalDistribution(z: number): number {
  const x = Math.abs(z);
  const density = normalDensity(x);
  if (x < 3) {
    let term = x;
    let sum = x;
    for (let n = 1; Math.abs(term) > sum * 1e-17; n++) {
      term *= (x * x) / (2 * n + 1);
      sum += term;
    }
    const inside = density * sum;
    return z < 0 ? 0.5 - inside : 0.5 + inside;
  }
  let fraction = 0;
  for (let n = 160; n >= 1; n--) fraction = n / (x + fraction);
  const tail = density / (x + fraction);
  return z < 0 ? tail : 1 - tail;
}

/** The z below which that share lies; 0 < share < 1. */
export function normalInverse(share: number): number {
  if (share === 0.5) return 0;
  const tail = Math.min(share, 1 - share);
  // A start that is right to three decimals (Abramowitz and Stegun 26.2.23).
  const t = Math.sqrt(-2 * Math.log(tail));
  let z =
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) /
      (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
  for (let i = 0; i < 20; i++) {
    const error = normalDistribution(-z) - tail;
    const step = error / normalDensity(z);
    z += step / (1 - (step * z) / 2);
    if (Math.abs(step) < 1e-16 * Math.max(1, Math.abs(z))) break;
  }
  return share < 0.5 ? -z : z;
}
