/** For tests: manifest.xml read once, its resources by id, and where the files stand that it names. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import { attribute, descendants, onlyElement, parseXml, type XmlElement } from '../xml-tree.ts';

export const MANIFEST_PATH = join(root, 'manifest.xml');
export const ORIGIN = 'https://localhost:3000';

export const manifest = parseXml(readFileSync(MANIFEST_PATH, 'utf8'));
export const overrides = onlyElement(manifest, 'VersionOverrides');
export const resources = onlyElement(overrides, 'Resources');

/** The resources by id: images, URLs and strings. */
export const resourceById: ReadonlyMap<string, XmlElement> = new Map(
  [...descendants(resources)]
    .filter((element) => element.attributes.has('id'))
    .map((element) => [attribute(element, 'id'), element]),
);

export function valueOf(resid: string): string {
  const resource = resourceById.get(resid);
  assert.ok(resource !== undefined, `resid "${resid}" names no resource`);
  return attribute(resource, 'DefaultValue');
}

/** The source in the project's `assets` of a file that the manifest names by its address. */
export function sourceOf(url: string): string {
  assert.ok(url.startsWith(`${ORIGIN}/`), url);
  const path = url.slice(ORIGIN.length + 1);
  return join(root, 'assets', path.startsWith('assets/') ? path.replace('assets/', 'icons/') : path);
}
