/**
 * What kind of Excel the page plays, asked for in its address, so that a person and a test can see how an add-in takes
 * it: `?read-only`, a workbook that may only be looked at; `?excel-api=1.12`, an Excel of that age; `?language=de-DE`, one
 * that is shown in German; `?locale=de-DE`, one that tells add-ins to write dates and numbers as Germany does;
 * `?modes=stale-custom-functions,apostrophes-lost`, one with these host modes. What the grid itself shows stays American
 * English.
 */
import { type HostMode, hostModes, requirementSetsOf } from '../model/host-modes.ts';
import { REQUIREMENT_SETS, type RequirementSets } from '../rich-api/requirement-sets.ts';

export interface HostOptions {
  readonly isReadOnly: boolean;
  readonly hostModes: ReadonlySet<HostMode>;
  /** What `isSetSupported` answers from; members of later sets are not there. */
  readonly requirementSets: RequirementSets;
  /** A language tag. */
  readonly displayLanguage: string;
  /** A language tag: what add-ins are told of the regional format. */
  readonly contentLanguage: string;
}

/** @param search the query of the page's address */
export function hostOptions(search: string): HostOptions {
  const asked = new URLSearchParams(search);
  const version = asked.get('excel-api');
  const modes = hostModes((asked.get('modes') ?? '').split(',').filter((name) => name !== ''));
  return {
    isReadOnly: asked.has('read-only'),
    hostModes: modes,
    requirementSets: {
      ...REQUIREMENT_SETS,
      ...requirementSetsOf(modes),
      ...(version === null ? {} : { ExcelApi: version }),
    },
    displayLanguage: asked.get('language') ?? 'en-US',
    contentLanguage: asked.get('locale') ?? 'en-US',
  };
}
