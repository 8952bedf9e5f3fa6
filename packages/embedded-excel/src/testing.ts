/** For tests: sessions of office.js, the server that answers it, the calculation without an add-in, the parts of a file. */
export { Calculator } from './calculation/calculator.ts';
export { NO_CUSTOM_FUNCTIONS } from './calculation/custom-function-host.ts';
export { keyColumn, keyRow } from './model/cell-grid.ts';
export { requirementSetsOf } from './model/host-modes.ts';
export { stateOf } from './package/package-state.ts';
export { relationshipsPart } from './package/relationships.ts';
export { documentSettings } from './rich-api/document-settings.ts';
export { serveWorkbook } from './rich-api/open-workbook.ts';
export { REQUIREMENT_SETS } from './rich-api/requirement-sets.ts';
export type { Counters, RichApiServer } from './rich-api/server.ts';
export { ActionType, type MessageEntry, PathType, type RequestBody } from './rich-api/wire.ts';
export { HELPERS, type OfficeSession, type SessionOptions, transport } from './testing/office-session.ts';
