/** Whether this is a run of continuous integration, where what cannot be tested counts as failed. */
import process from 'node:process';

export const underCi = (): boolean => !['', '0', 'false'].includes(process.env['CI'] ?? '');
