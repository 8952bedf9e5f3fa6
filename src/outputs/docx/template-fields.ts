/** What a template of a kind may name: fields, and loops over rows that have fields of their own. */

export interface TemplateField {
  readonly meaning: string;
  readonly example: string;
  /** A holder without it is an error where the template names it. */
  readonly isNeeded?: true;
}

export interface TemplateLoop {
  readonly meaning: string;
  readonly fields: Readonly<Record<string, TemplateField>>;
  /** A template without it would leave out what the paper is about. */
  readonly isNeeded?: true;
}

export interface TemplateFields {
  readonly fields: Readonly<Record<string, TemplateField>>;
  readonly loops: Readonly<Record<string, TemplateLoop>>;
  /** Fields that the paper cannot do without. */
  readonly needed: readonly string[];
}
