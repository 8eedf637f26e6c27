import {
  type Accreditation,
  type accreditationColumns,
  type AccreditationFilter,
  accreditationKindSchema,
  accreditationSourceSchema,
  accreditationStateSchema,
  type AccreditationSummary,
  decisionSchema,
} from '../../../shared/accreditation/accreditation.ts'
import { endOf, missingParts, openConditions, stateOn } from '../../../shared/accreditation/state.ts'
import { daysBetween } from '../../../shared/kernel/calendar.ts'
import { languages } from '../../../shared/kernel/record.ts'
import { amongIds, oneOf, yesOrNo } from '../registers/filter-rules.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { inAllLanguages, searchableText } from '../registers/record-texts.ts'
import { byAlphabet, byPlaceIn, byValue, type RegisterDefinition } from '../registers/register-view.ts'
import { agencyName, objectName } from './names.ts'

function recordOf(cache: RecordCache, id: string): Accreditation {
  const record = cache.accreditation.get(id)
  if (record === undefined) throw new Error(`no accreditation ${id} in memory`)
  return record
}

const endsBetween = (from: string | null, to: string | null) => (row: AccreditationSummary) =>
  row.endsOn !== null && (from === null || row.endsOn >= from) && (to === null || row.endsOn <= to)

const isOfPartner = ({ object }: AccreditationSummary, partnerId: string): boolean =>
  (object.kind === 'partner' || object.kind === 'partner-programme') && object.partnerId === partnerId

type Column = (typeof accreditationColumns)[number]

/** Accreditations as a register: what holds on the day, what is missing at the source, conditions that are open. */
export const accreditationRegister: RegisterDefinition<AccreditationSummary, AccreditationFilter, Column> = {
  entity: 'accreditation',
  text(cache, id) {
    const record = recordOf(cache, id)
    const agency = record.agencyId === null ? undefined : cache.agency.get(record.agencyId)
    const names = languages.map((language) => objectName(cache, record.object, language))
    const body =
      agency === undefined ? [record.agencyAtSource] : [agency.acronym, ...inAllLanguages(agency.names)]
    const conditions = record.conditions.map(({ text }) => text)
    return searchableText(names, [
      ...body,
      record.certificateNumber,
      record.sourceId,
      record.notes,
      ...conditions,
    ])
  },
  summary(cache, id, on, language) {
    const record = recordOf(cache, id)
    const {
      notes: _notes,
      conditions: _conditions,
      createdAt: _made,
      updatedAt: _changed,
      ...fields
    } = record
    const endsOn = endOf(record)
    const open = openConditions(record)
    return {
      ...fields,
      objectName: objectName(cache, record.object, language),
      agencyName: agencyName(cache, record, language),
      state: stateOn(record, on),
      endsOn,
      daysLeft: endsOn === null ? null : daysBetween(on, endsOn),
      missing: missingParts(record),
      openConditions: open.length,
      nextConditionOn: open[0]?.dueOn ?? null,
      attachmentCount: cache.attachments.get(id) ?? 0,
    }
  },
  columns: {
    objectName: byAlphabet((row) => row.objectName),
    agencyName: byAlphabet((row) => row.agencyName),
    kind: byPlaceIn(accreditationKindSchema.options, (row) => row.kind),
    isInternational: byValue((row) => Number(row.isInternational)),
    state: byPlaceIn(accreditationStateSchema.options, (row) => row.state),
    validFrom: byValue((row) => row.validFrom),
    endsOn: byValue((row) => row.endsOn),
    daysLeft: byValue((row) => row.daysLeft),
    decision: byValue((row) => (row.decision === null ? null : decisionSchema.options.indexOf(row.decision))),
    source: byPlaceIn(accreditationSourceSchema.options, (row) => row.source),
    openConditions: byValue((row) => row.openConditions),
    certificateNumber: byAlphabet((row) => row.certificateNumber),
    attachmentCount: byValue((row) => row.attachmentCount),
  },
  groups: {
    objectName: (row) => row.objectName,
    agencyName: (row) => row.agencyName,
    kind: (row) => row.kind,
    state: (row) => row.state,
    source: (row) => row.source,
  },
  filters: [
    oneOf(
      'states',
      (filter) => filter.states,
      (row) => [row.state],
    ),
    oneOf(
      'objectKinds',
      (filter) => filter.objectKinds,
      (row) => [row.object.kind],
    ),
    oneOf(
      'agencyIds',
      (filter) => filter.agencyIds,
      (row) => (row.agencyId === null ? [] : [row.agencyId]),
    ),
    oneOf(
      'kinds',
      (filter) => filter.kinds,
      (row) => [row.kind],
    ),
    oneOf(
      'sources',
      (filter) => filter.sources,
      (row) => [row.source],
    ),
    yesOrNo(
      'isInternational',
      (filter) => filter.isInternational,
      (row) => row.isInternational,
    ),
    yesOrNo(
      'isIncomplete',
      (filter) => filter.isIncomplete,
      (row) => row.missing.length > 0,
    ),
    yesOrNo(
      'hasOpenConditions',
      (filter) => filter.hasOpenConditions,
      (row) => row.openConditions > 0,
    ),
    {
      name: 'endsFrom',
      test: ({ endsFrom, endsTo }) =>
        endsFrom === null && endsTo === null ? null : endsBetween(endsFrom, endsTo),
    },
    {
      name: 'programmeId',
      test: ({ programmeId }) =>
        programmeId === null
          ? null
          : ({ object }) => object.kind === 'programme' && object.programmeId === programmeId,
    },
    {
      name: 'partnerId',
      test: ({ partnerId }) => (partnerId === null ? null : (row) => isOfPartner(row, partnerId)),
    },
    amongIds(),
  ],
}
