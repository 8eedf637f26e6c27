import type { FrameworkContent, LongLocalized } from '../../shared/frameworks/framework.ts'

/**
 * The framework with only the parts, standards and criteria that contain the words, in any language or in a code. A
 * standard that matches itself keeps all its criteria.
 */
export function matching(content: FrameworkContent, words: string): FrameworkContent {
  const wanted = words
    .trim()
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '')
  if (wanted.length === 0) return content
  const has = (code: string, ...texts: LongLocalized[]): boolean => {
    const all = [code, ...texts.flatMap(({ kk, ru, en }) => [kk, ru, en])].join(' ').toLowerCase()
    return wanted.every((word) => all.includes(word))
  }
  const parts = content.parts
    .map((part) => ({
      ...part,
      standards: part.standards.flatMap((standard) => {
        if (has(standard.code, standard.title, standard.statement)) return [standard]
        const criteria = standard.criteria.filter(({ code, text, guidance }) => has(code, text, guidance))
        return criteria.length === 0 ? [] : [{ ...standard, criteria }]
      }),
    }))
    .filter(({ standards }) => standards.length > 0)
  return { ...content, parts }
}
