import { isWithin } from '../frameworks/codes.ts'
import { type Crosswalk, offered, type Strength } from '../frameworks/crosswalk.ts'
import type { FrameworkReference } from '../frameworks/framework.ts'

/** An answer as the offer sees it: where it stands and which evidence it uses. */
export type OfferSource = {
  readonly assessmentId: string
  readonly cycleId: string
  readonly framework: FrameworkReference
  readonly criterion: string
  readonly evidenceIds: readonly string[]
}

/** For which criterion evidence is sought. */
export type OfferTarget = OfferSource & {
  /** The cycle from which this one goes on; null: none. */
  readonly previousCycleId: string | null
}

/** Why a piece is offered: it serves the same criterion in the previous cycle, or a linked one of another framework. */
export type OfferReason = {
  readonly kind: 'previous' | 'crosswalk'
  readonly assessmentId: string
  readonly framework: FrameworkReference
  readonly criterion: string
  /** Full: what answers the one usually answers the other as it is. */
  readonly strength: Strength
}

export type EvidenceOffer = { readonly evidenceId: string; readonly reasons: readonly OfferReason[] }

/**
 * Evidence worth offering for a criterion (field-notes Q9): what answers of the same scope use at criteria that the
 * crosswalk links with it, or at the same criterion in the previous cycle. Each piece comes once with all its reasons;
 * those with a full reason come first. What the criterion already has is not offered. Taking an offer links the piece,
 * it is never copied.
 *
 * @param sources answers of assessments of the same scope
 */
export function offerEvidence(
  target: OfferTarget,
  sources: Iterable<OfferSource>,
  crosswalks: readonly Crosswalk[],
): EvidenceOffer[] {
  const linked = new Set(target.evidenceIds)
  const wanted = offered(crosswalks, target.framework, target.criterion)
  const found = new Map<string, OfferReason[]>()
  for (const source of sources) {
    const reason = reasonFor(target, source, wanted)
    if (reason === null) continue
    for (const id of source.evidenceIds) {
      if (!linked.has(id)) found.set(id, [...(found.get(id) ?? []), reason])
    }
  }
  const offers = [...found].map(([evidenceId, reasons]) => ({ evidenceId, reasons }))
  const isFull = ({ reasons }: EvidenceOffer) => reasons.some(({ strength }) => strength === 'full')
  return [...offers.filter(isFull), ...offers.filter((offer) => !isFull(offer))]
}

function reasonFor(
  target: OfferTarget,
  source: OfferSource,
  wanted: ReturnType<typeof offered>,
): OfferReason | null {
  const { assessmentId, framework, criterion } = source
  if (assessmentId === target.assessmentId) return null
  const isSameCriterion = framework.code === target.framework.code && criterion === target.criterion
  if (isSameCriterion && source.cycleId === target.previousCycleId)
    return { kind: 'previous', assessmentId, framework, criterion, strength: 'full' }
  const link = wanted.find(
    (code) =>
      code.framework === framework.code &&
      code.version === framework.version &&
      isWithin(criterion, code.code),
  )
  return link === undefined
    ? null
    : { kind: 'crosswalk', assessmentId, framework, criterion, strength: link.strength }
}
