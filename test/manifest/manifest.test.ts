/** The manifest as Excel wants it: what validation lets pass and Excel then refuses is asserted here. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { iconFiles } from '../../scripts/draw-icons.ts';
import { root } from '../../scripts/root.mjs';
import { needs, tool } from '../tools.ts';
import {
  attribute,
  descendants,
  elementsNamed,
  onlyElement,
  parseXml,
  type XmlElement,
} from '../xml-tree.ts';

const path = join(root, 'manifest.xml');
const manifest = parseXml(readFileSync(path, 'utf8'));
const overrides = onlyElement(manifest, 'VersionOverrides');
const resources = onlyElement(overrides, 'Resources');
const ORIGIN = 'https://localhost:3000';

const childNames = (element: XmlElement): readonly string[] => element.children.map(({ name }) => name);

/** The resources by id: images, URLs and strings. */
const resourceById = new Map(
  [...descendants(resources)]
    .filter((element) => element.attributes.has('id'))
    .map((element) => [attribute(element, 'id'), element]),
);

const valueOf = (resid: string): string => {
  const resource = resourceById.get(resid);
  assert.ok(resource !== undefined, `resid "${resid}" names no resource`);
  return attribute(resource, 'DefaultValue');
};

/** The source file of an asset's URL. */
const assetFile = (url: string): string => join(root, 'assets/icons', url.slice(`${ORIGIN}/assets/`.length));

