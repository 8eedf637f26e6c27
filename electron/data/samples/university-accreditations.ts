import { z } from 'zod'
import accreditationsJson from '../../../resources/samples/university-accreditations.json' with { type: 'json' }
import {
  type AccreditationFields,
  accreditationSourceSchema,
  decisionSchema,
  emptyAccreditation,
} from '../../../shared/accreditation/accreditation.ts'
import { addDays } from '../../../shared/kernel/calendar.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import { type Language, localizedTextSchema } from '../../../shared/kernel/record.ts'
import type { PartnerFields } from '../../../shared/partners/partner.ts'
import type { ProgrammeFields } from '../../../shared/programmes/programme.ts'
import type { SampleAccreditation, SampleRecord } from './sample-records.ts'

/** Days are counted from the day on which the sample is made. */
const daysFromToday = z.number().int().nullable()

const accreditationSpecSchema = z.object({
  object: z.union([
    z.literal('institution'),
    z.object({ programme: z.number().int() }),
    z.object({ partner: z.number().int() }),
  ]),
  /** Acronym of a known agency; null: the source names none. */
  agency: z.string().nullable(),
  startsIn: daysFromToday,
  endsIn: daysFromToday,
  decision: decisionSchema.nullable(),
  source: accreditationSourceSchema,
  isInternational: z.boolean(),
  sourceId: z.string(),
  conditions: z.array(z.object({ text: localizedTextSchema, dueIn: daysFromToday, doneIn: daysFromToday })),
})
type AccreditationSpec = z.infer<typeof accreditationSpecSchema>

const specs = z.array(accreditationSpecSchema).parse(accreditationsJson)

export type AccreditationContext = {
  readonly today: Day
  readonly language: Language
  readonly newId: () => string
  readonly programmes: readonly SampleRecord<ProgrammeFields>[]
  readonly partners: readonly SampleRecord<PartnerFields>[]
}

/**
 * Accreditations of the sample university: of every state, two of one programme, one that disagrees with EPVO, one that
 * EPVO has without agency and days, and one with an open condition.
 */
export function buildAccreditations(context: AccreditationContext): SampleAccreditation[] {
  return specs.map((spec, index) => ({
    id: context.newId(),
    agency: spec.agency,
    fields: fieldsOf(spec, index, context),
  }))
}

function fieldsOf(
  spec: AccreditationSpec,
  index: number,
  context: AccreditationContext,
): AccreditationFields {
  const day = (days: number | null): Day | null => (days === null ? null : addDays(context.today, days))
  const object = objectOf(spec, context)
  return {
    ...emptyAccreditation,
    object,
    agencyAtSource: spec.agency === null ? 'EPVO 0' : '',
    kind: object.kind === 'programme' ? 'specialised' : 'institutional',
    isInternational: spec.isInternational,
    validFrom: day(spec.startsIn),
    validTo: day(spec.endsIn),
    decidedOn: spec.source === 'own' ? day(spec.startsIn) : null,
    decision: spec.decision,
    conditions: spec.conditions.map(({ text, dueIn, doneIn }) => ({
      text: text[context.language],
      dueOn: day(dueIn),
      doneOn: day(doneIn),
    })),
    certificateNumber: spec.source === 'own' ? `SA-${String(index + 1).padStart(4, '0')}` : '',
    source: spec.source,
    sourceId: spec.sourceId,
  }
}

function objectOf(
  { object }: AccreditationSpec,
  context: AccreditationContext,
): AccreditationFields['object'] {
  if (object === 'institution') return { kind: 'institution' }
  const at = 'programme' in object ? context.programmes[object.programme] : context.partners[object.partner]
  if (at === undefined) throw new Error('the sample accredits what it does not have')
  return 'programme' in object
    ? { kind: 'programme', programmeId: at.id }
    : { kind: 'partner', partnerId: at.id }
}
