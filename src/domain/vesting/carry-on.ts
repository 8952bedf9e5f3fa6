/**
 * Schedules that lean on the exchanged grant's own vesting: `old schedule`, `old dates + 12 months, ...`,
 * `remaining vesting monthly, ...`. They have a meaning only in an offer's terms, where there is an old award;
 * here they are only recognised, so that whoever reads an offer's terms can ask before it parses the text, and
 * the plain parser can say why it refuses them.
 */
const CARRY_ON = /\bold\s+(?:vesting\s+)?(?:schedule|dates?)\b|\bremaining\s+vesting\b/i;

/** Whether the text carries on from the old award's vesting. */
export const carriesOn = (text: string): boolean => CARRY_ON.test(text);

/** The words by which a text carries on from the old award's vesting, for a message. */
export const carryOnWords = (text: string): string => CARRY_ON.exec(text)?.[0] ?? '';
