import type { HostId } from './plan-edit.ts'

/** How one host is shown on the strip: its name, the letter in its cells and the place of its colour and pattern. */
export type PlanHost = {
  readonly id: HostId
  readonly name: string
  /** A letter for partners in the order of the programme; empty for home, which has its own sign. */
  readonly mark: string
  /** 0 is home; partners take 1 to 5 and then begin again, told apart by the letter. */
  readonly slot: number
}

const letters = { kk: 'АБВГДЕЖЗИК', ru: 'АБВГДЕЖЗИК', en: 'ABCDEFGHIJ' } as const
const partnerSlots = 5

/** Gives each host its letter and colour; the same host keeps them in the strip, the legend and the table. */
export function presentHosts(
  hosts: readonly HostId[],
  nameOf: (host: HostId) => string,
  language: keyof typeof letters,
): PlanHost[] {
  return hosts.map((id, index) => {
    if (id === null) return { id, name: nameOf(null), mark: '', slot: 0 }
    const place = hosts[0] === null ? index - 1 : index
    return {
      id,
      name: nameOf(id),
      mark: letters[language][place] ?? String(place + 1),
      slot: (place % partnerSlots) + 1,
    }
  })
}

/** The host of a period; a partner that the programme no longer lists is shown as such and not hidden. */
export function hostAt(hosts: readonly PlanHost[], id: HostId, unknownName: string): PlanHost {
  return hosts.find((host) => host.id === id) ?? { id, name: unknownName, mark: '?', slot: partnerSlots }
}
