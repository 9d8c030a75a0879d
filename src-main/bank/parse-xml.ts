import { SaxesParser } from 'saxes';
import type { XmlElement } from '#shared/bank/camt/xml-element.ts';

export type XmlProblem = 'doctype' | 'truncated' | 'malformed' | 'tooLarge';
export type ParsedXml =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly problem: XmlProblem; readonly line: number };

/** SECURITY: far above what a statement needs (some 20 deep), far below what fills the memory of this computer. */
const mostDepth = 100;
const mostElements = 3_000_000;

type OpenElement = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: OpenElement[];
  text: string;
};

class XmlRefusal extends Error {
  readonly problem: XmlProblem;
  constructor(problem: XmlProblem) {
    super(problem);
    this.problem = problem;
  }
}

const noAttributes: Readonly<Record<string, string>> = Object.freeze({});

/**
 * Reads an XML text strictly. SECURITY: a document type is refused at once, so no entity is ever defined or fetched; of
 * entities only the five of XML itself exist. Never throws.
 */
export function parseXml(text: string): ParsedXml {
  const parser = new SaxesParser();
  const top: OpenElement = { name: '', attributes: noAttributes, children: [], text: '' };
  const open: OpenElement[] = [top];
  let current = top;
  let elements = 0;
  let isClosing = false;
  const addText = (piece: string): void => {
    if (current.children.length === 0) current.text += piece;
  };
  parser.on('doctype', () => {
    throw new XmlRefusal('doctype');
  });
  parser.on('error', () => {
    // Only what is still open when the text has ended was cut off.
    throw new XmlRefusal(isClosing && open.length > 1 ? 'truncated' : 'malformed');
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1;
    if (elements > mostElements || open.length > mostDepth) throw new XmlRefusal('tooLarge');
    const element = {
      name: withoutPrefix(name),
      attributes: isEmpty(attributes) ? noAttributes : attributes,
      children: [],
      text: '',
    };
    current.children.push(element);
    current.text = '';
    open.push(element);
    current = element;
  });
  parser.on('closetag', () => {
    open.pop();
    current = open.at(-1) ?? top;
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  try {
    parser.write(text);
    isClosing = true;
    parser.close();
  } catch (error) {
    if (error instanceof XmlRefusal) return { ok: false, problem: error.problem, line: parser.line };
    throw error;
  }
  const [root] = top.children;
  return root ? { ok: true, root } : { ok: false, problem: 'malformed', line: 1 };
}

function withoutPrefix(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function isEmpty(attributes: Readonly<Record<string, string>>): boolean {
  for (const _ in attributes) return false;
  return true;
}
