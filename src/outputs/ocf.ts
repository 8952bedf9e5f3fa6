/**
 * The exchange in the Open Cap Format: the new awards with their vesting, and the cancellations, as a folder of its files
 * and as one archive of them. The old grants are those of the system that reads it, under their own ids.
 *
 * @see https://github.com/Open-Cap-Table-Coalition/Open-Cap-Format-OCF (this copy: version 1.2.1-alpha)
 */
import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { formatDay } from '../domain/basics/day.ts';
import { safeName } from './file-names.ts';
import { chosenHolders, holdersOf } from './holders.ts';
import { ocfCancellation } from './ocf-cancellation.ts';
import { ocfIssuances } from './ocf-issuance.ts';
import { ocfIssuer, ocfPlans, ocfStakeholder, ocfStockClasses } from './ocf-objects.ts';
import type { OutputFile, OutputKind } from './output.ts';
import { utf8 } from './utf8.ts';
import { zip } from './zip.ts';

const VERSION = '1.2.1-alpha+main';

/** The files of a package beside its manifest: what the manifest calls each, its name and its type. */
const FILES = {
  stock_plans_files: ['StockPlans', 'OCF_STOCK_PLANS_FILE'],
  stock_legend_templates_files: ['StockLegends', 'OCF_STOCK_LEGEND_TEMPLATES_FILE'],
  stock_classes_files: ['StockClasses', 'OCF_STOCK_CLASSES_FILE'],
  vesting_terms_files: ['VestingTerms', 'OCF_VESTING_TERMS_FILE'],
  valuations_files: ['Valuations', 'OCF_VALUATIONS_FILE'],
  transactions_files: ['Transactions', 'OCF_TRANSACTIONS_FILE'],
  stakeholders_files: ['Stakeholders', 'OCF_STAKEHOLDERS_FILE'],
} as const;

const json = (value: unknown): Uint8Array => utf8(`${JSON.stringify(value, undefined, 2)}\n`);

export const OCF: OutputKind = {
  kind: 'ocf',
  meaning: 'the new awards, their vesting and the cancellations as Open Cap Format files',
  isPerHolder: false,
  make(source, problems) {
    const { offer, run, request, stage } = source;
    const chosen = chosenHolders(run, request);
    const lines = run.lines.filter(({ line }) => chosen.has(line.grant.holderKey));
    if (chosen.size === 0) return [];
    const { issuances, vestingStarts, vestingTerms } = ocfIssuances(source, lines, problems);
    const withLines = new Set(lines.map(({ line }) => line.grant.holderKey));
    const items: Readonly<Record<keyof typeof FILES, readonly object[]>> = {
      stock_plans_files: ocfPlans(source, lines),
      stock_legend_templates_files: [],
      stock_classes_files: ocfStockClasses(lines),
      vesting_terms_files: vestingTerms,
      valuations_files: [],
      transactions_files: [...ocfCancellation(source, lines), ...issuances, ...vestingStarts],
      stakeholders_files: holdersOf(run)
        .filter(({ key }) => withLines.has(key))
        .map(ocfStakeholder),
    };
    const last = lines.reduce(
      (day, { line }) => Math.max(day, line.terms.newGrant),
      offer.terms.cancellation,
    );
    const files: Record<string, Uint8Array> = {};
    const listed = Object.fromEntries(
      (Object.keys(FILES) as (keyof typeof FILES)[]).map((key) => {
        const [name, type] = FILES[key];
        const path = `${name}.ocf.json`;
        const bytes = json({ file_type: type, items: items[key] });
        files[path] = bytes;
        return [key, [{ filepath: `./${path}`, md5: bytesToHex(md5(bytes)) }]];
      }),
    );
    files['Manifest.ocf.json'] = json({
      ocf_version: VERSION,
      file_type: 'OCF_MANIFEST_FILE',
      issuer: ocfIssuer(offer.terms.company),
      as_of: formatDay(last),
      generated_at: new Date(request.now ?? `${formatDay(last)}T00:00:00Z`).toISOString(),
      ...listed,
      comments: [
        'Made by Regrant: the awards and cancellations of an exchange offer. Old grants keep the ids of the ledger.',
        ...(request.draft === true || stage === 'Draft' ? ['DRAFT: not final.'] : []),
        ...(offer.terms.isPlanning ? ['PLANNING: every eligible grant counts as elected.'] : []),
      ],
    });
    const folder = `${safeName(request.book ?? 'regrant')}.ocf`;
    return [
      ...Object.entries(files).map(([name, bytes]): OutputFile => ({ name: `${folder}/${name}`, bytes })),
      { name: `${folder}.zip`, bytes: zip(files) },
    ];
  },
};
