/**
 * Content that a file gives in several versions, for readers that understand more or less (`mc:AlternateContent`).
 *
 * @see ECMA-376 part 3, 7.5 to 7.7
 */
import { childrenOf, type XmlElement } from './xml.ts';

/**
 * The entries of a list, in order, where each has one place whatever way it is written. Of several versions the fallback
 * counts: no version that asks for more is understood here.
 */
export const listedEntries = (list: XmlElement | undefined, local?: string): readonly XmlElement[] =>
  (list?.children ?? [])
    .flatMap((element) =>
      element.local === 'AlternateContent'
        ? childrenOf(element, 'Fallback').flatMap((fallback) => listedEntries(fallback))
        : [element],
    )
    .filter((element) => local === undefined || element.local === local);
