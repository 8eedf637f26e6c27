import { checkRegister } from '../../../shared/overview/check-register.ts'
import type { RecordProblem } from '../../../shared/kernel/problem.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import type { Register } from '../../../shared/reports/register.ts'

/** The findings of the present records. They depend on no day, so they are kept until a record changes. */
const kept = new WeakMap<Register, Map<Language, readonly RecordProblem[]>>()

/** Checks every record of a register, once for each language. */
export function findingsOf(register: Register, language: Language): readonly RecordProblem[] {
  const byLanguage = kept.get(register) ?? new Map<Language, readonly RecordProblem[]>()
  kept.set(register, byLanguage)
  const known = byLanguage.get(language) ?? checkRegister(register, language)
  byLanguage.set(language, known)
  return known
}
