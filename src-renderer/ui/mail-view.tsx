import { useEffect, useRef } from 'react';
import classes from './mail-view.module.css';

const allowed = new Set(
  'html body head table thead tbody tfoot tr td th p h1 h2 h3 ul ol li strong b em i u br span div img hr a center small'.split(
    ' ',
  ),
);
const dropped = new Set(['head', 'title', 'style', 'script', 'meta', 'link']);
const attributes = [
  'width',
  'align',
  'valign',
  'colspan',
  'cellpadding',
  'cellspacing',
  'border',
  'lang',
  'alt',
  'height',
  'scope',
  'role',
];

/**
 * An e-mail as it will look, in a shadow root of its own. Built element by element from what a mail of ours may contain;
 * styles go in through the style object, because the page's policy refuses style attributes in markup.
 */
export function MailView({ html, label }: { readonly html: string; readonly label: string }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const { body } = new DOMParser().parseFromString(withoutStyles(html), 'text/html');
    root.replaceChildren(...copyChildren(body));
  }, [html]);
  return (
    // It scrolls on its own, so the keyboard must be able to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={host} className={classes['mail']} role="document" aria-label={label} tabIndex={0} />
  );
}

/** Style attributes under another name: even a parsed document that is never shown must not have them under the policy. */
function withoutStyles(html: string): string {
  return html.replace(/<[^>]+>/g, (tag) => tag.replace(/\sstyle=/g, ' data-style='));
}

function copyChildren(source: ParentNode): Node[] {
  return [...source.childNodes].flatMap(copy);
}

function copy(source: Node): Node[] {
  if (source.nodeType === Node.TEXT_NODE) return [document.createTextNode(source.textContent ?? '')];
  if (!(source instanceof HTMLElement)) return [];
  const name = source.localName;
  if (dropped.has(name)) return [];
  if (!allowed.has(name)) return copyChildren(source);
  const target = document.createElement(name === 'a' ? 'span' : name);
  for (const attribute of attributes) {
    const value = source.getAttribute(attribute);
    if (value !== null) target.setAttribute(attribute, value);
  }
  const image = source.getAttribute('src');
  if (name === 'img' && image?.startsWith('data:image/')) target.setAttribute('src', image);
  target.style.cssText = source.dataset['style'] ?? '';
  target.append(...copyChildren(source));
  return [target];
}
