/** What keeps a file from being read as a workbook, said in one sentence for a person. */

export type PackageFault =
  | 'notAZip'
  | 'truncated'
  | 'passwordProtected'
  | 'oldFormat'
  | 'binaryFormat'
  | 'otherFormat'
  | 'tooLarge'
  | 'damaged';

export class PackageError extends Error {
  readonly fault: PackageFault;

  constructor(fault: PackageFault, message: string) {
    super(message);
    this.name = 'PackageError';
    this.fault = fault;
  }
}
