/** Which Regrant wrote a row of the log: package.json's version, as a test makes sure. */
export const VERSION = '0.1.0';
