import type { FormRequest } from '../../../shared/ministry/ministry.ts'
import { takeDoubleDegreeReport } from '../../../shared/reports/double-degree.ts'
import { renderDoubleDegree } from '../reports/double-degree-pdf.ts'
import { printTables } from '../reports/table-document.ts'
import { wordsOf } from '../reports/words.ts'
import { printedForm } from './printed-form.ts'
import type { TakenForm } from './take-form.ts'

/**
 * Draws the PDF of a package: for DD-63 the report itself, for the other forms the form with its rows. Equal records give
 * equal bytes on every machine. Yields how much is done, from 0 to 1; leaving the loop ends the drawing.
 */
export async function* drawSummary(
  taken: TakenForm,
  request: FormRequest,
): AsyncGenerator<number, Uint8Array> {
  const words = wordsOf(request.language)
  if (request.form !== 'DD-63') return yield* printTables(printedForm(taken, request, words))
  const report = takeDoubleDegreeReport(taken.register, request.academicYear, request.on)
  return renderDoubleDegree(report, words, { isUncompressed: true })
}
