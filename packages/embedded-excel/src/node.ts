/** An add-in opened in Node: Microsoft's office.js before a workbook, as a desktop Excel would load it. */
export { type Addin, openAddin } from './bridge/open-addin.ts';
export { HOST_MODES, type HostMode, hostModes } from './model/host-modes.ts';
export type { FunctionsMetadata } from './rich-api/custom-functions.ts';
