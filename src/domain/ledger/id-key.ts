/** How ids of holders and grants match: as text, without outer spaces and case; leading zeros count. */
import { type CellValue, idText } from '../basics/cell.ts';

/** The number 123, the text `123` and ` 123 ` have one key, and `0123` another. */
export const idKey = (id: CellValue): string => idText(id).toLowerCase();
