import { isPlainDate, type PlainDate } from '../../calendar/plain-date.ts';
import { textAt, type XmlElement } from './xml-element.ts';

/**
 * The date of `BookgDt`, `ValDt` or a balance: `Dt`, or the day as the bank wrote it in `DtTm`. A zone behind it does not
 * move the day. Undefined when there is none or it is no real date.
 */
export function dateAt(element: XmlElement | undefined, name: string): PlainDate | undefined {
  const written = textAt(element, name, 'Dt') || textAt(element, name, 'DtTm');
  const day = written.slice(0, 10);
  return isPlainDate(day) ? day : undefined;
}
