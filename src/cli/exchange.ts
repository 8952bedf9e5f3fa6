/** `npm run exchange`: runs the offer of a workbook without Excel, and saves the workbook with its results beside it. */
import process from 'node:process';
import { exchangeWorkbook } from './exchange-workbook.ts';

process.exitCode = await exchangeWorkbook(process.argv.slice(2), process);
