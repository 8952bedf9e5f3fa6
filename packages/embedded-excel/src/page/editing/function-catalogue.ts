/** The functions that one may type: the add-in's with their help, from functions.json, and the native ones by name. */

export interface FunctionParameterHelp {
  readonly name: string;
  readonly description?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

export interface FunctionHelp {
  /** As one types it: `REGRANT.NEWSHARES`. */
  readonly name: string;
  readonly description?: string;
  readonly parameters?: readonly FunctionParameterHelp[];
  readonly helpUrl?: string;
}

/** functions.json, as far as help is concerned. */
export interface FunctionsJson {
  readonly functions: readonly (FunctionHelp & { readonly id: string })[];
}

/** Functions offered at once. */
const MOST = 60;

export class FunctionCatalogue {
  private readonly byName = new Map<string, FunctionHelp>();

  constructor(nativeNames: readonly string[]) {
    for (const name of nativeNames) this.byName.set(name, { name });
  }

  /** Takes in the functions of an add-in under its namespace. */
  add(namespace: string, { functions }: FunctionsJson): void {
    for (const declared of functions) {
      const name = `${namespace}.${declared.name}`.toUpperCase();
      this.byName.set(name, { ...declared, name });
    }
  }

  help(name: string): FunctionHelp | undefined {
    return this.byName.get(name.toUpperCase());
  }

  /**
   * Functions whose name begins with what was typed; those of an add-in, which have help, first. What follows the
   * namespace may be typed alone: `NEWS` finds `REGRANT.NEWSHARES`.
   */
  matching(typed: string): FunctionHelp[] {
    const wanted = typed.toUpperCase();
    const found = [...this.byName.values()].filter(({ name, description }) => {
      if (name.startsWith(wanted)) return true;
      return wanted.length > 1 && description !== undefined && name.includes(`.${wanted}`);
    });
    found.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en'));
    return found.slice(0, MOST);
  }
}

const rank = ({ description }: FunctionHelp): number => (description === undefined ? 1 : 0);

/** `NEWSHARES(shares, ratio, [rounding])` in parts, so that one argument can be shown in bold. */
export function signatureParts({ name, parameters = [] }: FunctionHelp): string[] {
  return [
    `${name}(`,
    ...parameters.map(({ name: parameter, optional, repeating }) => {
      const shown = repeating === true ? `${parameter}, …` : parameter;
      return optional === true ? `[${shown}]` : shown;
    }),
    ')',
  ];
}
