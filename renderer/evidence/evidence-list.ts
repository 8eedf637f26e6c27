import {
  allEvidence,
  evidenceColumns,
  evidenceFilterSchema,
  type EvidenceFilter,
  type EvidenceSummary,
} from '../../shared/evidence/evidence.ts'
import { data } from '../app/client.ts'
import type { ListSource } from '../components/table/use-listing.ts'

/** The library of evidence as a list, by name. */
export const evidenceList: ListSource<EvidenceSummary, EvidenceFilter, (typeof evidenceColumns)[number]> = {
  topic: 'evidence',
  list: data.evidence.list,
  emptyFilter: allEvidence,
  filterSchema: evidenceFilterSchema,
  columns: evidenceColumns,
  defaultSort: [{ column: 'name', descending: false }],
}
