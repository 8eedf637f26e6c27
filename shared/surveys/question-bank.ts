import { z } from 'zod'
import { foldText, foldWords } from '../kernel/fold.ts'
import { languages, localizedTextSchema } from '../kernel/record.ts'
import { audienceSchema } from '../stakeholders/involvement.ts'
import { surveyScaleSchema } from './survey.ts'

/** A question that every survey asks in the same words, so that periods and programmes can be compared. */
export const bankQuestionSchema = z.strictObject({
  code: z.string().regex(/^[A-Z]\d{2}$/),
  audiences: z.array(audienceSchema).min(1),
  /** The standard of ESG 2015 Part 1 that its answers speak of. */
  standard: z.string().regex(/^1\.(?:[1-9]|10)$/),
  scale: surveyScaleSchema,
  /** Whether it asks about satisfaction with the whole. */
  isOverall: z.boolean(),
  texts: localizedTextSchema,
})
export type BankQuestion = z.infer<typeof bankQuestionSchema>

export const questionBankSchema = z.strictObject({
  format: z.literal('qosdiplom-question-bank'),
  formatVersion: z.literal(1),
  /** Year and number of the edition; codes keep their meaning in later ones. */
  version: z.string().regex(/^\d{4}\.\d+$/),
  licence: localizedTextSchema,
  questions: z.array(bankQuestionSchema),
})

/** Share of common words from which two wordings are taken for one question. */
const alikeFrom = 0.7

/**
 * The question of the bank that a column asks: by its code in the title (`[S01]`, `S01.`), by its wording in any
 * language, else by most of its words. Null: none.
 */
export function matchBankQuestion(title: string, questions: readonly BankQuestion[]): BankQuestion | null {
  const code = /(?<![\p{L}\d])[A-Z]\d{2}(?!\d)/u.exec(title)?.[0]
  const named = questions.find((question) => question.code === code)
  if (named !== undefined) return named
  const folded = foldText(title)
  const words = new Set(foldWords(title))
  let best: { question: BankQuestion; likeness: number } | null = null
  for (const question of questions) {
    for (const language of languages) {
      const text = question.texts[language]
      const likeness = foldText(text) === folded ? 1 : likenessOf(words, new Set(foldWords(text)))
      if (likeness >= alikeFrom && likeness > (best?.likeness ?? 0)) best = { question, likeness }
    }
  }
  return best?.question ?? null
}

/** Common words of all words. */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length
  const all = a.size + b.size - common
  return all === 0 ? 0 : common / all
}
