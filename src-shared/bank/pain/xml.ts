/** An element with a text, or with elements in the order in which they stand. */
export type XmlElement = {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlElement[];
};

/** An element; undefined children are left out, so that what is optional can be written where it belongs. */
export function element(
  name: string,
  content: string | readonly (XmlElement | undefined)[],
  attributes?: Readonly<Record<string, string>>,
): XmlElement {
  const kept = typeof content === 'string' ? content : content.filter((child) => child !== undefined);
  return attributes ? { name, content: kept, attributes } : { name, content: kept };
}

/** The document as text, UTF-8 by its declaration, two spaces per level, texts and attributes escaped. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`;
}

function written({ name, attributes = {}, content }: XmlElement, indent: string): string {
  const opening = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(' ');
  if (typeof content === 'string') return `${indent}<${opening}>${escaped(content)}</${name}>`;
  const children = content.map((child) => written(child, `${indent}  `)).join('\n');
  return `${indent}<${opening}>\n${children}\n${indent}</${name}>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
