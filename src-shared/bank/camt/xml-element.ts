/** An element of an XML file as the camt reader needs it: names without their prefix, text only where nothing is nested. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** As it stands in the file; '' for an element that holds others. */
  readonly text: string;
};

/** The children with this name, in order; none of nothing. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element ? element.children.filter((child) => child.name === name) : [];
}

/** The first element along a path of names; undefined as soon as one is missing. */
export function elementAt(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let current = element;
  for (const name of path) {
    if (!current) return undefined;
    current = childOf(current, name);
  }
  return current;
}

// A statement of ten thousand movements asks this a million times: a plain loop, no function per question.
function childOf(element: XmlElement, name: string): XmlElement | undefined {
  for (const child of element.children) if (child.name === name) return child;
  return undefined;
}

/** The text along a path, spaces and line ends brought back to one space; '' when there is none. */
export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string {
  return tidy(elementAt(element, ...path)?.text ?? '');
}

const untidy = /^\s|\s$|\s\s|[^\S ]/;

/** Spaces and line ends brought back to one space, none around. */
export function tidy(text: string): string {
  return untidy.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

/** An identification that says something: null for an empty one and for what banks write instead of nothing. */
export function identificationAt(element: XmlElement | undefined, ...path: readonly string[]): string | null {
  const text = textAt(element, ...path);
  return text === '' || /^(?:NOTPROVIDED|NOT PROVIDED|NONREF|NOREF|N\/A)$/i.test(text) ? null : text;
}
