/** The words of the promise to grant: Regrant's own, with every point of the letters that such offers file. */
import { type Block, heading, loopTable, signatureLines, text, title } from './document.ts';

export const PROMISE: readonly Block[] = [
  title('Promise to Grant'),
  text('To: {Holder Name} ({Holder ID})'),
  heading('1. What you gave up'),
  text(
    'You chose to take part in the {Offer Name} of {Company} and agreed that the options listed here, which you received from {Company}, are cancelled with effect from {Cancellation Date}. In exchange {Company} makes you the promise in this letter.',
  ),
  loopTable('Grants', [
    ['Cancelled grant', '{Old Grant ID}', 15],
    ['Granted', '{Old Grant Date}', 18],
    ['Plan', '{Old Plan}', 17],
    ['Part', '{Portion}', 10],
    ['Exercise price', '{Old Exercise Price}', 12],
    ['Shares cancelled', '{Cancelled Shares}', 12],
  ]),
  heading('2. What you will receive'),
  text(
    '{Company} will grant you, on {New Grant Date}, the following. That day is a commitment, not an estimate.',
  ),
  loopTable('Grants', [
    ['For grant', '{Old Grant ID}', 14],
    ['Award', '{Award}', 22],
    ['Number of shares', '{New Shares}', 14],
    ['Under the plan', '{New Plan}', 18],
    ['Grant date', '{Grant Date}', 18],
  ]),
  text('Together: {Total New Shares} shares for {Total Cancelled Shares} cancelled shares.'),
  heading('3. Exercise price and vesting'),
  loopTable('Grants', [
    ['For grant', '{Old Grant ID}', 14],
    ['Exercise price per share', '{Price Rule}', 38],
    ['Vesting, counted from the grant date', '{Vesting Schedule}', 38],
  ]),
  text(
    'A new vesting schedule starts on the grant date. Shares vest on a vesting date only if you have been employed by {Company} or one of its subsidiaries without a break up to and on that date.',
  ),
  text(
    'In all other respects each award has the terms of the plan named above and of the form of award agreement that {Company} uses under it.',
  ),
  heading('4. If the company is acquired before the grant date'),
  text(
    'If {Company} merges with, is consolidated into or is acquired by another company before the grant date, that company is bound by this promise and must grant the awards on the same day. The kind of security and the number of shares are then adjusted by what holders of options outstanding at the time of the acquisition receive for each share, and the exercise price is the fair market value of the acquiring company’s stock on the grant date.',
  ),
  heading('5. Your service'),
  text(
    'To receive the awards you must be employed by {Company} or one of its subsidiaries through {Service Required Through}. If your employment ends before then for any reason, whether you or {Company} ends it, you lose every right under this promise, and the cancelled options do not come back.',
  ),
  text(
    'Nothing in this letter guarantees you employment for any period. Your employment is at will: you or {Company} may end it at any time, with or without cause and with or without notice.',
  ),
  heading('6. The documents of the offer'),
  text(
    'This promise is subject to, and includes, the offer to exchange, the letter to employees of {Commencement Date}, your election form and any withdrawal form. Together with them it is the entire agreement between you and {Company} on its subject and replaces all earlier ones.',
  ),
  text('It can be changed only in writing that both you and an authorized officer of {Company} have signed.'),
  text('{Company}'),
  signatureLines([
    ['By', ''],
    ['Name', '{Signatory Name}'],
    ['Title', '{Signatory Title}'],
    ['Date', ''],
  ]),
];
