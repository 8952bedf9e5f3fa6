/** A sheet's protection: whether it is on and what it lets through. Passwords are kept as the file has them. */
export interface SheetProtection {
  readonly allowAutoFilter?: boolean;
  readonly allowDeleteColumns?: boolean;
  readonly allowDeleteRows?: boolean;
  readonly allowEditObjects?: boolean;
  readonly allowEditScenarios?: boolean;
  readonly allowFormatCells?: boolean;
  readonly allowFormatColumns?: boolean;
  readonly allowFormatRows?: boolean;
  readonly allowInsertColumns?: boolean;
  readonly allowInsertHyperlinks?: boolean;
  readonly allowInsertRows?: boolean;
  readonly allowPivotTables?: boolean;
  readonly allowSort?: boolean;
  readonly selectionMode?: 'normal' | 'unlocked' | 'none';
  /** The file's own words for a password's hash (`password="CC1A"`, or algorithm, salt and spins). */
  readonly password?: string;
}

/** Protection of a workbook's structure: no sheet may come, go, move, hide or change its name. */
export interface StructureProtection {
  /** The file's own words for a password's hash (`workbookPassword="CC1A"`, or algorithm, salt and spins). */
  readonly password?: string;
}
