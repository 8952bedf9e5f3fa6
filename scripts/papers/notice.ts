/** The words of the final grant notice. */
import { type Block, heading, loopTable, signatureLines, text, title } from './document.ts';

export const NOTICE: readonly Block[] = [
  title('Notice of Grant'),
  text('To: {Holder Name} ({Holder ID})'),
  text(
    'In the {Offer Name} of {Company} your options listed here were cancelled with effect from {Cancellation Date}, and you have been granted the following.',
  ),
  loopTable('Grants', [
    ['Cancelled grant', '{Old Grant ID}', 14],
    ['New grant', '{New Grant ID}', 14],
    ['Award', '{Award}', 18],
    ['Shares or payment', '{New Shares}', 13],
    ['Exercise price', '{Exercise Price}', 12],
    ['Grant date', '{Grant Date}', 17],
    ['Expires', '{Expiration Date}', 17],
  ]),
  heading('Vesting'),
  loopTable('Vesting', [
    ['Cancelled grant', '{Old Grant ID}', 25],
    ['Date', '{Date}', 25],
    ['Vests', '{Shares Vesting}', 25],
    ['Vested in all', '{Shares Vested}', 25],
  ]),
  text(
    'Shares vest on a date only if you are then still employed by {Company} or one of its subsidiaries. Each award has the terms of its plan and of its award agreement.',
  ),
  text('{Company}'),
  signatureLines([
    ['By', ''],
    ['Name', '{Signatory Name}'],
    ['Title', '{Signatory Title}'],
    ['Date', ''],
  ]),
];
