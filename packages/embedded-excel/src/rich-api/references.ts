/**
 * Objects that the client asked to keep: a range lives on over many requests under a reference id until the client
 * drops it. The table does not know what its objects are.
 */
import type { HostObject } from './host-object.ts';
import { RichApiError } from './rich-api-error.ts';

export class References {
  readonly #objects = new Map<string, HostObject>();
  readonly #ids = new Map<HostObject, string>();
  #next = 1;

  keep(object: HostObject): string {
    let id = this.#ids.get(object);
    if (id === undefined) {
      id = `{reference-${this.#next++}}`;
      this.#ids.set(object, id);
      this.#objects.set(id, object);
    }
    return id;
  }

  idOf(object: HostObject): string | undefined {
    return this.#ids.get(object);
  }

  /** @throws RichApiError InvalidReference: it was never kept, or was dropped */
  get(id: string): HostObject {
    const object = this.#objects.get(id);
    if (object === undefined) throw new RichApiError('InvalidReference');
    return object;
  }

  drop(id: string): void {
    const object = this.#objects.get(id);
    if (object !== undefined) this.#ids.delete(object);
    this.#objects.delete(id);
  }

  clear(): void {
    this.#objects.clear();
    this.#ids.clear();
  }

  get size(): number {
    return this.#objects.size;
  }

  all(): Iterable<HostObject> {
    return this.#objects.values();
  }
}