/** Width and height as the PNG's own header has them. */
function pngSize(file: string): readonly [number, number] {
  const bytes = readFileSync(file);
  assert.equal(bytes.toString('latin1', 1, 4), 'PNG', `${file} is a PNG`);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('The manifest', () => {
  it('has its elements in the order that Office enforces', () => {
    assert.deepEqual(childNames(manifest), [
      'Id',
      'Version',
      'ProviderName',
      'DefaultLocale',
      'DisplayName',
      'Description',
      'IconUrl',
      'HighResolutionIconUrl',
      'SupportUrl',
      'AppDomains',
      'Hosts',
      'Requirements',
      'DefaultSettings',
      'Permissions',
      'VersionOverrides',
    ]);
    const host = elementsNamed(overrides, 'Host')[0];
    assert.ok(host !== undefined);
    assert.deepEqual(childNames(host), ['Runtimes', 'AllFormFactors', 'DesktopFormFactor']);
    const functions = onlyElement(onlyElement(host, 'AllFormFactors'), 'ExtensionPoint');
    assert.deepEqual(childNames(functions), ['Script', 'Page', 'Metadata', 'Namespace']);
    assert.deepEqual(childNames(onlyElement(host, 'DesktopFormFactor')), [
      'GetStarted',
      'FunctionFile',
      'ExtensionPoint',
    ]);
    assert.deepEqual(childNames(resources), ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings']);
  });

  it('carries the version of package.json in four parts', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    assert.equal(onlyElement(manifest, 'Version').text, `${version}.0`);
  });

  it('runs in a shared runtime that lives long', () => {
    const runtime = onlyElement(overrides, 'Runtime');
    assert.equal(attribute(runtime, 'lifetime'), 'long');
    const sets = elementsNamed(onlyElement(manifest, 'Requirements'), 'Set').map(
      (set) => [attribute(set, 'Name'), attribute(set, 'MinVersion')] as const,
    );
    assert.deepEqual(
      sets.map(([name]) => name),
      ['SharedRuntime', 'CustomFunctionsRuntime', 'ExcelApi'],
    );
    assert.equal(sets[0]?.[1], '1.1');
  });

  it('needs no custom functions runtime that shuts out perpetual Office', () => {
    const set = elementsNamed(manifest, 'Set').find(
      (each) => attribute(each, 'Name') === 'CustomFunctionsRuntime',
    );
    assert.ok(set !== undefined && Number(attribute(set, 'MinVersion').split('.')[1]) < 4);
  });

  it('loads one page for the runtime, the functions, the commands and every pane button', () => {
    const page = attribute(onlyElement(overrides, 'Runtime'), 'resid');
    assert.equal(attribute(onlyElement(overrides, 'FunctionFile'), 'resid'), page);
    assert.equal(attribute(onlyElement(onlyElement(overrides, 'Page'), 'SourceLocation'), 'resid'), page);
    const panes = elementsNamed(overrides, 'Action').filter(
      (action) => attribute(action, 'xsi:type') === 'ShowTaskpane',
    );
    assert.equal(panes.length, 1);
    for (const pane of panes) assert.equal(attribute(onlyElement(pane, 'SourceLocation'), 'resid'), page);
    assert.deepEqual(elementsNamed(overrides, 'TaskpaneId'), []);
    const base = onlyElement(onlyElement(manifest, 'DefaultSettings'), 'SourceLocation');
    assert.equal(valueOf(page), attribute(base, 'DefaultValue'));
  });

  it('names resources that exist, and no resource that is not used', () => {
    const used = [...descendants(onlyElement(overrides, 'Hosts'))].flatMap((element) => {
      const resid = element.attributes.get('resid');
      return resid === undefined ? [] : [resid];
    });
    assert.deepEqual([...new Set(used)].sort(), [...resourceById.keys()].sort());
  });

  it('keeps ids, strings and addresses within the lengths that Office allows', () => {
    for (const id of resourceById.keys()) assert.ok(id.length <= 32, id);
    const longest = (list: string): readonly XmlElement[] => onlyElement(resources, list).children;
    for (const text of longest('bt:ShortStrings')) assert.ok(attribute(text, 'DefaultValue').length <= 125);
    for (const text of longest('bt:LongStrings')) assert.ok(attribute(text, 'DefaultValue').length <= 250);
    for (const url of longest('bt:Urls')) assert.ok(attribute(url, 'DefaultValue').length <= 2048);
    assert.ok(attribute(onlyElement(manifest, 'DisplayName'), 'DefaultValue').length <= 125);
    const description = manifest.children.find(({ name }) => name === 'Description');
    assert.ok(description !== undefined && attribute(description, 'DefaultValue').length <= 250);
  });

  it('serves everything from one https origin', () => {
    const urls = [...descendants(manifest)]
      .map((element) => element.attributes.get('DefaultValue') ?? '')
      .filter((value) => /^https?:/.test(value));
    assert.ok(urls.length > 0);
    for (const url of urls) assert.ok(url.startsWith(`${ORIGIN}/`), url);
    assert.deepEqual(
      elementsNamed(manifest, 'AppDomain').map(({ text }) => text),
      [ORIGIN],
    );
  });

  it('gives the functions the namespace REGRANT', () => {
    assert.equal(valueOf(attribute(onlyElement(overrides, 'Namespace'), 'resid')), 'REGRANT');
  });

  it('offers its commands by the names under which they are associated', () => {
    assert.deepEqual(
      elementsNamed(overrides, 'FunctionName').map(({ text }) => text),
      ['insertTerms', 'checkLedger', 'runOffer', 'freezeToValues'],
    );
    const ids = [...descendants(onlyElement(overrides, 'Hosts'))].flatMap(
      (element) => element.attributes.get('id') ?? [],
    );
    assert.equal(new Set(ids).size, ids.length, 'control ids are unique');
  });
});

describe("The manifest's icons", () => {
  it('are 32 and 64 pixels in the list of add-ins', () => {
    const size = (name: string): readonly [number, number] =>
      pngSize(assetFile(attribute(onlyElement(manifest, name), 'DefaultValue')));
    assert.deepEqual(size('IconUrl'), [32, 32]);
    assert.deepEqual(size('HighResolutionIconUrl'), [64, 64]);
  });

  it('have on the ribbon the size that they are listed with, 16, 32 and 80 among them', () => {
    const icons = elementsNamed(overrides, 'Icon');
    assert.equal(icons.length, 6);
    for (const icon of icons) {
      const sizes = icon.children.map((image) => {
        const size = Number(attribute(image, 'size'));
        assert.deepEqual(pngSize(assetFile(valueOf(attribute(image, 'resid')))), [size, size]);
        return size;
      });
      for (const required of [16, 32, 80]) assert.ok(sizes.includes(required), `size ${required}`);
    }
  });

  it('are what scripts/draw-icons.ts draws', () => {
    for (const [name, content] of iconFiles())
      assert.ok(
        readFileSync(join(root, 'assets/icons', name)).equals(content),
        `run the task icons: ${name}`,
      );
  });
});

describe("The manifest, to Microsoft's own reader", () => {
  it('is the add-in Regrant for workbooks', async () => {
    const info = await OfficeAddinManifest.readManifestFile(path);
    assert.equal(info.displayName, 'Regrant');
    assert.deepEqual(info.hosts, ['Workbook']);
    assert.equal(info.officeAppType, 'TaskPaneApp');
    assert.equal(info.permissions, 'ReadWriteDocument');
  });
});

describe("The manifest, against Microsoft's schemas", () => {
  const schemas = join(root, '../shared/manifest-xsd');
  needs('xmllint');

  it('is valid', function () {
    if (!existsSync(schemas)) {
      this['skippedBecause'] = 'the schemas of ../shared/manifest-xsd are not part of the project';
      this.skip();
    }
    const args = ['--noout', '--nonet', '--schema', 'OfficeAppManifestV1_1.xsd', path];
    execFileSync(tool('xmllint'), args, { cwd: schemas, stdio: 'pipe' });
  });
});
