import {
  AlignmentType,
  convertMillimetersToTwip,
  type INumberingOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
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

/**
 * Spacing with lines a little taller than the type needs (`size` in half points). Word processors take the height of a
 * line from the typeface in different ways; a height given here is the same in all of them, and so are the pages that
 * the contents name.
 */
function spaced(size: number, before: number, after: number) {
  return { before, after, line: Math.ceil(size * 12.8), lineRule: LineRuleType.AT_LEAST }
}

/** Styles of the document, which people change in Word in one place each. Sizes in half points. */
export function documentStyles(font: string, language: Language): IStylesOptions {
  const heading = (size: number, before: number, after: number) => ({
    run: { font, size, bold: true, color: colour.accent },
    paragraph: { spacing: spaced(size, before, after), keepNext: true, keepLines: true },
  })
  const size = bodySize(font)
  return {
    default: {
      document: {
        run: { font, size, language: { value: proofingLanguage[language] } },
        paragraph: { spacing: spaced(size, 0, 120) },
      },
      heading1: heading(32, 0, 200),
      heading2: heading(26, 320, 120),
      heading3: heading(23, 240, 100),
      heading4: heading(22, 200, 80),
      title: centred(48, 3200, 240, { font, bold: true, color: colour.accent }),
      hyperlink: { run: { color: colour.accent, underline: {} } },
    },
    paragraphStyles: [
      { ...named('Institution'), ...centred(28, 600, 120, {}) },
      { ...named('Subtitle'), ...centred(30, 0, 600, {}) },
      { ...named('Mark'), ...centred(22, 0, 400, { bold: true, color: colour.warning }) },
      { ...named('Statement'), run: { italics: true }, paragraph: { indent: { left: 284 } } },
      {
        ...named('Note'),
        run: { size: 18, color: colour.quiet },
        paragraph: { spacing: spaced(18, 0, 120) },
      },
      {
        ...named('ContentsHeading', 'Contents heading'),
        run: { size: 32, bold: true, color: colour.accent },
        paragraph: { spacing: spaced(32, 0, 200), keepNext: true },
      },
      {
        ...named('TableText', 'Table text'),
        run: { size: 18 },
        paragraph: { spacing: spaced(18, 0, 40) },
      },
      { ...named('TOC1', 'toc 1'), run: { bold: true }, paragraph: { spacing: spaced(size, 80, 40) } },
      {
        ...named('TOC2', 'toc 2'),
        paragraph: { indent: { left: 284 }, spacing: spaced(size, 0, 40) },
      },
    ],
  }
}

const named = (id: string, name = id) => ({ id, name, basedOn: 'Normal' })

function centred(size: number, before: number, after: number, look: IRunStylePropertiesOptions) {
  return {
    run: { ...look, size },
    paragraph: { alignment: AlignmentType.CENTER, spacing: spaced(size, before, after) },
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
