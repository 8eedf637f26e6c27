import { createHash } from 'node:crypto'
import { fillForm } from '../../shared/exchange/fill-form.ts'
import { type BuiltPackage, buildPackage, type PackageInput } from '../../shared/exchange/package.ts'
import { preflight } from '../../shared/exchange/preflight.ts'
import { drawSummary } from '../../electron/data/ministry/package-summary.ts'
import type { TakenForm } from '../../electron/data/ministry/take-form.ts'
import { formOn, mappingOn } from '../../electron/data/ministry/forms.ts'
import type { FormId, FormRequest } from '../../shared/ministry/ministry.ts'
import type { Register } from '../../shared/reports/register.ts'
import { ministryPeriod, ministryRegister } from './ministry-register.ts'

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The package of a form of the test register, built as the program builds it. */
export async function ministryPackage(
  form: FormId,
  changes: Partial<PackageInput> & { register?: Register } = {},
): Promise<BuiltPackage> {
  const register = changes.register ?? ministryRegister()
  const language = changes.language ?? 'ru'
  const request: FormRequest = { form, ...ministryPeriod, language }
  const taken = fillTaken(request, register)
  return buildPackage(
    {
      form: taken.form,
      mapping: taken.mapping,
      sections: taken.sections,
      period: ministryPeriod,
      institution: register.institution,
      revision: 1,
      previousManifestSha256: null,
      warningsAccepted: taken.findings.warnings,
      language,
      summary: changes.summary ?? (await drawn(taken, request)),
      createdAt: '2026-05-20T06:30:00.000Z',
      day: ministryPeriod.on,
      appVersion: '0.1.0',
      ...changes,
    },
    sha256,
  )
}

/** The form filled from a register, as the program takes it. */
export function fillTaken(request: FormRequest, register: Register): TakenForm {
  const form = formOn(request.form, ministryPeriod.on)
  const mapping = mappingOn(ministryPeriod.on)
  const sections = fillForm(form, mapping, register, request)
  const findings = preflight(form, sections, register, request.language)
  return { form, mapping, register, sections, findings, warningsDigest: '' }
}

/** The PDF of a form, to its end. */
export async function drawn(taken: TakenForm, request: FormRequest): Promise<Uint8Array> {
  const drawing = drawSummary(taken, request)
  for (;;) {
    const step = await drawing.next()
    if (step.done === true) return step.value
  }
}
