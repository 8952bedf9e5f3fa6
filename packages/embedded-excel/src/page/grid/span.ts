/** Rows or columns that follow each other, from the first to the last, both among them. */
export interface Span {
  readonly first: number;
  readonly last: number;
}
