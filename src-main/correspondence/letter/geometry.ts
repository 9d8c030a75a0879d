/** Points in a millimetre. */
export const mm = 72 / 25.4;

/** A4 and everything fixed on it, in points from the top left corner. */
export const sheet = {
  width: 210 * mm,
  height: 297 * mm,
  left: 23 * mm,
  right: 190 * mm,
  /** Where text stops; below it the footer. */
  bottom: 277 * mm,
  /** Where text begins on a following page. */
  followingTop: 28 * mm,
  letterhead: { top: 13 * mm, bottom: 36 * mm, logoWidth: 42 * mm, logoHeight: 20 * mm },
  /**
   * The window of a Belgian envelope (C5/6 and C5): 90 by 35 mm, 50 mm from the top; text keeps 3 mm inside it, because
   * the sheet slides.
   */
  window: {
    top: 50 * mm,
    height: 35 * mm,
    width: 90 * mm,
    inset: 3 * mm,
    x: { left: 20 * mm, right: 110 * mm },
  },
  /** First line under the window. */
  bodyTop: 88 * mm,
  foldMark: 99 * mm,
  footerTop: 279 * mm,
} as const;

export const contentWidth = sheet.right - sheet.left;

export const colour = {
  text: '#1d2b33',
  soft: '#5b6b73',
  accent: '#1f5a72',
  line: '#c6d2d7',
  faint: '#e6edf0',
  wash: '#f4f8f9',
} as const;

export const size = {
  body: 10,
  table: 9.5,
  small: 8.5,
  footer: 7.5,
  subject: 11.5,
  heading2: 12,
  heading3: 10.5,
} as const;

/** Side of a payment code with its quiet zone; the smallest code it holds (version 4) is then still 30 mm wide. */
export const codeSide = 38 * mm;

/** Distance between base lines, as a factor of the size. */
export const leading = 1.38;
