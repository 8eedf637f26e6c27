import type { Language } from '../../../shared/kernel/record.ts'
import type { SampleKind } from '../../../shared/workspace/workspace.contract.ts'
import { accreditationStore } from '../accreditation/accreditation.repository.ts'
import { agencyStore } from '../accreditation/agency.repository.ts'
import { agreementStore } from '../agreements/agreement.repository.ts'
import { addAttachment } from '../attachments/attachment.repository.ts'
import type { DataContext } from '../context.ts'
import { institutionStore } from '../institution/institution.repository.ts'
import { getInstitution } from '../institution/institution.router.ts'
import { cohortStore } from '../mobility/cohort.repository.ts'
import { partnerStore } from '../partners/partner.repository.ts'
import { programmeStore } from '../programmes/programme.repository.ts'
import { buildNational } from './national.ts'
import { involvementStore } from '../stakeholders/involvement.repository.ts'
import { surveyStore } from '../surveys/survey.repository.ts'
import { renderSampleFiles } from './sample-files.ts'
import { buildUniversity } from './university.ts'
import { addSampleAssessment } from './university-assessment.ts'

/** Fills the open, new workspace with the records of a sample, all marked as samples, in one transaction. */
export async function fillSample(context: DataContext, kind: SampleKind, language: Language): Promise<void> {
  const build = kind === 'university' ? buildUniversity : buildNational
  const records = build(context.today(), language)
  const files = await renderSampleFiles(records.files, context.today(), language)
  const { id, revision } = await getInstitution(context.database().reader)
  await context.database().write(async (tx) => {
    const isSample = true
    await institutionStore.update(tx, { id, revision }, records.institution)
    for (const partner of records.partners)
      await partnerStore.insert(tx, partner.fields, { id: partner.id, isSample })
    for (const agreement of records.agreements) {
      await agreementStore.insert(tx, agreement.fields, { id: agreement.id, isSample })
    }
    for (const programme of records.programmes) {
      await programmeStore.insert(tx, programme.fields, { id: programme.id, isSample })
    }
    for (const cohort of records.cohorts)
      await cohortStore.insert(tx, cohort.fields, { id: cohort.id, isSample })
    const agencies = new Map(
      (await agencyStore.listAll(tx.trx)).map(({ id: agency, acronym }) => [acronym, agency]),
    )
    for (const { id: accreditation, agency, fields } of records.accreditations) {
      const agencyId = agency === null ? null : (agencies.get(agency) ?? null)
      await accreditationStore.insert(tx, { ...fields, agencyId }, { id: accreditation, isSample })
    }
    for (const survey of records.surveys)
      await surveyStore.insert(tx, survey.fields, { id: survey.id, isSample })
    for (const involvement of records.involvements)
      await involvementStore.insert(tx, involvement.fields, { id: involvement.id, isSample })
    for (const { owner, file } of files) await addAttachment(tx, owner, file)
    if (kind === 'university') await addSampleAssessment(tx, context.today(), language)
  })
}
