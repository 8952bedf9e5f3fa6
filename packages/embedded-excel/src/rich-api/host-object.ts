/** An object that the client holds: the name of its class, and the thing of the model that it stands for. */
import type { ClassName, Targets } from './targets.ts';

export class HostObject<N extends ClassName = ClassName> {
  readonly className: N;
  readonly target: Targets[N];

  constructor(className: N, target: Targets[N]) {
    this.className = className;
    this.target = target;
  }
}
