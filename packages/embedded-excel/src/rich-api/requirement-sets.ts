/** The requirement sets that the embedded Excel claims, whatever transport stands between it and the add-in. */

/** Requirement sets and the version of each: `{ ExcelApi: 1.15 }`; as text where a number cannot say it, as `'1.20'`. */
export type RequirementSets = Readonly<Record<string, number | string>>;

/** `RedirectV1Api` makes office.js send the older common API as rich API requests too. */
export const REQUIREMENT_SETS: RequirementSets = {
  ExcelApi: 1.15,
  SharedRuntime: 1.2,
  CustomFunctions: 1.9,
  CustomFunctionsRuntime: 1.4,
  RedirectV1Api: 1.1,
  RichApiRuntime: 1.2,
  Settings: 1.1,
  AddinCommands: 1.1,
  RibbonApi: 1.1,
};
