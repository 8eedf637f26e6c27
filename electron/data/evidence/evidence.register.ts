import type {
  Evidence,
  evidenceColumns,
  EvidenceFilter,
  EvidenceSummary,
} from '../../../shared/evidence/evidence.ts'
import { confidentialitySchema, evidenceKindSchema, validityOn } from '../../../shared/evidence/evidence.ts'
import { nameIn } from '../../../shared/kernel/localized.ts'
import { amongIds, oneOf, yesOrNo } from '../registers/filter-rules.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { inAllLanguages, searchableText } from '../registers/record-texts.ts'
import { byAlphabet, byPlaceIn, byValue, type RegisterDefinition } from '../registers/register-view.ts'

function recordOf(cache: RecordCache, id: string): Evidence {
  const record = cache.evidence.get(id)
  if (record === undefined) throw new Error(`no evidence ${id} in memory`)
  return record
}

/** A piece of evidence as the library shows it on the day. */
export function summariseEvidence(
  cache: RecordCache,
  id: string,
  on: string,
  language: 'kk' | 'ru' | 'en',
): EvidenceSummary {
  const { createdAt, updatedAt: _updatedAt, notes: _notes, ...record } = recordOf(cache, id)
  return {
    ...record,
    name: nameIn(record.names, language),
    ownerName: record.ownerId === null ? '' : (cache.person.get(record.ownerId)?.name ?? ''),
    validity: validityOn(record, on),
    useCount: cache.links.sourcesOf(id).size,
    addedOn: createdAt.slice(0, 10),
  }
}

/** The library of evidence as a register. */
export const evidenceRegister: RegisterDefinition<
  EvidenceSummary,
  EvidenceFilter,
  (typeof evidenceColumns)[number]
> = {
  entity: 'evidence',
  text(cache, id) {
    const { names, url, tags, notes } = recordOf(cache, id)
    return searchableText(inAllLanguages(names), [url, ...tags, notes])
  },
  summary: summariseEvidence,
  columns: {
    name: byAlphabet((row) => row.name),
    kind: byPlaceIn(evidenceKindSchema.options, (row) => row.kind),
    ownerName: byAlphabet((row) => row.ownerName),
    validUntil: byValue((row) => row.validUntil),
    confidentiality: byPlaceIn(confidentialitySchema.options, (row) => row.confidentiality),
    useCount: byValue((row) => row.useCount),
    checkedOn: byValue((row) => row.checkedOn),
    addedOn: byValue((row) => row.addedOn),
  },
  filters: [
    oneOf(
      'kinds',
      (filter) => filter.kinds,
      (row) => [row.kind],
    ),
    oneOf(
      'types',
      (filter) => filter.types,
      (row) => row.types,
    ),
    oneOf(
      'tags',
      (filter) => filter.tags,
      (row) => row.tags,
    ),
    oneOf(
      'ownerIds',
      (filter) => filter.ownerIds,
      (row) => (row.ownerId === null ? [] : [row.ownerId]),
    ),
    oneOf(
      'validities',
      (filter) => filter.validities,
      (row) => [row.validity],
    ),
    yesOrNo(
      'isUsed',
      (filter) => filter.isUsed,
      (row) => row.useCount > 0,
    ),
    oneOf(
      'confidentialities',
      (filter) => filter.confidentialities,
      (row) => [row.confidentiality],
    ),
    oneOf(
      'languages',
      (filter) => filter.languages,
      (row) => row.languages,
    ),
    amongIds(),
  ],
  groups: {
    ownerName: (row) => row.ownerName,
    kind: (row) => row.kind,
    confidentiality: (row) => row.confidentiality,
  },
}
