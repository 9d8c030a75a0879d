import { elementAt, textAt, type XmlElement } from './xml-element.ts';

/** The bank transaction code: domain, family and sub-family of ISO 20022, each '' when it is not given. */
export type TransactionCode = {
  readonly domain: string;
  readonly family: string;
  readonly subFamily: string;
  /** As it is kept: `PMNT/RCDT/ESCT`, else the bank's own code, else ''. */
  readonly text: string;
};

/** Of the detail when it has one of ISO, else of the entry: the detail says more. */
export function transactionCodeOf(entry: XmlElement, detail: XmlElement | undefined): TransactionCode {
  const ofDetail = elementAt(detail, 'BkTxCd');
  const code = elementAt(ofDetail, 'Domn') ? ofDetail : (elementAt(entry, 'BkTxCd') ?? ofDetail);
  const domain = textAt(code, 'Domn', 'Cd');
  const family = textAt(code, 'Domn', 'Fmly', 'Cd');
  const subFamily = textAt(code, 'Domn', 'Fmly', 'SubFmlyCd');
  const iso = [domain, family, subFamily].filter((part) => part !== '').join('/');
  return { domain, family, subFamily, text: iso || textAt(code, 'Prtry', 'Cd') };
}
