import {
  AlignmentType,
  convertMillimetersToTwip,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
} from 'docx'
import type { Language } from '../../../../shared/kernel/record.ts'
import type { ParagraphRole } from '../../../../shared/assessment/report/document.ts'

/** Languages as word processors name them: for spelling and hyphenation. */
export const proofingLanguage: Record<Language, string> = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' }

/** A4 with the margins that offices of the country use, millimetres: a wider left one for binding. */
export const page = {
  size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
  margin: {
    top: convertMillimetersToTwip(20),
    right: convertMillimetersToTwip(15),
    bottom: convertMillimetersToTwip(20),
    left: convertMillimetersToTwip(25),
    header: convertMillimetersToTwip(10),
    footer: convertMillimetersToTwip(10),
  },
}

/** Width of the text, twentieths of a point. */
export const textWidth = page.size.width - page.margin.left - page.margin.right

export const colour = {
  accent: '0B4F63',
  quiet: '5A626B',
  line: 'C3C9CF',
  ground: 'EEF2F5',
  warning: '8A5200',
}

/** Style of each kind of paragraph; null: the document's own. */
export const styleOf: Record<ParagraphRole, string | null> = {
  body: null,
  statement: 'Statement',
  note: 'Note',
  subheading: 'Heading4',
  institution: 'Institution',
  title: 'Title',
  subtitle: 'Subtitle',
  mark: 'Mark',
}

/** Size of the text, half points: letters of Times are smaller than those of the others. */
const bodySize = (font: string): number => (font === 'Times New Roman' ? 24 : 22)

/** Styles of the document, which people change in Word in one place each. Sizes in half points. */
export function documentStyles(font: string, language: Language): IStylesOptions {
  const heading = (size: number, before: number, after: number) => ({
    run: { font, size, bold: true, color: colour.accent },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  })
  return {
    default: {
      document: {
        run: { font, size: bodySize(font), language: { value: proofingLanguage[language] } },
        // Single lines: word processors agree on their height, so that the pages in the contents hold in each of them.
        paragraph: { spacing: { after: 120, line: 240 } },
      },
      heading1: heading(32, 0, 200),
      heading2: heading(26, 320, 120),
      heading3: heading(23, 240, 100),
      heading4: heading(22, 200, 80),
      title: {
        run: { font, size: 48, bold: true, color: colour.accent },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 3200, after: 240 } },
      },
      hyperlink: { run: { color: colour.accent, underline: {} } },
    },
    paragraphStyles: [
      {
        id: 'Institution',
        name: 'Institution',
        basedOn: 'Normal',
        run: { size: 28 },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 600 } },
      },
      {
        id: 'Subtitle',
        name: 'Subtitle',
        basedOn: 'Normal',
        run: { size: 30 },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 600 } },
      },
      {
        id: 'Mark',
        name: 'Mark',
        basedOn: 'Normal',
        run: { bold: true, color: colour.warning },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 400 } },
      },
      {
        id: 'Statement',
        name: 'Statement',
        basedOn: 'Normal',
        run: { italics: true },
        paragraph: { indent: { left: 284 } },
      },
      { id: 'Note', name: 'Note', basedOn: 'Normal', run: { size: 18, color: colour.quiet } },
      {
        id: 'ContentsHeading',
        name: 'Contents heading',
        basedOn: 'Normal',
        run: { size: 32, bold: true, color: colour.accent },
        paragraph: { spacing: { after: 200 }, keepNext: true },
      },
      {
        id: 'TableText',
        name: 'Table text',
        basedOn: 'Normal',
        run: { size: 18 },
        paragraph: { spacing: { after: 40, line: 240 } },
      },
      {
        id: 'TOC1',
        name: 'toc 1',
        basedOn: 'Normal',
        run: { bold: true },
        paragraph: { spacing: { before: 80, after: 40 } },
      },
      {
        id: 'TOC2',
        name: 'toc 2',
        basedOn: 'Normal',
        paragraph: { indent: { left: 284 }, spacing: { after: 40 } },
      },
    ],
  }
}

/** Numbering of all unordered lists. */
export const bullets = 'bullets'

/** Numbering of the lists that begin with this number. */
export const numbersFrom = (start: number): string => `numbers-${start}`

/** Lists may lie in one another six deep. */
const depths = [0, 1, 2, 3, 4, 5]

/** Where the items of a depth begin, their markers hanging to the left. */
const indent = (level: number) => ({ paragraph: { indent: { left: 425 * (level + 1), hanging: 340 } } })

/** The lists' markers for every depth; `starts`: with which numbers lists begin. */
export function listNumbering(starts: Iterable<number>): INumberingOptions {
  return {
    config: [
      {
        reference: bullets,
        levels: depths.map((level) => ({
          level,
          format: LevelFormat.BULLET,
          text: level % 2 === 0 ? '•' : '–',
          alignment: AlignmentType.LEFT,
          style: indent(level),
        })),
      },
      ...[...starts].map((start) => ({
        reference: numbersFrom(start),
        levels: depths.map((level) => ({
          level,
          format: LevelFormat.DECIMAL,
          text: `%${level + 1}.`,
          start: level === 0 ? start : 1,
          alignment: AlignmentType.LEFT,
          style: indent(level),
        })),
      })),
    ],
  }
}
