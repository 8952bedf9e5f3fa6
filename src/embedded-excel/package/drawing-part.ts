import type { Chart } from '../model/chart.ts';
import type { Sheet } from '../model/sheet.ts';
import type { PackageParts } from './package-parts.ts';
export function readCharts(_parts: PackageParts, _drawing: string, _sheet: Sheet): Chart[] {
  return [];
}
export function writeCharts(..._args: unknown[]): void {
  throw new Error('later');
}
