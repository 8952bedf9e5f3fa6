/** What the model refuses: a name that Excel would not take, a table over another. The message is one sentence. */

export type ModelFault = 'invalidName' | 'nameTaken' | 'overlap' | 'lastSheet' | 'notFound' | 'outOfBounds';

export class ModelError extends Error {
  readonly fault: ModelFault;

  constructor(fault: ModelFault, message: string) {
    super(message);
    this.name = 'ModelError';
    this.fault = fault;
  }
}
