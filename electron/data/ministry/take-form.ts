import { canonicalBytes } from '../../../shared/exchange/canonical-json.ts'
import { type FilledSection, fillForm } from '../../../shared/exchange/fill-form.ts'
import type { FormDefinition, Mapping } from '../../../shared/exchange/form.ts'
import { type Findings, preflight, problemKey } from '../../../shared/exchange/preflight.ts'
import type { FormRequest, Preflight } from '../../../shared/ministry/ministry.ts'
import type { Register } from '../../../shared/reports/register.ts'
import type { DataContext } from '../context.ts'
import { formOn, mappingOn } from './forms.ts'
import { sha256 } from './package.repository.ts'

/** A form filled from the register as it is now, with everything that preflight finds in it. */
export type TakenForm = {
  readonly form: FormDefinition
  readonly mapping: Mapping
  readonly register: Register
  readonly sections: readonly FilledSection[]
  readonly findings: Findings
  /** Names exactly the present warnings; accepting them accepts these and no others. */
  readonly warningsDigest: string
}

/** Fills the form in the edition that the receiver expects today. */
export async function takeForm(context: DataContext, request: FormRequest): Promise<TakenForm> {
  const form = formOn(request.form, context.today())
  const mapping = mappingOn(context.today())
  const register = await context.registers().records()
  const sections = fillForm(form, mapping, register, request)
  const findings = preflight(form, sections, register, request.language)
  const keys = findings.warnings.map(problemKey).toSorted()
  return { form, mapping, register, sections, findings, warningsDigest: sha256(canonicalBytes(keys)) }
}

/** What stands between the records and the form, for the page and the command line. */
export function toPreflight(request: FormRequest, taken: TakenForm): Preflight {
  return {
    form: request.form,
    academicYear: request.academicYear,
    on: request.on,
    rowCount: taken.sections[0]?.rows.length ?? 0,
    ...taken.findings,
    warningsDigest: taken.warningsDigest,
  }
}
