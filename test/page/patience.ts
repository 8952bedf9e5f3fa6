/** Milliseconds after which what a test waits for will not come, on however crowded a machine. */
export const PATIENCE = 60_000;
