/**
 * What manifest.xml declares for Excel's ribbon: groups of commands with labels, tips and icons, where the pane and the
 * custom functions are, and where the keyboard shortcuts stand. Read from the manifest itself, in the language that
 * Excel is shown in; addresses are taken over to wherever it is served.
 *
 * @see https://learn.microsoft.com/javascript/api/manifest/versionoverrides
 */

export interface RibbonCommand {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  readonly icon: string;
  readonly action:
    { readonly kind: 'showPane' } | { readonly kind: 'execute'; readonly functionName: string };
}

export interface RibbonGroup {
  readonly tab: string;
  readonly label: string;
  readonly commands: readonly RibbonCommand[];
}

export interface Manifest {
  readonly name: string;
  readonly paneUrl: string;
  /** Undefined where the add-in declares no custom functions. */
  readonly functions: { readonly namespace: string; readonly metadataUrl: string } | undefined;
  readonly groups: readonly RibbonGroup[];
  /** Undefined where the add-in declares none. */
  readonly shortcuts: ShortcutFiles | undefined;
}

/** The manifest's `ExtendedOverrides`. */
export interface ShortcutFiles {
  readonly url: string;
  /** Texts in another language than the manifest's own; undefined where that is the language that is shown. */
  readonly resourcesUrl: string | undefined;
}

/** Pixels of the icon that a large ribbon button shows. */
const ICON_SIZE = 32;

/**
 * @param text manifest.xml
 * @param origin where the add-in is served now, instead of where the manifest says
 * @param language the tag of the language that Excel is shown in
 * @throws Error the text is no manifest with a pane
 */
export function readManifest(text: string, origin: string, language: string): Manifest {
  const xml = new DOMParser().parseFromString(text, 'application/xml');
  if (xml.querySelector('parsererror') !== null) throw new Error('manifest.xml is no well-formed XML.');
  const resources = new Map(
    elements(xml, 'Image', 'Url', 'String').map((element) => [
      element.getAttribute('id') ?? '',
      valueIn(element, language),
    ]),
  );
  const resource = (parent: Element | undefined): string =>
    resources.get(parent?.getAttribute('resid') ?? '') ?? '';
  const [source] = elements(xml, 'SourceLocation').filter((element) => element.hasAttribute('DefaultValue'));
  if (source === undefined) throw new Error('manifest.xml names no page.');
  const declared = valueIn(source, language);
  const here = (url: string): string => {
    const { pathname, search } = new URL(url);
    return new URL(url).origin === new URL(declared).origin ? origin + pathname + search : url;
  };
  const command = (control: Element): RibbonCommand => {
    const [action] = elements(control, 'Action');
    const name = action === undefined ? undefined : elements(action, 'FunctionName')[0]?.textContent;
    const images = elements(control, 'Image').filter((image) => image.hasAttribute('size'));
    const image =
      images.find((candidate) => candidate.getAttribute('size') === String(ICON_SIZE)) ?? images.at(-1);
    return {
      id: control.getAttribute('id') ?? '',
      label: resource(child(control, 'Label')),
      tip: resource(elements(control, 'Description')[0]),
      icon: image === undefined ? '' : here(resource(image)),
      action: name ? { kind: 'execute', functionName: name } : { kind: 'showPane' },
    };
  };
  const groups = elements(xml, 'CustomTab', 'OfficeTab').flatMap((tab) =>
    elements(tab, 'Group').map((group) => ({
      tab: resource(child(tab, 'Label')),
      label: resource(child(group, 'Label')),
      commands: elements(group, 'Control').map(command),
    })),
  );
  const [points] = elements(xml, 'ExtensionPoint').filter((point) => typeOf(point) === 'CustomFunctions');
  const [name] = elements(xml, 'DisplayName');
  const [extended] = elements(xml, 'ExtendedOverrides');
  const shortcutsUrl = extended?.getAttribute('Url');
  const resourcesUrl = extended?.getAttribute('ResourcesUrl');
  const ownLanguage = elements(xml, 'DefaultLocale')[0]?.textContent ?? '';
  return {
    name: name === undefined ? '' : valueIn(name, language),
    paneUrl: here(declared),
    groups,
    functions:
      points === undefined
        ? undefined
        : {
            namespace: resource(elements(points, 'Namespace')[0]),
            metadataUrl: here(
              resource(elements(elements(points, 'Metadata')[0] ?? points, 'SourceLocation')[0]),
            ),
          },
    shortcuts: shortcutsUrl
      ? {
          url: here(shortcutsUrl),
          resourcesUrl: resourcesUrl && !isSame(language, ownLanguage) ? here(resourcesUrl) : undefined,
        }
      : undefined,
  };
}

/** A setting's value: its `Override` for that language, or what holds for all others. */
function valueIn(element: Element, language: string): string {
  const override = [...element.children].find(
    (candidate) =>
      candidate.localName === 'Override' && isSame(candidate.getAttribute('Locale') ?? '', language),
  );
  return override?.getAttribute('Value') ?? element.getAttribute('DefaultValue') ?? '';
}

const isSame = (tag: string, other: string): boolean => tag.toLowerCase() === other.toLowerCase();

/** Descendants by their names, whatever prefix they carry. */
const elements = (parent: Document | Element, ...names: string[]): Element[] =>
  [...parent.getElementsByTagName('*')].filter(({ localName }) => names.includes(localName));

const child = (parent: Element, name: string): Element | undefined =>
  [...parent.children].find(({ localName }) => localName === name);

const typeOf = (element: Element): string | null =>
  element.getAttributeNS('http://www.w3.org/2001/XMLSchema-instance', 'type');
