import { deflateSync } from 'node:zlib';
import { decimal, reference } from './values.ts';

export const pageWidth = 595.28;
export const pageHeight = 841.89;

/** How far the handles of a Bézier curve lie from its ends, as a share of the radius, to look like a quarter of a circle. */
const roundness = 4 * ((Math.sqrt(2) - 1) / 3);

/**
 * The drawing instructions of one page. Places are in points from the top left corner, colours `#rrggbb`; what is drawn
 * must be marked, as a tag or as an artifact.
 */
export class Page {
  readonly number: number;
  /** Under which name a font or picture is known on the page, and its object. */
  readonly fonts = new Map<string, number>();
  readonly pictures = new Map<string, number>();
  /** The tag of each marked piece. */
  readonly tags: number[] = [];
  #content = '';
  #fill = '';
  #stroke = '';
  #lineWidth = 0;

  constructor(number: number) {
    this.number = number;
  }

  /** Opens a piece that belongs to a tag; answers which of the pieces of this page it is. */
  markTag(type: string, tag: number): number {
    const piece = this.tags.push(tag) - 1;
    this.#content += `/${type} <</MCID ${piece}>> BDC\n`;
    return piece;
  }

  markArtifact(type: string): void {
    this.#content += `/Artifact <</Type /${type}>> BDC\n`;
  }

  endMark(): void {
    this.#content += 'EMC\n';
  }

  /** Glyphs at a base line, in instructions between `BT` and `ET`. */
  text(font: string, size: number, fill: string, shown: string): void {
    this.#useFill(fill);
    this.#content += `BT\n/${font} ${decimal(size)} Tf\n${shown}\nET\n`;
  }

  rectangle(x: number, y: number, width: number, height: number, fill: string): void {
    this.#useFill(fill);
    this.#content += `${place(x, y + height)} ${decimal(width)} ${decimal(height)} re f\n`;
  }

  /** A rectangle with round corners, filled and with a line around it. */
  roundedRectangle(
    { x, y, width, height, radius }: Readonly<Record<'x' | 'y' | 'width' | 'height' | 'radius', number>>,
    { fill, stroke, lineWidth }: { readonly fill: string; readonly stroke: string; readonly lineWidth: number },
  ): void {
    this.#useFill(fill);
    this.#useStroke(stroke, lineWidth);
    const [right, bottom, control] = [x + width, y + height, radius * (1 - roundness)];
    this.#content += [
      `${place(x + radius, y)} m ${place(right - radius, y)} l`,
      `${place(right - control, y)} ${place(right, y + control)} ${place(right, y + radius)} c`,
      `${place(right, bottom - radius)} l`,
      `${place(right, bottom - control)} ${place(right - control, bottom)} ${place(right - radius, bottom)} c`,
      `${place(x + radius, bottom)} l`,
      `${place(x + control, bottom)} ${place(x, bottom - control)} ${place(x, bottom - radius)} c`,
      `${place(x, y + radius)} l`,
      `${place(x, y + control)} ${place(x + control, y)} ${place(x + radius, y)} c`,
      'h B\n',
    ].join('\n');
  }

  /** Horizontal lines of one colour and width, each from and to an x at a y. */
  lines(
    lines: readonly { readonly from: number; readonly to: number; readonly y: number }[],
    stroke: string,
    lineWidth: number,
  ): void {
    this.#useStroke(stroke, lineWidth);
    for (const { from, to, y } of lines) this.#content += `${place(from, y)} m ${place(to, y)} l\n`;
    this.#content += 'S\n';
  }

  /** A drawing in black with a measure of its own: `scale` points a unit, its top left corner at a place. */
  drawing(path: string, x: number, y: number, scale: number): void {
    const unit = decimal(scale);
    this.#content += `q\n${unit} 0 0 -${unit} ${place(x, y)} cm\n0 0 0 rg\n${path}\nQ\n`;
  }

  /** A picture; `turn` turns the unit square in itself. */
  picture(
    name: string,
    turn: string,
    { x, y, width, height }: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>,
  ): void {
    this.#content += `q\n${decimal(width)} 0 0 ${decimal(height)} ${place(x, y + height)} cm\n${turn} cm\n/${name} Do\nQ\n`;
  }

  /** The instructions, packed. */
  packed(): Buffer {
    return deflateSync(Buffer.from(this.#content, 'latin1'));
  }

  /** The entries of its object. */
  entries(resources: number, content: number): string {
    return `/Type /Page\n/MediaBox [0 0 ${pageWidth} ${pageHeight}]\n/Contents ${reference(content)}\n/Resources ${reference(resources)}\n/Tabs /S`;
  }

  #useFill(fill: string): void {
    if (fill === this.#fill) return;
    this.#fill = fill;
    this.#content += `${inRgb(fill)} rg\n`;
  }

  #useStroke(stroke: string, lineWidth: number): void {
    if (lineWidth !== this.#lineWidth) this.#content += `${decimal(lineWidth)} w\n`;
    if (stroke !== this.#stroke) this.#content += `${inRgb(stroke)} RG\n`;
    this.#lineWidth = lineWidth;
    this.#stroke = stroke;
  }
}

/** A place in points from the top left corner, as a PDF counts: from the bottom left. */
export function place(x: number, y: number): string {
  return `${decimal(x)} ${decimal(pageHeight - y)}`;
}

const known = new Map<string, string>();

function inRgb(hex: string): string {
  let shares = known.get(hex);
  if (shares === undefined) {
    shares = [1, 3, 5].map((at) => decimal(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ');
    known.set(hex, shares);
  }
  return shares;
}
