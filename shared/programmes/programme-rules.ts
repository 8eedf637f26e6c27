import { checkNames } from '../kernel/name-rules.ts'
import { errorAt, type Problem, warningAt } from '../kernel/problem.ts'
import { isIscedField } from '../reference/iscedf.ts'
import { broadFieldsOfArea, parseProgrammeCode } from './codes.ts'
import { checkPlan } from './plan-rules.ts'
import type { ProgrammeFields } from './programme.ts'

/** A programme shared with a partner: forms VP-31 (joint) and VP-32 (double) ask for its contract, diplomas and terms. */
function isShared(fields: ProgrammeFields): boolean {
  return fields.features.includes('double') || fields.features.includes('joint')
}

function checkCode(fields: ProgrammeFields): Problem[] {
  const { code, level, registerStatus, iscedF } = fields
  if (code === '') {
    const isRegistered = registerStatus === 'included' || registerStatus === 'updated'
    return isRegistered ? [warningAt('programme-code-missing', 'code')] : []
  }
  const parsed = parseProgrammeCode(code)
  if (parsed === null) return [errorAt('programme-code-form', 'code', { code })]
  if (parsed.level !== level) return [errorAt('programme-code-level', 'code', { code, level: parsed.level })]
  if (parsed.kind === 'classifier_2009') return [warningAt('programme-code-old', 'code', { code })]
  const fits = iscedF === '' || broadFieldsOfArea(parsed.area).includes(iscedF.slice(0, 2))
  return fits ? [] : [warningAt('programme-code-field', 'iscedF', { code, iscedF })]
}

function checkLevel(fields: ProgrammeFields): Problem[] {
  if (fields.level === 'master') {
    return fields.masterTrack === null ? [warningAt('master-track-missing', 'masterTrack')] : []
  }
  return fields.masterTrack === null ? [] : [warningAt('master-track-misplaced', 'masterTrack')]
}

function checkPartners(fields: ProgrammeFields): Problem[] {
  const problems: Problem[] = []
  const ids = fields.partners.map((partner) => partner.partnerId)
  for (const [index, { partnerId, agreementId, degree }] of fields.partners.entries()) {
    const field = `partners.${index}`
    if (ids.indexOf(partnerId) < index)
      problems.push(errorAt('programme-partner-twice', `${field}.partnerId`))
    if (!isShared(fields)) continue
    if (agreementId === null) problems.push(warningAt('programme-agreement-missing', `${field}.agreementId`))
    if (degree === '') problems.push(warningAt('partner-degree-missing', `${field}.degree`))
  }
  return problems
}

/** What the forms VP-31 and VP-32 need beside the plan and the agreements. */
function checkShared(fields: ProgrammeFields): Problem[] {
  if (!isShared(fields)) return []
  const problems: Problem[] = []
  if (fields.partners.length === 0) problems.push(errorAt('programme-partners-missing', 'partners'))
  if (fields.award === null) problems.push(warningAt('award-missing', 'award'))
  if (fields.award === 'one_joint' && !fields.features.includes('joint')) {
    problems.push(warningAt('award-one-diploma', 'award'))
  }
  if (fields.homeTeachers === null) problems.push(warningAt('teachers-missing', 'homeTeachers'))
  if (fields.partnerTeachers === null) problems.push(warningAt('teachers-missing', 'partnerTeachers'))
  return problems
}

function checkRegister(fields: ProgrammeFields): Problem[] {
  const problems: Problem[] = []
  const isRegistered = fields.registerStatus === 'included' || fields.registerStatus === 'updated'
  if (isRegistered && fields.epvoId === null) problems.push(warningAt('programme-epvo-id-missing', 'epvoId'))
  if (fields.iscedF !== '' && !isIscedField(fields.iscedF)) {
    problems.push(errorAt('isced-unknown', 'iscedF', { iscedF: fields.iscedF }))
  }
  if (fields.languages.length === 0) problems.push(warningAt('languages-missing', 'languages'))
  if (fields.lastYear !== null && fields.lastYear < fields.firstYear) {
    problems.push(errorAt('last-year-before-first', 'lastYear'))
  }
  return problems
}

/** Checks the fields of a programme by themselves. Whether the records it names exist is the data service's question. */
export function checkProgramme(fields: ProgrammeFields): Problem[] {
  return [
    ...checkNames(fields.names),
    ...checkCode(fields),
    ...checkLevel(fields),
    ...checkPartners(fields),
    ...checkShared(fields),
    ...checkPlan(fields),
    ...checkRegister(fields),
  ]
}
