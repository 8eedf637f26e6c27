import type { Day } from '../../../shared/kernel/day.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import type { FormOverview } from '../../../shared/ministry/ministry.ts'
import type { DataContext } from '../context.ts'
import { deadlineOf } from './deadlines.ts'
import { formIds, formOn, mappingOn } from './forms.ts'
import { listPackages } from './package.repository.ts'

/** The forms with their deadline and the latest package of an academic year. */
export async function listForms(
  context: DataContext,
  { academicYear, on, language }: { academicYear: number; on: Day; language: Language },
): Promise<FormOverview[]> {
  const packages = await listPackages(context.database().reader, { academicYear })
  return formIds.map((id) => {
    const form = formOn(id, on)
    const ofForm = packages.filter((summary) => summary.form === id)
    return {
      form: id,
      formVersion: form.version,
      mappingVersion: mappingOn(on).version,
      validFrom: form.validFrom,
      title: form.titles[language],
      purpose: form.purposes[language],
      source: { document: form.source.documents[language], place: form.source.places[language] },
      parts: form.sections.map(({ file, titles }) => ({ file, title: titles[language] })),
      deadline: deadlineOf(id, academicYear, language),
      latest: ofForm.toSorted((a, b) => b.revision - a.revision)[0] ?? null,
    }
  })
}
