import { academicYearOf } from '../../../shared/kernel/calendar.ts'
import { nameIn } from '../../../shared/kernel/localized.ts'
import {
  activitySchema,
  audienceSchema,
  type Involvement,
  type involvementColumns,
  type InvolvementFilter,
  type InvolvementSummary,
} from '../../../shared/stakeholders/involvement.ts'
import { amongIds, daysBetween, oneOf, yesOrNo } from '../registers/filter-rules.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { inAllLanguages, searchableText } from '../registers/record-texts.ts'
import { byAlphabet, byPlaceIn, byValue, type RegisterDefinition } from '../registers/register-view.ts'

function recordOf(cache: RecordCache, id: string): Involvement {
  const record = cache.involvement.get(id)
  if (record === undefined) throw new Error(`no involvement ${id} in memory`)
  return record
}

/** The participation of employers, learners and partners as a register. */
export const involvementRegister: RegisterDefinition<
  InvolvementSummary,
  InvolvementFilter,
  (typeof involvementColumns)[number]
> = {
  entity: 'involvement',
  text(cache, id) {
    const { names, organisation, content, outcome, programmeId } = recordOf(cache, id)
    const programme = programmeId === null ? undefined : cache.programme.get(programmeId)
    const about = programme === undefined ? [] : inAllLanguages(programme.names)
    return searchableText(inAllLanguages(names), [organisation, content, outcome, ...about])
  },
  summary(cache, id, _on, language) {
    const {
      names,
      evidenceIds,
      content: _content,
      createdAt: _made,
      updatedAt: _changed,
      ...rest
    } = recordOf(cache, id)
    const programme = rest.programmeId === null ? undefined : cache.programme.get(rest.programmeId)
    return {
      ...rest,
      name: nameIn(names, language),
      programmeName: programme === undefined ? '' : nameIn(programme.names, language),
      academicYear: academicYearOf(rest.on),
      evidenceCount: evidenceIds.length,
      hasOutcome: rest.outcome !== '',
    }
  },
  columns: {
    on: byValue((row) => row.on),
    name: byAlphabet((row) => row.name),
    audience: byPlaceIn(audienceSchema.options, (row) => row.audience),
    organisation: byAlphabet((row) => row.organisation),
    activity: byPlaceIn(activitySchema.options, (row) => row.activity),
    programmeName: byAlphabet((row) => row.programmeName),
    personCount: byValue((row) => row.personCount),
    evidenceCount: byValue((row) => row.evidenceCount),
    academicYear: byValue((row) => row.academicYear),
  },
  groups: {
    audience: (row) => row.audience,
    activity: (row) => row.activity,
    organisation: (row) => row.organisation,
    programmeName: (row) => row.programmeName,
    academicYear: (row) => String(row.academicYear),
  },
  filters: [
    oneOf(
      'audiences',
      (filter) => filter.audiences,
      (row) => [row.audience],
    ),
    oneOf(
      'activities',
      (filter) => filter.activities,
      (row) => [row.activity],
    ),
    oneOf(
      'years',
      (filter) => filter.years,
      (row) => [String(row.academicYear)],
    ),
    oneOf(
      'programmeIds',
      (filter) => filter.programmeIds,
      (row) => (row.programmeId === null ? [] : [row.programmeId]),
    ),
    yesOrNo(
      'hasEvidence',
      (filter) => filter.hasEvidence,
      (row) => row.evidenceCount > 0,
    ),
    yesOrNo(
      'hasOutcome',
      (filter) => filter.hasOutcome,
      (row) => row.hasOutcome,
    ),
    daysBetween(
      'from',
      (filter) => [filter.from, filter.to],
      (row) => row.on,
    ),
    amongIds(),
  ],
}
